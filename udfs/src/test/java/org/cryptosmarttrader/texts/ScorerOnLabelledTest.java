package org.cryptosmarttrader.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.evaluation.ProbabilityForecasts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Measures the scorer on comments labelled by people (Surge AI, 2022, MIT). Nothing was chosen with a look at them: they tell
 * what the scorer is worth on crypto talk, and a change made to please them would spoil that.
 */
@DisplayName("The lexicon scorer on labelled comments")
class ScorerOnLabelledTest {

    /** Text, label, address; the text may be quoted, with doubled quotes and line ends inside. */
    private static final Pattern ROW =
            Pattern.compile("(?:\"((?:[^\"]|\"\")*+)\"|([^\",\n]*+)),(Positive|Negative),[^\n]*");

    @Test
    void is_better_than_a_coin() throws IOException {
        TextScorer scorer = Resources.scorer();
        Tally tally = new Tally();
        String file = Files.readString(Golden.shared("data/sentiment/labelled/comments.csv"));
        Matcher row = ROW.matcher(file);
        while (row.find()) {
            String text = row.group(1) == null ? row.group(2) : row.group(1).replace("\"\"", "\"");
            tally.add(scorer.score(text), row.group(3).equals("Positive"));
        }

        System.out.println(tally);
        assertThat(tally.labels).hasSize(264);
        assertThat(tally.areaUnderCurve()).isGreaterThan(0.5);
    }

    /** Scores beside labels. A missing score and a neutral one are no decision. */
    private static final class Tally {
        private final List<Double> scores = new ArrayList<>();
        private final List<Boolean> labels = new ArrayList<>();

        void add(double score, boolean isPositive) {
            scores.add(score);
            labels.add(isPositive);
        }

        /** Rows of a label whose score has a sign: 1, -1, 0 or NaN. */
        private long count(boolean label, double sign) {
            long count = 0;
            for (int i = 0; i < labels.size(); i++) {
                boolean hasSign = Double.compare(Math.signum(scores.get(i)), sign) == 0;
                count += labels.get(i) == label && hasSign ? 1 : 0;
            }
            return count;
        }

        private long count(double sign) {
            return count(true, sign) + count(false, sign);
        }

        private long right() {
            return count(true, 1) + count(false, -1);
        }

        /** 2·right / (rows of the label + rows decided for it); no decision is a miss. */
        private double f1(boolean label) {
            double sign = label ? 1 : -1;
            long rows = labels.stream().filter(given -> given == label).count();
            return 2.0 * count(label, sign) / (rows + count(sign));
        }

        /** Of the rows with a score; neutral ones tie. */
        double areaUnderCurve() {
            double[] probabilities =
                    scores.stream().mapToDouble(score -> (1 + score) / 2).toArray();
            double[] ups = labels.stream().mapToDouble(up -> up ? 1 : 0).toArray();
            return ProbabilityForecasts.of(probabilities, ups, new double[ups.length])
                    .areaUnderCurve();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "labelled comments: %d rows, %d neutral, %d without score; accuracy %.3f, macro-F1 %.3f,"
                            + " accuracy of the decided %.3f, AUC %.3f",
                    labels.size(),
                    count(0),
                    count(Double.NaN),
                    right() / (double) labels.size(),
                    (f1(true) + f1(false)) / 2,
                    right() / (double) (count(1) + count(-1)),
                    areaUnderCurve());
        }
    }
}

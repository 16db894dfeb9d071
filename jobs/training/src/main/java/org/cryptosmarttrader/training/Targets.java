package org.cryptosmarttrader.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.statements.Answer;
import org.cryptosmarttrader.statements.RealisedReturn;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * What a statement makes of the labels of some rows: in the place of the scaled return and of the return, so that a return
 * above 0 says that it came true.
 *
 * @param scaled by row; NaN where it is not known
 * @param values 1 or −1 by row; NaN where it is not known
 */
public record Targets(double[] scaled, double[] values) {

    /**
     * All outcomes of one horizon by decision, those of pairs without a row of features among them: a statement on the market
     * is about all pairs.
     */
    public record Outcomes(TreeMap<Long, List<RealisedReturn>> byDecision) {

        /**
         * Reads what was known by an instant; labels of one decision become known at once.
         *
         * @throws IOException if a file of the run is damaged
         */
        public static Outcomes read(RunFolder run, Horizon horizon, long asOf) throws IOException {
            TreeMap<Long, List<RealisedReturn>> byDecision = new TreeMap<>();
            RowSchema labels = Datasets.LABELS;
            int maturedAt = labels.indexOf("matured_at");
            int value = labels.indexOf("value");
            int scaled = labels.indexOf("scaled");
            run.read(labels, Long.MIN_VALUE, UtcDays.dayOf(asOf), batch -> {
                for (int row = 0; row < batch.rows(); row++) {
                    if (batch.longs(maturedAt)[row] <= asOf && batch.strings(2)[row].equals(horizon.label())) {
                        byDecision
                                .computeIfAbsent(batch.longs(0)[row], absent -> new ArrayList<>())
                                .add(new RealisedReturn(
                                        batch.strings(1)[row], batch.doubles(value)[row], batch.doubles(scaled)[row]));
                    }
                }
            });
            return new Outcomes(byDecision);
        }

        /** What a statement makes of the labels of some rows. */
        Targets of(Statement statement, TrainingSet rows) {
            double[] scaled = new double[rows.size()];
            double[] values = new double[rows.size()];
            Arrays.fill(scaled, Double.NaN);
            Arrays.fill(values, Double.NaN);
            for (int first = 0; first < rows.size(); ) {
                long decision = rows.decisions()[first];
                TreeMap<String, Answer> answers = answers(statement, decision);
                int row = first;
                for (; row < rows.size() && rows.decisions()[row] == decision; row++) {
                    Answer answer = answers.get(rows.pairs()[row]);
                    if (answer != null && answer.isKnown()) {
                        scaled[row] = answer.scaled();
                        values[row] = answer.value();
                    }
                }
                first = row;
            }
            return new Targets(scaled, values);
        }

        private TreeMap<String, Answer> answers(Statement statement, long decision) {
            List<RealisedReturn> met = byDecision.getOrDefault(decision, List.of());
            List<Answer> answers = statement.answers(met);
            TreeMap<String, Answer> byPair = new TreeMap<>();
            for (int i = 0; i < met.size(); i++) {
                byPair.put(met.get(i).pair(), answers.get(i));
            }
            return byPair;
        }
    }

    /** Rows with both labels, ascending. */
    int[] known() {
        return IntStream.range(0, values.length)
                .filter(row -> !Double.isNaN(values[row] + scaled[row]))
                .toArray();
    }

    /** Number of rows of which it came true, or did not. */
    long count(boolean isTrue) {
        return Arrays.stream(known()).filter(row -> values[row] > 0 == isTrue).count();
    }

    /** Some of the rows, by their places. */
    Targets select(int[] rows) {
        return new Targets(
                Arrays.stream(rows).mapToDouble(row -> scaled[row]).toArray(),
                Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
    }

    /** The rows from one place up to another. */
    Targets between(int[] places) {
        return new Targets(
                Arrays.copyOfRange(scaled, places[0], places[1]), Arrays.copyOfRange(values, places[0], places[1]));
    }
}

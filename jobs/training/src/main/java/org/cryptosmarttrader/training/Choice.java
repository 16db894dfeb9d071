package org.cryptosmarttrader.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.cryptosmarttrader.evaluation.PurgedFolds;
import org.cryptosmarttrader.judgement.Forecast;
import org.cryptosmarttrader.time.TickGrid;

/**
 * A member whose settings are chosen among candidates, inside the training block and by nothing outside it: each candidate is grown
 * on the samples that purged cross-validation leaves for training, and the one with the lowest mean squared error of P(up) on
 * the tested ones is grown on all. Costs {@value #GROUPS} trainings per candidate.
 *
 * @param candidates of one name, two or more; of equals the first is taken
 */
record Choice(List<Candidate> candidates) implements Member {

    /** Groups the block is cut into; each is tested once. */
    static final int GROUPS = 5;

    /** @param label what is particular to it, e.g. {@code depth 6} */
    record Candidate(String label, Member member) {}

    @Override
    public String name() {
        return candidates.get(0).member().name();
    }

    @Override
    public long seed() {
        return candidates.get(0).member().seed();
    }

    @Override
    public Choice seeded(long other) {
        return new Choice(candidates.stream()
                .map(candidate ->
                        new Candidate(candidate.label(), candidate.member().seeded(other)))
                .toList());
    }

    @Override
    public Grown grow(Lesson lesson, ModelScorer scorer) throws IOException {
        SortedMap<String, String> parameters = new TreeMap<>();
        Candidate best = null;
        double lowest = Double.POSITIVE_INFINITY;
        for (Candidate candidate : candidates) {
            double error = error(candidate.member(), lesson, scorer);
            parameters.put("choice: " + candidate.label(), "%.6f".formatted(error));
            if (best == null || error < lowest) {
                best = candidate;
                lowest = error;
            }
        }
        parameters.put("chosen", best.label());
        Grown grown = best.member().grow(lesson, scorer);
        parameters.putAll(grown.parameters());
        return new Grown(grown.onnx(), parameters, grown.boosters());
    }

    /** Mean squared error of P(up) over all rows of the block, each said by a model that could not have known it. */
    static double error(Member member, Lesson lesson, ModelScorer scorer) throws IOException {
        double squares = 0;
        long count = 0;
        for (Split split : splits(lesson)) {
            if (split.training().length == 0) {
                throw new IOException(
                        "%s: the training block is too short to choose in, nothing is left of it beside a tested fifth; take choose out of models/%s.yaml, or train on a longer span"
                                .formatted(member.name(), lesson.horizon().label()));
            }
            TrainingSet tested = lesson.rows().select(split.tested());
            byte[] onnx = member.grow(lesson.of(lesson.rows().select(split.training())), scorer)
                    .onnx();
            float[] said = scorer.score(onnx, tested.columns(), tested.features(), ModelMaker.SCORING_BATCH)
                    .risesLikely();
            for (int row = 0; row < said.length; row++) {
                double miss = Forecast.probability(said[row]) - (tested.values()[row] > 0 ? 1 : 0);
                squares += miss * miss;
                count++;
            }
        }
        return squares / count;
    }

    /** Rows by their places in the block. */
    record Split(int[] training, int[] tested) {}

    /** Folds over decision instants: rows of all pairs at one instant are on one side. */
    static List<Split> splits(Lesson lesson) {
        long[] decisions = lesson.rows().decisions();
        TickGrid grid = lesson.grid();
        int firstBar = Math.toIntExact(grid.barAt(decisions[0]));
        int[] bars = Arrays.stream(decisions)
                .mapToInt(decision -> Math.toIntExact(grid.barAt(decision)) - firstBar)
                .toArray();
        int span = bars[bars.length - 1] + 1;
        int horizon = lesson.horizon().bars(grid);
        PurgedFolds folds =
                new PurgedFolds(span, GROUPS, 1, horizon, PurgedFolds.defaultEmbargo(horizon, grid.barsPerDay()));
        List<Split> splits = new ArrayList<>();
        for (List<Integer> groups : folds.splits()) {
            PurgedFolds.Block test = folds.group(groups.get(0));
            splits.add(new Split(
                    places(bars, bar -> folds.isTraining(bar, groups)),
                    places(bars, bar -> test.from() <= bar && bar < test.until())));
        }
        return splits;
    }

    private static int[] places(int[] bars, IntPredicate wanted) {
        return IntStream.range(0, bars.length)
                .filter(row -> wanted.test(bars[row]))
                .toArray();
    }
}

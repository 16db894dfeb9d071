package org.cryptosmarttrader.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.StationaryBootstrap;
import org.cryptosmarttrader.uncertainty.IndependentOutcomes;
import org.cryptosmarttrader.wire.models.Importance;
import org.cryptosmarttrader.wire.models.ModelCard;

/**
 * Measures what a model owes to each group of columns and to single columns, on the block held back. Costs a forest per group
 * and a scoring per column.
 *
 * @param maker of the models; its forest is measured
 */
public record ImportanceMaker(ModelMaker maker) {

    /** Enough for a deviation beside the mean; each costs as much as the first. */
    private static final int REPEATS = 5;

    /** Rows that are permuted: a column costs five times as many scores, and there are hundreds. */
    private static final int MOST_ROWS = 20_000;

    private static final int COLUMNS_SHOWN = 20;

    private static final String NEVER_TAUGHT =
            "no value in the training block: the forest could not learn from it, and its worth is unknown";
    private static final String NEVER_SEEN = "no value in the block held back: its worth cannot be measured there";

    /**
     * @param made the forest of that refit
     * @throws IOException if the engine refuses a model
     */
    public Importance measure(Refit refit, ModelMaker.Made made) throws IOException {
        Member forest = maker.definition().forest();
        ModelScorer scorer = maker.scorer();
        long seed = forest.seed();
        TrainingSet training = refit.lesson().rows();
        TrainingSet heldBack = refit.heldBack();
        Horizon horizon = refit.horizon();
        TrainingSet permuted = heldBack.sample(MOST_ROWS, seed);
        HeldBackScores scores = HeldBackScores.of(scorer, made.onnx(), heldBack);
        Permutations permutations = new Permutations(scorer, made.onnx(), permuted, REPEATS, seed);
        StationaryBootstrap bootstrap = StationaryBootstrap.overDecisions(
                horizon.bars(maker.grid()), maker.grid().barsPerDay(), seed);
        Ablation ablation = new Ablation(refit.lesson(), heldBack, scores, forest, scorer, bootstrap);
        SortedMap<String, int[]> groups = groups();
        SortedMap<String, String> absent = absent(groups, training, permuted);
        groups.keySet().removeAll(absent.keySet());
        int[] columns = measurable(training, permuted);
        ModelCard card = made.card();
        return new Importance(
                Importance.FORM,
                card.horizon(),
                card.version(),
                card.modelSha256(),
                card.calibration(),
                (int) Arrays.stream(heldBack.decisions()).distinct().count(),
                independentOutcomes(heldBack, horizon),
                permuted.size(),
                REPEATS,
                bootstrap.meanBlock(),
                bootstrap.draws(),
                StationaryBootstrap.LEVEL,
                seed,
                new Importance.Scores(
                        scores.brier(),
                        Numbers.orNull(scores.areaUnderCurve()),
                        Numbers.orNull(scores.rankCorrelation())),
                absent,
                ablation.otherSeed(),
                groups(groups, permutations, ablation),
                columns(columns, permutations),
                columns.length);
    }

    private double independentOutcomes(TrainingSet rows, Horizon horizon) {
        long[] bars = Arrays.stream(rows.decisions()).map(maker.grid()::barAt).toArray();
        return IndependentOutcomes.of(bars, horizon.bars(maker.grid())).count();
    }

    private SortedMap<String, int[]> groups() {
        Map<String, List<Integer>> byName = IntStream.range(0, maker.catalog().size())
                .boxed()
                .collect(Collectors.groupingBy(maker.catalog()::group, TreeMap::new, Collectors.toList()));
        SortedMap<String, int[]> groups = new TreeMap<>();
        byName.forEach((name, columns) ->
                groups.put(name, columns.stream().mapToInt(Integer::intValue).toArray()));
        return groups;
    }

    private static SortedMap<String, String> absent(
            SortedMap<String, int[]> groups, TrainingSet training, TrainingSet heldBack) {
        SortedMap<String, String> absent = new TreeMap<>();
        groups.forEach((name, columns) -> {
            if (training.finiteShare(columns) == 0) {
                absent.put(name, NEVER_TAUGHT);
            } else if (heldBack.finiteShare(columns) == 0) {
                absent.put(name, NEVER_SEEN);
            }
        });
        return absent;
    }

    private int[] measurable(TrainingSet training, TrainingSet heldBack) {
        return IntStream.range(0, maker.catalog().size())
                .filter(column -> training.finiteShare(new int[] {column}) > 0)
                .filter(column -> heldBack.finiteShare(new int[] {column}) > 0)
                .toArray();
    }

    /** Side by side: each group has a forest and permutations of its own, and none concerns another. */
    private static List<Importance.Group> groups(
            SortedMap<String, int[]> groups, Permutations permutations, Ablation ablation) throws IOException {
        try {
            return groups.entrySet().parallelStream()
                    .map(group -> group(group.getKey(), group.getValue(), permutations, ablation))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Importance.Group group(String name, int[] columns, Permutations permutations, Ablation ablation) {
        try {
            boolean isAll = columns.length == ablation.training().columns();
            return new Importance.Group(
                    name,
                    columns.length,
                    ablation.training().finiteShare(columns),
                    ablation.heldBack().finiteShare(columns),
                    permutations.of(columns),
                    isAll ? null : ablation.without(columns));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Importance.Column> columns(int[] columns, Permutations permutations) throws IOException {
        try {
            return Arrays.stream(columns)
                    .parallel()
                    .mapToObj(column -> column(column, permutations))
                    .sorted(Comparator.comparing(ImportanceMaker::cost).reversed())
                    .limit(COLUMNS_SHOWN)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static double cost(Importance.Column column) {
        return column.permuted().brierRise();
    }

    private Importance.Column column(int column, Permutations permutations) {
        try {
            return new Importance.Column(
                    maker.catalog().names().get(column),
                    maker.catalog().group(column),
                    permutations.of(new int[] {column}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

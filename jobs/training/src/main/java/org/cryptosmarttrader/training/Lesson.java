package org.cryptosmarttrader.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.drift.Deciles;
import org.cryptosmarttrader.labels.Uniqueness;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.uncertainty.IndependentOutcomes;
import org.cryptosmarttrader.uncertainty.Novelty;

/**
 * What the members of a refit learn from: a training block, the sample of it, the weights of the sampled rows. Each is made once,
 * when it is first asked for, and shared by members that grow side by side. Thread-safe; nobody may change what it hands out.
 */
public final class Lesson {

    private final Supplier<TrainingSet> rows;
    private final Sampling sampling;
    private final Horizon horizon;
    private final TickGrid grid;
    private final boolean ofStatement;
    /** Places of the sampled rows in the block that was drawn from. */
    private final Once<int[]> chosen;

    private final Once<TrainingSet> sample;
    private final Once<float[]> weights;
    private final Once<Novelty> novelty;
    private final Once<Deciles> deciles;

    /** @param rows the whole training block */
    public Lesson(TrainingSet rows, Sampling sampling, Horizon horizon, TickGrid grid) {
        this.rows = () -> rows;
        this.sampling = sampling;
        this.horizon = horizon;
        this.grid = grid;
        this.ofStatement = false;
        this.chosen = new Once<>(() -> rows.sampled(sampling.mostRows(), sampling.seed()));
        this.sample = new Once<>(() -> chosen.get().length == rows.size() ? rows : rows.select(chosen.get()));
        this.weights = new Once<>(this::weigh);
        this.novelty = new Once<>(this::learnLooks);
        this.deciles = new Once<>(this::learnDeciles);
    }

    /** What is shared is what columns look like, which rows were drawn, and how much of a label is its own. */
    private Lesson(Lesson base, Targets targets) {
        this.rows = () -> base.rows().labelled(targets);
        this.sampling = base.sampling;
        this.horizon = base.horizon;
        this.grid = base.grid;
        this.ofStatement = true;
        this.chosen = base.chosen;
        this.sample = new Once<>(() -> base.sample().labelled(targets.select(base.chosen.get())));
        this.weights = new Once<>(() -> base.weights(targets));
        this.novelty = base.novelty;
        this.deciles = base.deciles;
    }

    /**
     * The same block with other labels; its columns are not looked at again, nor are rows drawn or weighed anew.
     *
     * @param targets by row of the block; a row without a label is nobody's to learn from
     */
    Lesson labelled(Targets targets) {
        return new Lesson(this, targets);
    }

    /** Another block, sampled and weighed in the same way. */
    Lesson of(TrainingSet others) {
        return new Lesson(others, sampling, horizon, grid);
    }

    /** The same block sampled with other draws. */
    Lesson seeded(long seed) {
        return new Lesson(rows(), sampling.seeded(seed), horizon, grid);
    }

    /** The whole block, as far as its labels are known. */
    TrainingSet rows() {
        return rows.get();
    }

    TrainingSet sample() {
        return sample.get();
    }

    Sampling sampling() {
        return sampling;
    }

    /** The sampling for a card, to be added to. */
    SortedMap<String, String> described() {
        SortedMap<String, String> described = new TreeMap<>();
        sampling.describe(described);
        return described;
    }

    /** Whether the answers to a statement are learnt; then only their probability is of use. */
    boolean isOfStatement() {
        return ofStatement;
    }

    Horizon horizon() {
        return horizon;
    }

    TickGrid grid() {
        return grid;
    }

    /** By sampled row; 1 on average, so that numbers of rows keep their meaning. */
    float[] weights() {
        return weights.get();
    }

    /** What rows of the whole block look like. */
    Novelty novelty() {
        return novelty.get();
    }

    /** How the columns of the whole block are distributed. */
    Deciles deciles() {
        return deciles.get();
    }

    /** Outcomes the whole block holds, overlapping ones counted once and pairs together: definitions F.3. */
    double independentOutcomes() {
        IndependentOutcomes outcomes = new IndependentOutcomes(horizon.bars(grid));
        for (long decision : rows().decisions()) {
            outcomes.add(grid.barAt(decision));
        }
        return outcomes.count();
    }

    /** Targets of the sampled rows: returns in units of volatility. */
    float[] scaledReturns() {
        float[] targets = new float[sample().size()];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = (float) sample().scaled()[row];
        }
        return targets;
    }

    /** Targets of the sampled rows: 1 if the return is above 0, else 0. */
    float[] ups() {
        float[] targets = new float[sample().size()];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = sample().values()[row] > 0 ? 1 : 0;
        }
        return targets;
    }

    private float[] weigh() {
        float[] weights = new float[sample().size()];
        if (sampling.weights() == Sampling.Weights.EQUAL) {
            Arrays.fill(weights, 1);
            return weights;
        }
        double[] uniqueness = uniqueness(rows());
        double sum = 0;
        for (int row : chosen.get()) {
            sum += uniqueness[row];
        }
        for (int row = 0; row < weights.length; row++) {
            weights[row] = (float) (uniqueness[chosen.get()[row]] * weights.length / sum);
        }
        return weights;
    }

    /** Weights of the sampled rows whose labels are known, 1 on average again. */
    private float[] weights(Targets targets) {
        int[] known = targets.select(chosen.get()).known();
        if (known.length == weights().length) {
            return weights();
        }
        double sum = 0;
        for (int row : known) {
            sum += weights()[row];
        }
        float[] some = new float[known.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = (float) (weights()[known[i]] * some.length / sum);
        }
        return some;
    }

    /** Of every row of the block: labels overlap whether they were sampled or not. */
    private double[] uniqueness(TrainingSet rows) {
        Map<String, List<Integer>> byPair = new TreeMap<>();
        for (int row = 0; row < rows.size(); row++) {
            byPair.computeIfAbsent(rows.pairs()[row], pair -> new ArrayList<>()).add(row);
        }
        double[] all = new double[rows.size()];
        for (List<Integer> ofPair : byPair.values()) {
            // a label lives in the bars behind its decision
            long[] first = ofPair.stream()
                    .mapToLong(row -> grid.barAt(rows.decisions()[row]) + 1)
                    .toArray();
            long[] last = Arrays.stream(first)
                    .map(bar -> bar + horizon.bars(grid) - 1)
                    .toArray();
            double[] weights = Uniqueness.weights(first, last);
            for (int i = 0; i < weights.length; i++) {
                all[ofPair.get(i)] = weights[i];
            }
        }
        return all;
    }

    private Novelty learnLooks() {
        TrainingSet rows = rows();
        return Novelty.of(rows.size(), rows.columns(), (row, column) -> rows.features()[row * rows.columns() + column]);
    }

    private Deciles learnDeciles() {
        TrainingSet rows = rows();
        return Deciles.of(rows.size(), rows.columns(), (row, column) -> rows.features()[row * rows.columns() + column]);
    }
}

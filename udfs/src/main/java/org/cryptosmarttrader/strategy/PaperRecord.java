package org.cryptosmarttrader.strategy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.cryptosmarttrader.domain.Numbers;

/**
 * What each strategy's decisions brought, whether it acted or not. A decision is held for the horizon; it pays for what differs
 * from the strategy's own decision one horizon before, so one that holds still pays nothing. Mutable; part of the state of one
 * key.
 */
final class PaperRecord {

    private static final SortedMap<String, Stake> NOTHING = Collections.emptySortedMap();

    /**
     * A decision that has not matured.
     *
     * @param costs by strategy, fractions of equity
     */
    private record Pending(
            String regime, SortedMap<String, SortedMap<String, Stake>> stakes, SortedMap<String, Double> costs) {}

    /**
     * By how much one strategy is ahead of another.
     *
     * @param mean of the differences, NaN without any
     * @param standardError of the mean, by blocks of a horizon; NaN for fewer than two whole blocks
     */
    record Lead(double mean, double standardError, int decisions) {}

    private final int horizonBars;
    private final int kept;
    private final TreeMap<Long, Pending> pending = new TreeMap<>();
    /** Net returns of the newest decisions by regime and strategy, oldest first. */
    private final TreeMap<String, TreeMap<String, double[]>> matured = new TreeMap<>();

    PaperRecord(int horizonBars, int kept) {
        this.horizonBars = horizonBars;
        this.kept = kept;
    }

    /** Takes in what each strategy would hold from a bar on. */
    void note(long bar, String regime, SortedMap<String, SortedMap<String, Stake>> stakes) {
        Pending before = pending.get(bar - horizonBars);
        TreeMap<String, Double> costs = new TreeMap<>();
        stakes.forEach((strategy, ofStrategy) -> costs.put(
                strategy,
                cost(ofStrategy, before == null ? NOTHING : before.stakes().getOrDefault(strategy, NOTHING))));
        pending.put(bar, new Pending(regime, stakes, costs));
    }

    /** Of what changes hands between two decisions. */
    private static double cost(SortedMap<String, Stake> now, SortedMap<String, Stake> before) {
        double cost = 0;
        for (Map.Entry<String, Stake> entry : now.entrySet()) {
            Stake earlier = before.get(entry.getKey());
            double held = earlier == null ? 0 : earlier.weight();
            cost += Math.abs(entry.getValue().weight() - held)
                    * entry.getValue().cost();
        }
        for (Map.Entry<String, Stake> entry : before.entrySet()) {
            if (!now.containsKey(entry.getKey())) {
                cost += entry.getValue().weight() * entry.getValue().cost();
            }
        }
        return cost;
    }

    /** Closes what was decided a horizon or more before a bar. The newest of them stay until the next, for its costs. */
    void settle(long bar, ToDoubleFunction<String> closes) {
        for (Map.Entry<Long, Pending> entry : pending.entrySet()) {
            if (entry.getKey() > bar - horizonBars) {
                break;
            }
            Pending due = entry.getValue();
            if (due.costs().isEmpty()) {
                continue;
            }
            due.stakes()
                    .forEach((strategy, stakes) -> mature(
                            due.regime(),
                            strategy,
                            gross(stakes, closes) - due.costs().get(strategy)));
            due.costs().clear();
        }
        pending.headMap(bar - horizonBars, false).clear();
    }

    private static double gross(SortedMap<String, Stake> stakes, ToDoubleFunction<String> closes) {
        double sum = 0;
        for (Map.Entry<String, Stake> entry : stakes.entrySet()) {
            double change =
                    closes.applyAsDouble(entry.getKey()) / entry.getValue().close() - 1;
            sum += entry.getValue().weight() * change;
        }
        return sum;
    }

    private void mature(String regime, String strategy, double net) {
        TreeMap<String, double[]> ofRegime = matured.computeIfAbsent(regime, absent -> new TreeMap<>());
        double[] before = ofRegime.getOrDefault(strategy, new double[0]);
        int from = Math.max(0, before.length + 1 - kept);
        double[] after = Arrays.copyOfRange(before, from, before.length + 1);
        after[after.length - 1] = net;
        ofRegime.put(strategy, after);
    }

    /** By how much a strategy's decisions in a regime brought more than another's. */
    Lead lead(String regime, String behind, String ahead) {
        TreeMap<String, double[]> ofRegime = matured.get(regime);
        if (ofRegime == null || !ofRegime.containsKey(behind) || !ofRegime.containsKey(ahead)) {
            return new Lead(Double.NaN, Double.NaN, 0);
        }
        double[] of = ofRegime.get(ahead);
        double[] than = ofRegime.get(behind);
        double[] differences = new double[of.length];
        for (int i = 0; i < of.length; i++) {
            differences[i] = of[i] - than[i];
        }
        return new Lead(mean(differences, 0, differences.length), standardError(differences), differences.length);
    }

    /** Decisions of one horizon overlap; means of whole blocks of them hardly do. */
    private double standardError(double[] differences) {
        int blocks = differences.length / horizonBars;
        if (blocks < 2) {
            return Double.NaN;
        }
        double[] means = new double[blocks];
        for (int block = 0; block < blocks; block++) {
            int until = differences.length - (blocks - 1 - block) * horizonBars;
            means[block] = mean(differences, until - horizonBars, until);
        }
        double mean = mean(means, 0, blocks);
        double squares = 0;
        for (double ofBlock : means) {
            squares += (ofBlock - mean) * (ofBlock - mean);
        }
        return Math.sqrt(squares / (blocks - 1)) / Math.sqrt(blocks);
    }

    private static double mean(double[] values, int from, int until) {
        double sum = 0;
        for (int i = from; i < until; i++) {
            sum += values[i];
        }
        return sum / (until - from);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(pending.size());
        for (Map.Entry<Long, Pending> entry : pending.entrySet()) {
            out.writeLong(entry.getKey());
            out.writeUTF(entry.getValue().regime());
            writeStakes(out, entry.getValue().stakes());
            writeCosts(out, entry.getValue().costs());
        }
        out.writeInt(matured.size());
        for (Map.Entry<String, TreeMap<String, double[]>> ofRegime : matured.entrySet()) {
            out.writeUTF(ofRegime.getKey());
            out.writeInt(ofRegime.getValue().size());
            for (Map.Entry<String, double[]> entry : ofRegime.getValue().entrySet()) {
                out.writeUTF(entry.getKey());
                Numbers.write(out, entry.getValue());
            }
        }
    }

    private static void writeStakes(DataOutput out, SortedMap<String, SortedMap<String, Stake>> stakes)
            throws IOException {
        out.writeInt(stakes.size());
        for (Map.Entry<String, SortedMap<String, Stake>> ofStrategy : stakes.entrySet()) {
            out.writeUTF(ofStrategy.getKey());
            out.writeInt(ofStrategy.getValue().size());
            for (Map.Entry<String, Stake> entry : ofStrategy.getValue().entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeDouble(entry.getValue().weight());
                out.writeDouble(entry.getValue().close());
                out.writeDouble(entry.getValue().cost());
            }
        }
    }

    private static void writeCosts(DataOutput out, SortedMap<String, Double> costs) throws IOException {
        out.writeInt(costs.size());
        for (Map.Entry<String, Double> entry : costs.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeDouble(entry.getValue());
        }
    }

    static PaperRecord read(DataInput in, int horizonBars, int kept) throws IOException {
        PaperRecord record = new PaperRecord(horizonBars, kept);
        for (int left = in.readInt(); left > 0; left--) {
            record.pending.put(in.readLong(), new Pending(in.readUTF(), readStakes(in), readCosts(in)));
        }
        for (int regimes = in.readInt(); regimes > 0; regimes--) {
            TreeMap<String, double[]> ofRegime = new TreeMap<>();
            record.matured.put(in.readUTF(), ofRegime);
            for (int left = in.readInt(); left > 0; left--) {
                ofRegime.put(in.readUTF(), Numbers.readDoubles(in));
            }
        }
        return record;
    }

    private static SortedMap<String, SortedMap<String, Stake>> readStakes(DataInput in) throws IOException {
        TreeMap<String, SortedMap<String, Stake>> stakes = new TreeMap<>();
        for (int strategies = in.readInt(); strategies > 0; strategies--) {
            TreeMap<String, Stake> ofStrategy = new TreeMap<>();
            stakes.put(in.readUTF(), ofStrategy);
            for (int left = in.readInt(); left > 0; left--) {
                ofStrategy.put(in.readUTF(), new Stake(in.readDouble(), in.readDouble(), in.readDouble()));
            }
        }
        return stakes;
    }

    private static SortedMap<String, Double> readCosts(DataInput in) throws IOException {
        TreeMap<String, Double> costs = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            costs.put(in.readUTF(), in.readDouble());
        }
        return costs;
    }
}

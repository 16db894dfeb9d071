package org.cryptosmarttrader.strategy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.cryptosmarttrader.regimes.MarketRegime;
import org.cryptosmarttrader.time.TickGrid;

/**
 * Which strategy acts in each regime, and what each of them would have brought. The table changes only when another strategy has
 * beaten the one in force, in that regime and after costs, by more than the round trip and one standard error. Mutable, not
 * thread-safe; part of the state of one key.
 *
 * <p>Source: definitions H.5.
 */
public final class StrategySwitch {

    private final StrategyChoice choice;
    private final TickGrid grid;
    private final TreeMap<String, String> table;
    private final TreeMap<String, Long> changedAt = new TreeMap<>();
    private final PaperRecord record;

    public StrategySwitch(StrategyChoice choice, TickGrid grid) {
        this(
                choice,
                grid,
                new TreeMap<>(choice.table()),
                new PaperRecord(choice.horizon().bars(grid), choice.decisions()));
    }

    private StrategySwitch(StrategyChoice choice, TickGrid grid, TreeMap<String, String> table, PaperRecord record) {
        this.choice = choice;
        this.grid = grid;
        this.table = table;
        this.record = record;
    }

    /**
     * A change of the table.
     *
     * @param ahead by how much the new one's decisions brought more, on the mean
     * @param needed the round trip and one standard error
     * @param decisions compared
     */
    public record Change(String regime, String from, String to, double ahead, double needed, int decisions) {}

    /** The strategy that acts in a regime; nobody acts in one that is not known. */
    public Strategy inForce(String regime) {
        if (choice.fixed() != null) {
            return choice.named(choice.fixed());
        }
        return choice.named(MarketRegime.isKnown(regime) ? table.getOrDefault(regime, Flat.NAME) : Flat.NAME);
    }

    /** Whether strategies are compared at all. */
    public boolean compares() {
        return choice.fixed() == null;
    }

    /**
     * Settles the decisions that have matured, and changes the table of the regime if another strategy has earned it.
     *
     * @param closes the last known close of each pair
     * @param roundTrip fees and slippage of buying and selling again, a fraction of the notional
     * @return null if the table stays
     */
    public Change settle(long tick, String regime, ToDoubleFunction<String> closes, double roundTrip) {
        if (!compares()) {
            return null;
        }
        record.settle(grid.barAt(tick), closes);
        long free = changedAt.getOrDefault(regime, Long.MIN_VALUE / 2) + choice.dwellHours() * TickGrid.HOUR;
        if (!MarketRegime.isKnown(regime) || tick < free) {
            return null;
        }
        String current = inForce(regime).name();
        Change best = null;
        for (Strategy strategy : choice.strategies()) {
            Change change = lead(regime, current, strategy.name(), roundTrip);
            if (change != null && (best == null || change.ahead() > best.ahead())) {
                best = change;
            }
        }
        if (best != null) {
            table.put(regime, best.to());
            changedAt.put(regime, tick);
        }
        return best;
    }

    private Change lead(String regime, String current, String other, double roundTrip) {
        PaperRecord.Lead lead = record.lead(regime, current, other);
        double needed = roundTrip + lead.standardError();
        return lead.mean() > needed ? new Change(regime, current, other, lead.mean(), needed, lead.decisions()) : null;
    }

    /**
     * Notes what each strategy would put where; settled when the horizon is over.
     *
     * @param stakes of each strategy by name, by pair
     */
    public void note(long tick, String regime, SortedMap<String, SortedMap<String, Stake>> stakes) {
        if (compares() && MarketRegime.isKnown(regime)) {
            record.note(grid.barAt(tick), regime, stakes);
        }
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(table.size());
        for (Map.Entry<String, String> entry : table.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
        out.writeInt(changedAt.size());
        for (Map.Entry<String, Long> entry : changedAt.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue());
        }
        record.write(out);
    }

    public static StrategySwitch read(DataInput in, StrategyChoice choice, TickGrid grid) throws IOException {
        TreeMap<String, String> table = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            table.put(in.readUTF(), in.readUTF());
        }
        TreeMap<String, Long> changed = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            changed.put(in.readUTF(), in.readLong());
        }
        PaperRecord record = PaperRecord.read(in, choice.horizon().bars(grid), choice.decisions());
        StrategySwitch read = new StrategySwitch(choice, grid, table, record);
        read.changedAt.putAll(changed);
        return read;
    }
}

package org.cryptosmarttrader.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.history.FoldReport;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;

/** Facts told one after another and folded at hourly ticks, the grace five seconds, 1 unit of any asset worth 1 USD. */
public final class FactScene {

    public static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);
    public static final FactRules RULES =
            new FactRules(HOURLY, "test", 1_000_000, new TreeMap<>(Map.of("BTC", "bitcoin")));

    private final List<EventBlock> told = new ArrayList<>();
    private long sequence;

    /** A text scored at once. */
    public FactScene text(String group, String id, long availableAt, double score, String subjects, String words) {
        return add(EventKind.TEXT, availableAt, 0, new double[] {score}, group, id, subjects, "test/1/ab", words, "");
    }

    public FactScene unscored(String group, String id, long availableAt, String subjects, String words) {
        return add(EventKind.TEXT, availableAt, 0, new double[] {Double.NaN}, group, id, subjects, "", words, "");
    }

    public FactScene score(String text, long availableAt, double score, String scorer) {
        return add(EventKind.SCORE, availableAt, 0, new double[] {score}, text, scorer);
    }

    /** A transfer of BTC; an entity that begins with a capital is a known one of no kind, others are exchanges. */
    public FactScene transfer(String id, long availableAt, double amount, String from, String to) {
        return add(
                EventKind.TRANSFER,
                availableAt,
                0,
                new double[] {amount},
                "bitcoin",
                id,
                "BTC",
                from,
                kind(from),
                to,
                kind(to));
    }

    private static String kind(String entity) {
        return entity.equals(EventKind.UNKNOWN) ? EventKind.UNKNOWN : "exchange";
    }

    public FactScene retract(String id, long availableAt) {
        return add(EventKind.RETRACT, availableAt, 0, new double[0], "bitcoin", id);
    }

    /** A value of the day that ends then. */
    public FactScene daily(String asset, String metric, long dayEnd, long availableAt, double value) {
        told.add(block(EventKind.METRIC, dayEnd - 1, availableAt, TickGrid.DAY, new double[] {value}, asset, metric));
        return this;
    }

    /** A feed is listened to in {@code [from, until)}; known then. */
    public FactScene listened(String feed, long from, long until) {
        told.add(block(EventKind.HEALTH, until - 1, until, until - from, new double[0], feed));
        return this;
    }

    private FactScene add(EventKind kind, long availableAt, long interval, double[] numbers, String... words) {
        told.add(block(kind, availableAt, availableAt, interval, numbers, words));
        return this;
    }

    private EventBlock block(
            EventKind kind, long eventTime, long availableAt, long interval, double[] numbers, String... words) {
        sequence++;
        return new EventBlock(
                kind,
                "test-facts",
                "",
                interval,
                Availability.RECORDED,
                new long[] {sequence},
                new long[] {eventTime},
                new long[] {availableAt},
                numbers,
                Sha256.of(new byte[] {(byte) sequence, (byte) (sequence >> 8)}),
                words);
    }

    public List<EventBlock> told() {
        return told;
    }

    /** What is remembered at a tick by a memory that took in everything from then on, tick by tick. */
    public FactMemory at(long tick, long from) {
        SortedMap<Long, List<EventBlock>> byTick = new TreeMap<>();
        for (EventBlock block : told) {
            if (block.availableAt(0) >= from && block.availableAt(0) <= tick) {
                byTick.computeIfAbsent(HOURLY.tickOf(block.availableAt(0)), absent -> new ArrayList<>())
                        .add(block);
            }
        }
        byTick.putIfAbsent(tick, List.of());
        FactMemory memory = new FactMemory();
        for (long next = byTick.firstKey(); next <= tick; next += TickGrid.HOUR) {
            memory.fold(next, byTick.getOrDefault(next, List.of()), (asset, at) -> 1, RULES);
        }
        return memory;
    }

    /** The same from the first thing told on. */
    public FactMemory at(long tick) {
        return at(tick, Long.MIN_VALUE);
    }

    /** Facts of an asset at a tick. */
    public Facts facts(String asset, long tick) {
        return at(tick).facts(asset, tick, RULES);
    }

    /** What one fold says of everything told. */
    public FoldReport foldAllAt(long tick) {
        return new FactMemory().fold(tick, told, (asset, at) -> 1, RULES);
    }
}

package org.cryptosmarttrader.serving.api;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.book.Decimals;
import org.cryptosmarttrader.serving.store.RunStore;
import org.cryptosmarttrader.serving.store.Snapshot;
import org.cryptosmarttrader.serving.store.Sql;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.runs.Datasets;

/**
 * What is held of each pair by lane: no dataset, but what the fills leave. A buy adds its price and fee to the cost; a sale takes
 * away its proceeds less the profit it realised, which is what the lots it used up had cost, by whichever method. So the costs
 * are those of the book to the last digit. Decimals throughout. Safe for use by many threads.
 */
final class Positions {

    private static final long LOOK_BACK = 2 * TickGrid.DAY;

    private static final List<ColumnSpec> COLUMNS = List.of(
            ColumnSpec.text("lane", ""),
            ColumnSpec.text("pair", ""),
            ColumnSpec.text("quantity", "base, decimal"),
            ColumnSpec.text("cost", "quote, decimal: paid for it, fees included"),
            ColumnSpec.text("average_cost", "quote per base, decimal of 16 digits"),
            ColumnSpec.text("close", "quote per base, decimal: last close, null if it is older than two days"),
            ColumnSpec.instant("closed_at", "decision that knew it"),
            ColumnSpec.text("value", "quote, decimal: at that close"),
            ColumnSpec.text("unrealised", "quote, decimal: value less cost"),
            ColumnSpec.instant("last_fill_at", ""));

    private record Key(String lane, String pair) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byLane = lane.compareTo(other.lane);
            return byLane != 0 ? byLane : pair.compareTo(other.pair);
        }
    }

    private record Held(BigDecimal quantity, BigDecimal cost, Instant lastFillAt) {

        private static final Held NOTHING = new Held(BigDecimal.ZERO, BigDecimal.ZERO, Instant.EPOCH);

        Held with(Map<String, Object> fill) {
            BigDecimal amount = decimal(fill, "quantity");
            BigDecimal notional = amount.multiply(decimal(fill, "price"));
            BigDecimal fee = decimal(fill, "fee");
            Instant at = (Instant) fill.get("at");
            return fill.get("side").equals("BUY")
                    ? new Held(quantity.add(amount), cost.add(notional).add(fee), at)
                    : new Held(
                            quantity.subtract(amount),
                            cost.subtract(notional.subtract(fee).subtract(decimal(fill, "realised"))),
                            at);
        }

        private static BigDecimal decimal(Map<String, Object> fill, String column) {
            return new BigDecimal((String) fill.get(column));
        }
    }

    private record Close(BigDecimal price, Instant at) {}

    private final RunStore store;
    private final TreeMap<Key, Held> held = new TreeMap<>();
    private long upTo = Long.MIN_VALUE;

    Positions(RunStore store) {
        this.store = store;
    }

    /** Those of a lane, or of both if it is null. */
    Sql at(Snapshot snapshot, String lane) throws IOException, InterruptedException {
        Map<String, Close> closes = closes(snapshot);
        List<List<String>> rows = new ArrayList<>();
        open(snapshot).forEach((key, position) -> {
            if (lane == null || lane.equals(key.lane())) {
                rows.add(row(key, position, closes.get(key.pair())));
            }
        });
        return Sql.of(COLUMNS, rows).add("ORDER BY lane, pair");
    }

    private static List<String> row(Key key, Held position, Close close) {
        BigDecimal value = close == null ? null : position.quantity().multiply(close.price());
        return Arrays.asList(
                key.lane(),
                key.pair(),
                plain(position.quantity()),
                plain(position.cost()),
                plain(position.cost().divide(position.quantity(), MathContext.DECIMAL64)),
                close == null ? null : plain(close.price()),
                close == null ? null : close.at().toString(),
                value == null ? null : plain(value),
                value == null ? null : plain(value.subtract(position.cost())),
                position.lastFillAt().toString());
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** Takes in what was filled since the last time it was asked. */
    private synchronized TreeMap<Key, Held> open(Snapshot snapshot) throws IOException, InterruptedException {
        if (snapshot.wholeUpTo() < upTo) {
            held.clear();
            upTo = Long.MIN_VALUE;
        }
        long from = upTo == Long.MIN_VALUE ? snapshot.manifest().genesis() : upTo + 1;
        Sql fills = new Sql("SELECT \"at\", lane, pair, side, quantity, price, fee, realised FROM "
                + snapshot.table(Datasets.FILLS, from, snapshot.wholeUpTo()) + " ORDER BY \"at\"");
        for (Map<String, Object> fill : store.rows(fills)) {
            Key key = new Key((String) fill.get("lane"), (String) fill.get("pair"));
            held.put(key, held.getOrDefault(key, Held.NOTHING).with(fill));
        }
        held.values().removeIf(position -> position.quantity().signum() == 0);
        upTo = snapshot.wholeUpTo();
        return new TreeMap<>(held);
    }

    private Map<String, Close> closes(Snapshot snapshot) throws IOException, InterruptedException {
        Map<String, Close> closes = new TreeMap<>();
        Sql last = new Sql("SELECT pair, arg_max(close, decision_at) AS close, max(decision_at) AS closed_at FROM "
                + snapshot.last(Datasets.BARS, LOOK_BACK) + " WHERE NOT isnan(close) GROUP BY pair");
        for (Map<String, Object> row : store.rows(last)) {
            closes.put((String) row.get("pair"), new Close(Decimals.of((Double) row.get("close")), (Instant)
                    row.get("closed_at")));
        }
        return closes;
    }
}

package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.book.OrderStatus;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.serving.runs.ExecutionTerms;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** Orders, fills and limits of all accounts of a run. */
final class Trades {

    /** Costs of fills as a share of what they moved. */
    private static final class Cost {
        private double notional;
        private double cost;

        void add(TradeTally.Execution fill) {
            double moved = fill.notional().doubleValue();
            notional += moved;
            cost += fill.fee().doubleValue() + fill.paidForSlippage();
        }
    }

    private final SortedMap<String, Map<Lane, TradeTally>> tallies = new TreeMap<>();
    private final SortedMap<String, Cost> costs = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Long>> limits = new TreeMap<>();
    private final Map<String, BigDecimal> ordered = new HashMap<>();
    private final ExecutionTerms terms;
    private final FillMarkets markets;
    private final DayRows orders;
    private final DayRows fills;
    private final DayRows audit;

    private Trades(RunFolder run) throws IOException {
        this.terms = ExecutionTerms.of(run.manifest());
        this.markets = new FillMarkets(run);
        this.orders = new DayRows(run, Datasets.ORDERS, "lane", "pair", "status", "reason", "quantity");
        this.fills = new DayRows(
                run,
                Datasets.FILLS,
                "lane",
                "order_id",
                "pair",
                "side",
                "quantity",
                "price",
                "fee",
                "slippage",
                "optimistic_price",
                "realised",
                "assumptions");
        this.audit = new DayRows(run, Datasets.AUDIT, "lane", "event", "rule");
    }

    static Trades of(RunFolder run) throws IOException {
        Trades trades = new Trades(run);
        trades.orders.forEach(trades::addOrders);
        long last = UtcDays.dayOf(run.manifest().until());
        for (long day = UtcDays.dayOf(run.manifest().emitFrom()); day <= last; day++) {
            RowBatch ofDay = trades.fills.of(day);
            if (ofDay.rows() > 0) {
                trades.addFills(ofDay, trades.markets.of(day, trades.filledAt(ofDay)));
            }
        }
        trades.audit.forEach(trades::addAudit);
        return trades;
    }

    /** Orders and fills of a lane in a quote currency. */
    TradeTally of(String quote, Lane lane) {
        return tallies.computeIfAbsent(quote, absent -> new TreeMap<>())
                .computeIfAbsent(lane, absent -> new TradeTally(terms));
    }

    /** Whether there was any order or fill in a quote currency. */
    boolean any(String quote) {
        return tallies.containsKey(quote);
    }

    private void addOrders(RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            OrderStatus status = OrderStatus.valueOf(batch.strings(orders.column("status"))[row]);
            tally(orders, batch, row).order(status, batch.strings(orders.column("reason"))[row]);
            if (status == OrderStatus.NEW) {
                ordered.put(
                        batch.strings(orders.column("order_id"))[row],
                        new BigDecimal(batch.strings(orders.column("quantity"))[row]));
            }
        }
    }

    private TradeTally tally(DayRows rows, RowBatch batch, int row) {
        String pair = batch.strings(rows.column(Datasets.PAIR))[row];
        return of(Symbols.quote(pair), Lane.valueOf(batch.strings(rows.column("lane"))[row]));
    }

    private Set<FillMarkets.At> filledAt(RowBatch batch) {
        Set<FillMarkets.At> filled = new HashSet<>();
        for (int row = 0; row < batch.rows(); row++) {
            filled.add(at(batch, row));
        }
        return filled;
    }

    private FillMarkets.At at(RowBatch batch, int row) {
        return new FillMarkets.At(
                batch.strings(fills.column(Datasets.PAIR))[row], batch.longs(fills.column("at"))[row]);
    }

    private void addFills(RowBatch batch, Map<FillMarkets.At, FillMarkets.Market> known) {
        for (int row = 0; row < batch.rows(); row++) {
            FillMarkets.At at = at(batch, row);
            TradeTally.Execution fill = fill(batch, row, at);
            tally(fills, batch, row).fill(fill, known.getOrDefault(at, FillMarkets.Market.UNKNOWN));
            costs.computeIfAbsent(Symbols.quote(at.pair()), absent -> new Cost())
                    .add(fill);
        }
    }

    private TradeTally.Execution fill(RowBatch batch, int row, FillMarkets.At at) {
        String assumptions = batch.strings(fills.column("assumptions"))[row];
        BigDecimal quantity = decimal(batch, row, "quantity");
        // an order decided before the report begins has no row: its fill is all that is known of it
        BigDecimal whole = ordered.getOrDefault(batch.strings(fills.column("order_id"))[row], quantity);
        return new TradeTally.Execution(
                batch.strings(fills.column("fill_id"))[row],
                at.tick(),
                at.pair(),
                Side.valueOf(batch.strings(fills.column("side"))[row]),
                whole,
                quantity,
                decimal(batch, row, "price"),
                decimal(batch, row, "fee"),
                batch.doubles(fills.column("slippage"))[row],
                decimal(batch, row, "optimistic_price"),
                decimal(batch, row, "realised"),
                assumptions == null ? "" : assumptions);
    }

    private BigDecimal decimal(RowBatch batch, int row, String column) {
        String text = batch.strings(fills.column(column))[row];
        return text == null ? null : new BigDecimal(text);
    }

    private void addAudit(RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            String rule = batch.strings(audit.column("rule"))[row];
            String event = batch.strings(audit.column("event"))[row];
            limits.computeIfAbsent(batch.strings(audit.column("lane"))[row], absent -> new TreeMap<>())
                    .merge(rule == null ? event : event + " " + rule, 1L, Long::sum);
        }
    }

    /** What a fill of this run cost on average, as a share of its notional; NaN if nothing was filled. */
    double costOfFill(String quote) {
        Cost cost = costs.getOrDefault(quote, new Cost());
        return cost.cost / cost.notional;
    }

    /** Those of one lane. */
    SortedMap<String, Long> limits(Lane lane) {
        return limits.getOrDefault(lane.name(), new TreeMap<>());
    }

    /** Rows of the audit by lane, then by event and rule. */
    SortedMap<String, SortedMap<String, Long>> limits() {
        return limits;
    }
}

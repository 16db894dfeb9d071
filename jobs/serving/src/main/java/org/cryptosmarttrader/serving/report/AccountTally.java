package org.cryptosmarttrader.serving.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.cryptosmarttrader.evaluation.Performance;
import org.cryptosmarttrader.serving.findings.Evidence;
import org.cryptosmarttrader.serving.findings.Finding;
import org.cryptosmarttrader.serving.findings.FindingRules;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.serving.trials.Selection;
import org.cryptosmarttrader.wire.rows.RowBatch;

/** The account of one lane in one quote currency, tick after tick. */
final class AccountTally {

    /** Columns read of an account row. */
    static final List<String> COLUMNS =
            List.of("equity", "gross", "realised", "unrealised", "fees", "stopped", "stale_marks");

    private static final double DAYS_A_YEAR = 365;

    private final LongStream.Builder times = LongStream.builder();
    private final DoubleStream.Builder equity = DoubleStream.builder();
    private final DoubleStream.Builder gross = DoubleStream.builder();
    private final ReturnsBy returns = new ReturnsBy(ReturnsBy.COLUMNS);
    private String first;
    private String last;
    private String realised;
    private String unrealised;
    private String fees;
    private Boolean stopped;
    private boolean moved;
    private long staleTicks;

    void add(DayRows rows, RowBatch batch, int row) {
        last = batch.strings(rows.column("equity"))[row];
        first = first == null ? last : first;
        moved |= !last.equals(first);
        realised = batch.strings(rows.column("realised"))[row];
        unrealised = batch.strings(rows.column("unrealised"))[row];
        fees = batch.strings(rows.column("fees"))[row];
        stopped = batch.booleans(rows.column("stopped"))[row];
        staleTicks += batch.longs(rows.column("stale_marks"))[row] > 0 ? 1 : 0;
        long at = batch.longs(rows.column("at"))[row];
        BigDecimal worth = new BigDecimal(last);
        returns.add(at, worth, name -> batch.strings(rows.column(name))[row]);
        times.add(at);
        equity.add(worth.doubleValue());
        gross.add(new BigDecimal(batch.strings(rows.column("gross"))[row]).doubleValue());
    }

    /** Whether the account was ever worth anything else than at its first tick. */
    boolean moved() {
        return moved;
    }

    /** What it is worth at the last tick. */
    String equity() {
        return last;
    }

    /** @param selection what was counted of this account's trials; null if nothing was */
    AccountReport report(
            TradeTally trades, LaneGate gate, Selection selection, AccountEvidence beside, double periodsPerYear) {
        Unmeasured unmeasured = new Unmeasured();
        String none = "the run has no account rows of this lane and currency";
        double[] values = equity.build().toArray();
        double exposure = Performance.exposure(gross.build().toArray(), values);
        double turnover = Performance.turnover(trades.notional().doubleValue(), values, periodsPerYear);
        if (first == null) {
            for (String field :
                    new String[] {"equityStart", "equityEnd", "realised", "unrealised", "fees", "stopped"}) {
                unmeasured.orNull(field, Double.NaN, none);
            }
        }
        ReturnFigures figures = ReturnFigures.of(values, periodsPerYear, none);
        if (selection == null) {
            unmeasured.orNull("selection", Double.NaN, "the run was not counted among the trials of its archive");
        }
        TradeReport traded = trades.report();
        return new AccountReport(
                first,
                last,
                realised,
                unrealised,
                fees,
                stopped,
                figures,
                selection,
                unmeasured.orNull("exposure", exposure, none),
                unmeasured.orNull("turnover", turnover, none),
                traded,
                trades.capacity(gain(), Performance.mean(values)),
                beside.otherwise(),
                returns.parts(),
                gate.allowed(),
                gate.blocked(),
                Words.account(figures, selection, traded, gate, first == null, stopped),
                findings(trades, figures, selection, exposure, turnover, beside, periodsPerYear),
                unmeasured.reasons(),
                new Curve(times.build().toArray(), values),
                trades.trips());
    }

    private double gain() {
        return first == null
                ? Double.NaN
                : new BigDecimal(last).subtract(new BigDecimal(first)).doubleValue();
    }

    /** What speaks against the result; nothing of an account without rows. */
    private List<Finding> findings(
            TradeTally trades,
            ReturnFigures figures,
            Selection selection,
            double exposure,
            double turnover,
            AccountEvidence beside,
            double periodsPerYear) {
        if (first == null) {
            return List.of();
        }
        return FindingRules.look(new Evidence(
                DAYS_A_YEAR * figures.periods() / periodsPerYear,
                figures.periods() + 1L,
                staleTicks,
                new BigDecimal(first).doubleValue(),
                new BigDecimal(last).doubleValue(),
                new BigDecimal(unrealised).doubleValue(),
                stopped,
                trades.evidence(),
                new Evidence.Figures(
                        Unmeasured.nanIfNull(figures.sharpeAnnual()),
                        Unmeasured.nanIfNull(figures.maxDrawdown()),
                        exposure,
                        turnover,
                        selection == null ? Double.NaN : Unmeasured.nanIfNull(selection.deflatedSharpe()),
                        selection == null ? Double.NaN : Unmeasured.nanIfNull(selection.overfitting()),
                        beside.holdReturn()),
                trades.sales(),
                beside.limits(),
                beside.pairs(),
                beside.judged(),
                beside.otherwise()));
    }
}

package org.cryptosmarttrader.serving.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.serving.findings.Evidence;
import org.cryptosmarttrader.serving.findings.Finding;
import org.cryptosmarttrader.serving.findings.FindingRules;

/**
 * An account's report as findings look at it.
 *
 * @param pairs of its currency
 * @param horizons forecasts it went by
 */
record AccountEvidence(
        AccountReport account,
        long staleTicks,
        HoldReport hold,
        List<String> pairs,
        SortedMap<String, HorizonReport> horizons,
        double periodsPerYear) {

    private static final double DAYS_A_YEAR = 365;

    /** What speaks against its result; nothing of an account without rows. */
    List<Finding> findings(TradeTally trades, SortedMap<String, Long> limits) {
        if (account.equityStart() == null) {
            return List.of();
        }
        ReturnFigures figures = account.figures();
        boolean isCounted = account.selection() != null;
        return FindingRules.look(new Evidence(
                DAYS_A_YEAR * figures.periods() / periodsPerYear,
                figures.periods() + 1L,
                staleTicks,
                number(account.equityStart()),
                number(account.equityEnd()),
                number(account.unrealised()),
                account.stopped(),
                trades.evidence(),
                new Evidence.Figures(
                        number(figures.sharpeAnnual()),
                        number(figures.maxDrawdown()),
                        number(account.exposure()),
                        number(account.turnover()),
                        isCounted ? number(account.selection().deflatedSharpe()) : Double.NaN,
                        isCounted ? number(account.selection().overfitting()) : Double.NaN,
                        number(hold.figures().totalReturn())),
                trades.sales(),
                limits,
                pairs,
                judged()));
    }

    private SortedMap<String, Evidence.Judged> judged() {
        SortedMap<String, Evidence.Judged> judged = new TreeMap<>();
        horizons.forEach((name, horizon) -> judged.put(
                name,
                new Evidence.Judged(
                        number(horizon.skill().brierSkill()),
                        horizon.coverage().promised(),
                        number(horizon.coverage().upper()),
                        horizon.independentOutcomes())));
        return judged;
    }

    private static double number(Double value) {
        return value == null ? Double.NaN : value;
    }

    private static double number(String decimal) {
        return new BigDecimal(decimal).doubleValue();
    }
}

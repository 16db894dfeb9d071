package org.cryptosmarttrader.uncertainty;

/**
 * How often outcomes fell into the intervals issued for them: one row of the {@link CoverageLedger}.
 *
 * @param month in which the outcomes matured, UTC, e.g. {@code 2022-03}
 * @param group e.g. the quote currency of the pairs
 * @param n number of outcomes
 * @param hits number of them within their interval
 * @param share hits / n
 * @param infinite number of intervals of infinite width
 * @param meanWidth log return, over the intervals of finite width; NaN if there is none
 * @param independentOutcomes n_eff of the outcomes' decisions
 * @param wilson where the true share may lie, by {@code independentOutcomes}
 * @param alarm whether it must lie below the share promised
 */
public record Coverage(
        String month,
        String group,
        long n,
        long hits,
        double share,
        long infinite,
        double meanWidth,
        double independentOutcomes,
        WilsonInterval wilson,
        boolean alarm) {}

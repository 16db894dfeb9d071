package org.cryptosmarttrader.serving.views;

/** What intervals promised and kept, by horizon and month: all currencies, regimes and models together. */
public final class CoverageByMonth {

    private CoverageByMonth() {}

    /**
     * A statement with the columns {@code horizon, month, outcomes, hits, realised, promised}. The ledger says each day what was
     * counted so far, so that its last word of each cell counts.
     *
     * @param table text of a table with the columns of the dataset {@code coverage}
     */
    public static String of(String table) {
        return """
                SELECT horizon, month, sum(outcomes)::BIGINT AS outcomes, sum(hits)::BIGINT AS hits,
                    sum(hits) / sum(outcomes)::DOUBLE AS realised, sum(promised * outcomes) / sum(outcomes) AS promised
                FROM (SELECT horizon, month, quote, regime, forest, arg_max(outcomes, c."at") AS outcomes,
                        arg_max(hits, c."at") AS hits, arg_max(promised, c."at") AS promised
                    FROM %s AS c GROUP BY horizon, month, quote, regime, forest)
                WHERE outcomes > 0 GROUP BY horizon, month""".formatted(table);
    }
}

package org.cryptosmarttrader.app.oracle;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The columns that SQL says, each as a query for {@code pair}, {@code tick} and {@code value} over the tables of the scripts
 * beside this class. The names stand here again, so that a column that is wired to another's source is found.
 */
final class SqlColumns {

    private static final String TICK = "(hour + 1) * 3600000::BIGINT + 5000 AS tick";

    private static final List<String> OF_BARS = List.of(
            ("ret_1 ret_2 ret_3 ret_6 ret_12 ret_24 ret_72 ret_168 ret_720 rv_cc_24 rv_cc_168 rv_park_24 rv_park_168 "
                            + "rv_gk_24 rv_gk_168 rv_rs_24 rv_rs_168 rv_yz_24 rv_yz_168 vol_ratio sma_dev_20 sma_dev_50 "
                            + "sma_dev_200 trend_strength stoch_k stoch_d bb_pctb bb_width cci_20 don_pos don_width "
                            + "drawdown_720 skew_168 kurt_168 acf1_168 vr_4_168 vr_24_168 hurst_168 mfi_14 obv_z_168 "
                            + "vwap_dev_24 vol_z_24 vol_z_168 trades_z_168 amihud_24 hour_sin hour_cos dow_sin dow_cos "
                            + "beta_btc_168 corr_btc_168 beta_eth_168 corr_eth_168 rel_btc_1 rel_btc_24 rel_btc_168 "
                            + "btc_ret_1 btc_ret_6 btc_ret_24 btc_ret_72 btc_ret_168 btc_ret_720 btc_rv_cc_24 "
                            + "btc_rv_cc_168 btc_bb_pctb btc_vol_z_168 btc_drawdown_720 btc_vol_ratio btc_trend_strength "
                            + "eth_ret_1 eth_ret_24 eth_ret_168 eth_rv_cc_24 eth_vol_ratio eth_trend_strength "
                            + "xs_rank_ret1 xs_rank_ret24 xs_rank_ret168 xs_rank_ret720 xs_rank_rv168 xs_rank_vol24 "
                            + "xs_rank_volz24 xs_rank_amihud24 xs_rank_drawdown720 breadth_1 breadth_24 breadth_168 "
                            + "dispersion_1 dispersion_24 dispersion_168 xs_skew_24 xs_median_24 xs_excess_24 "
                            + "xs_share_vol24")
                    .split(" "));

    private static final List<String> OF_TEXTS = List.of(
            "sent_6h",
            "sent_24h",
            "sent_disp_6h",
            "sent_disp_24h",
            "sent_mom",
            "sent_count_24",
            "sent_count_z_168",
            "sent_dup_share_24");

    private static final Map<String, String> METRICS = Map.of(
            "flow_in", "FlowInExUSD",
            "flow_out", "FlowOutExUSD",
            "ex_supply", "SplyExNtv",
            "active_addresses", "AdrActCnt",
            "transactions", "TxCnt",
            "transfers", "TxTfrCnt",
            "hash_rate", "HashRate",
            "fees", "FeeTotNtv",
            "mvrv", "CapMVRVCur");

    private final SortedMap<String, String> queries = new TreeMap<>();

    private SqlColumns() {
        OF_BARS.forEach(
                column -> queries.put(column, "SELECT pair, %s, %s AS value FROM by_bars".formatted(TICK, column)));
        for (String feed : List.of("all", "news", "reddit", "x")) {
            String prefix = feed.equals("all") ? "" : feed + "_";
            OF_TEXTS.forEach(measure -> addText(prefix, measure, feed));
        }
        List.of("rsi_14", "atr_pct_14").forEach(this::addReference);
        METRICS.forEach(this::addDaily);
        addMetric("funding_last", "split_part(pair, '/', 1)", "funding_rate", "value");
        addMetric("btc_funding_last", "'BTC'", "funding_rate", "value");
        addMetric("btc_funding_z30", "'BTC'", "funding_rate", "z30");
        addMetric("mkt_fng", "''", "fear_greed", "value / 100");
        addMetric("mkt_fng_chg_1", "''", "fear_greed", "step1 / 100");
        addMetric("mkt_fng_chg_7", "''", "fear_greed", "step7 / 100");
    }

    /** Query by column, in the order of names. */
    static SortedMap<String, String> queries() {
        return new SqlColumns().queries;
    }

    private void addText(String prefix, String measure, String feed) {
        String query =
                "SELECT pair, tick, %s AS value FROM ours LEFT JOIN by_texts USING (tick) WHERE feed = '%s' AND subject = %s";
        queries.put(prefix + measure, query.formatted("by_texts." + measure, feed, "split_part(pair, '/', 1)"));
        queries.put("mkt_" + prefix + measure, query.formatted("by_texts." + measure, feed, "'*'"));
    }

    /** What recursion makes SQL cannot say, but that it is what stands in the row of BTC. */
    private void addReference(String column) {
        queries.put(
                "btc_" + column,
                ("SELECT ours.pair, ours.tick, btc.%s AS value FROM ours LEFT JOIN ours AS btc"
                                + " ON btc.tick = ours.tick AND btc.pair = 'BTC/' || split_part(ours.pair, '/', 2)")
                        .formatted(column));
    }

    private void addDaily(String id, String metric) {
        for (String change : List.of("z30", "chg1", "chg7")) {
            addMetric("day_%s_%s".formatted(id, change), "split_part(pair, '/', 1)", metric, change);
            addMetric("btc_day_%s_%s".formatted(id, change), "'BTC'", metric, change);
        }
    }

    private void addMetric(String column, String asset, String metric, String value) {
        queries.put(
                column,
                ("SELECT pair, ours.tick, m.%s AS value FROM ours LEFT JOIN by_metrics AS m"
                                + " ON m.tick = ours.tick AND m.metric = '%s' AND m.asset = %s")
                        .formatted(value, metric, asset));
    }
}

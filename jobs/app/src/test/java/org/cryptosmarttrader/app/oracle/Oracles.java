package org.cryptosmarttrader.app.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.features.Described;

/**
 * Which source independent of us columns are compared with, and by which test. A column that none of these says is held
 * against values by hand, in the test named after its class.
 */
enum Oracles {
    DUCKDB("DuckDB", "DuckDbOracleITCase", String.join("|", SqlColumns.queries().keySet())),
    TA_LIB(
            "TA-Lib 0.4.0",
            "TaLibOracleTest",
            "sma_dev_(20|50|200)|ema_dev_(12|26)|macd|macd_signal|macd_hist|bb_pctb|bb_width|stoch_k|stoch_d|cci_20|mfi_14"
                    + "|rsi_14|plus_di|minus_di|adx|atr_pct_14|obv_z_168|don_pos|don_width"),
    BARS("golden vectors C0 to C4", "FeatureGoldenTest", names("C0-", "rv_cc_24|beta_btc_168|corr_btc_168")),
    CROSS_SECTION("golden vectors C5, C6", "FeatureGoldenTest", "xs_rank_ret24|xs_rank_vol24|breadth_24|dispersion_24"),
    SIDES("golden vector C7", "BuyImbalanceTest", "buy_imb_24"),
    STATES("golden vector of the filter", "HiddenMarkovTest", "btc_hmm_storm"),
    TEXTS("golden vectors D1, D2", "FactGoldenTest", "sent_(6h|24h|disp_6h|disp_24h|mom|count_24)"),
    FLOWS(
            "golden vectors E1, E2",
            "FactGoldenTest",
            "(btc_)?(ln_(whale_count|whale_usd|to_exchanges|from_exchanges|net_to_exchanges)_(1|24|168)"
                    + "|(whale_count|whale_usd|to_exchanges|from_exchanges|net_to_exchanges)_z_(1|24))|whale_activity");

    private final String source;
    private final String test;
    private final Pattern columns;

    Oracles(String source, String test, String columns) {
        this.source = source;
        this.test = test;
        this.columns = Pattern.compile(columns);
    }

    private static String names(String vector, String more) {
        List<String> names = new ArrayList<>(List.of(more));
        for (Iterator<String> outputs = Golden.vector(vector).outputs().fieldNames(); outputs.hasNext(); ) {
            names.add(outputs.next());
        }
        return String.join("|", names);
    }

    /** Simple name of the test that compares. */
    String test() {
        return test;
    }

    boolean says(String column) {
        return columns.matcher(column).matches();
    }

    /** What says a column, each with its test. */
    static List<String> of(Described column) throws IOException {
        List<String> oracles = Stream.of(values())
                .filter(oracle -> oracle.says(column.name()))
                .map(oracle -> "%s (`%s`)".formatted(oracle.source, oracle.test))
                .toList();
        boolean isByHand = oracles.isEmpty() && isTest(ownTest(column));
        return isByHand ? List.of("by hand (`%s`)".formatted(ownTest(column))) : oracles;
    }

    /** Name of the test of the class that computes a column. */
    static String ownTest(Described column) {
        return column.formula().getSimpleName() + "Test";
    }

    /** Whether there is a test of that simple name. */
    static boolean isTest(String name) throws IOException {
        try (Stream<Path> udfs = Files.walk(Answer.home().resolve("udfs/src/test"));
                Stream<Path> here = Files.walk(Answer.home().resolve("jobs/app/src/test"))) {
            return Stream.concat(udfs, here).anyMatch(file -> file.endsWith(name + ".java"));
        }
    }
}

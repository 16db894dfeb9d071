package org.cryptosmarttrader.serving.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.TreeMap;
import org.cryptosmarttrader.serving.plot.Markup;
import org.cryptosmarttrader.wire.Json;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The returns of an account")
class AccountReturnsTest {

    @TempDir
    private Path folder;

    /** From the last two hours of February on, which end at midnight and five seconds: 1,000, 1,100, 1,089, 1,089.0001. */
    private RunScene overMidnight() {
        return new RunScene(folder)
                .account(-1, "RESEARCH", "1000.00", "0")
                .account(0, "RESEARCH", "1100.00", "0")
                .account(1, "RESEARCH", "1089.00", "0")
                .account(2, "RESEARCH", "1089.0001", "0");
    }

    private JsonNode returns(RunScene scene) throws IOException {
        BacktestReport.write(scene.sealed());
        return Json.mapper()
                .readTree(folder.resolve(BacktestReport.JSON).toFile())
                .at("/accounts/USD/lanes/RESEARCH/returns");
    }

    @Test
    void belong_to_the_month_of_the_tick_they_begin_at() throws IOException {
        JsonNode months = returns(fromFebruary()).get("month");

        assertThat(months.at("/2021-02/periods").asInt()).isEqualTo(1);
        assertThat(months.at("/2021-02/profit").asText()).isEqualTo("100.00");
        assertThat(months.at("/2021-02/totalReturn").asDouble()).isCloseTo(0.1, within(1e-12));
        assertThat(months.at("/2021-03/periods").asInt()).isEqualTo(2);
        assertThat(months.at("/2021-03/profit").asText()).isEqualTo("-10.9999");
        assertThat(months.at("/2021-03/totalReturn").asDouble()).isCloseTo(1089.0001 / 1100 - 1, within(1e-12));
    }

    private RunScene fromFebruary() {
        return overMidnight().emittingFrom(-1);
    }

    @Test
    void add_up_to_the_change_of_equity_to_the_last_digit() throws IOException {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode month : returns(fromFebruary()).get("month")) {
            sum = sum.add(new BigDecimal(month.get("profit").asText()));
        }

        assertThat(sum).isEqualTo(new BigDecimal("89.0001"));
    }

    @Test
    void by_strategy_and_regime_belong_to_what_was_in_force_when_they_began() throws IOException {
        JsonNode returns = returns(fromFebruary());

        assertThat(returns.at("/strategy/momentum/profit").asText()).isEqualTo("89.0001");
        // 1,000 to 1,089 while the market rose, the rest while it fell
        assertThat(returns.get("regime").get("NORMAL/UP").get("profit").asText())
                .isEqualTo("89.00");
        assertThat(returns.get("regime").get("HIGH/DOWN").get("profit").asText())
                .isEqualTo("0.0001");
        assertThat(Files.readString(folder.resolve(BacktestReport.PAGE)))
                .contains("Returns by strategy", "Returns by regime")
                .contains("<th scope=\"row\">NORMAL/UP</th><td>RESEARCH</td><td>2</td><td>89.00</td><td>8.9 %</td>");
    }

    @Test
    void by_month_are_a_table_with_a_shade_for_each_size() {
        TreeMap<String, ReturnsBy.Part> months = new TreeMap<>();
        months.put("2020-12", new ReturnsBy.Part(744, "10", 0.1));
        months.put("2021-01", new ReturnsBy.Part(744, "-3", -0.03));
        months.put("2021-12", new ReturnsBy.Part(744, "40", 0.04));
        Markup page = new Markup();

        new MonthTable("Returns", months).addTo(page);

        String table = page.toString();
        assertThat(table)
                .contains("<th scope=\"col\">2020</th><th scope=\"col\">2021</th>")
                .contains("<th scope=\"row\">Jan</th><td></td><td class=\"down1\">-3.0 %</td>")
                .contains("<th scope=\"row\">Dec</th><td class=\"up3\">10.0 %</td><td class=\"up2\">4.0 %</td>")
                .doesNotContain("Feb");
        // 0.97 · 1.04
        assertThat(table).contains("<th scope=\"row\">year</th><td>10.0 %</td><td>0.9 %</td>");
    }

    @Test
    void of_nothing_gained_or_lost_are_no_table() {
        TreeMap<String, ReturnsBy.Part> months = new TreeMap<>();
        months.put("2020-12", new ReturnsBy.Part(744, "0", 0));
        Markup page = new Markup();

        new MonthTable("Returns", months).addTo(page);

        assertThat(page.toString()).isEmpty();
    }

    @Test
    void and_sales_and_worth_are_Parquet_files_too() throws Exception {
        RunScene scene = RunScene.fiveHours(folder)
                .withBars()
                .withAccounts()
                // bought at the second tick for 10.1 and a fee of 0.404; sold for 12 less 0.1
                .sale(4, "0.1", "120", "0.1", "1.396");

        BacktestReport.write(scene.sealed());

        assertThat(ask("SELECT count(*) || ' ' || round(max(growth), 4) FROM 'equity' WHERE account = 'RESEARCH'"))
                .isEqualTo("5 1.089");
        assertThat(ask("SELECT string_agg(DISTINCT account, ', ' ORDER BY account) FROM 'equity'"))
                .isEqualTo("GATED, RESEARCH, buy and hold, equal weight");
        assertThat(
                        ask(
                                "SELECT cost || ' ' || profit || ' ' || hours_held || ' ' || round(total_return, 6) FROM 'trades'"))
                .isEqualTo("10.504 1.396 3.0 0.132902");
        assertThat(
                        ask(
                                "SELECT value || ' ' || periods || ' ' || profit FROM 'returns' WHERE lane = 'RESEARCH' AND kind = 'month'"))
                .isEqualTo("2021-03 4 78.11");
        assertThat(Files.readString(folder.resolve(BacktestReport.PAGE)))
                .contains("USD, RESEARCH: sales after costs", "BTC/USD: 3.0, 0.1329")
                .doesNotContain("USD, GATED: sales after costs");
    }

    @Test
    void are_the_same_files_each_time() throws IOException {
        RunScene scene = RunScene.fiveHours(folder).withBars().withAccounts();
        var run = scene.sealed();
        BacktestReport.write(run);
        Path file = folder.resolve("report/equity.parquet");
        byte[] first = Files.readAllBytes(file);

        BacktestReport.write(run);

        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        try (var files = Files.list(folder.resolve("report"))) {
            assertThat(files.map(path -> path.getFileName().toString()).sorted())
                    .containsExactly("equity.parquet", "returns.parquet", "trades.parquet");
        }
    }

    private String ask(String sql) throws SQLException {
        String files = sql.replaceAll("FROM '(\\w+)'", "FROM '" + folder + "/report/$1.parquet'");
        try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet row = db.createStatement().executeQuery(files)) {
            row.next();
            return row.getString(1);
        }
    }
}

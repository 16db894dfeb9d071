package org.cryptosmarttrader.app.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.gates.Reason;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year of four recorded pairs, walked through with the members as they are defined but on fewer rows. */
@DisplayName("A walk-forward over a recorded year")
class WalkForwardITCase {

    private static final String PAIRS = "BTC/USDT,ETH/USDT,ADA/USDT,LTC/USDT";

    @TempDir
    private static Path folder;

    private static String at(String name) {
        return folder.resolve(name).toString();
    }

    private static JsonNode done(String... words) throws IOException {
        Answer answer = Answer.to(words);
        assertThat(answer.exit()).as(answer.out() + answer.err()).isZero();
        return answer.json();
    }

    private static void imported(Path data) throws IOException {
        done(
                "import",
                "--json",
                "--archive",
                at("archive"),
                "--source",
                "binance",
                "--format",
                "kraken-ohlcvt",
                "--from",
                data.toString());
    }

    /** Every pair has been spoken of and answered, and the market is no easier told than a pair's own direction. */
    private static void judged(String statement, JsonNode family) {
        System.out.printf(
                "24h %s: %,d made, %,d passed, of all AUC %.3f, skill %.3f [%.3f, %.3f]%n",
                statement,
                family.get("statements").asLong(),
                family.get("opened").asLong(),
                family.at("/all/auc").asDouble(),
                family.at("/all/brierSkill").asDouble(),
                family.at("/all/brierSkillLower").asDouble(),
                family.at("/all/brierSkillUpper").asDouble());
        assertThat(family.get("statements").asLong()).as(statement).isPositive();
        assertThat(family.at("/all/independentOutcomes").asDouble())
                .as(statement)
                .isGreaterThan(300);
        if (statement.equals("outperforms")) {
            assertThat(family.at("/all/auc").asDouble()).as(statement).isBetween(0.42, 0.58);
        }
    }

    @Test
    void sounds_no_leakage_alarm_and_keeps_the_promise_of_its_intervals() throws Exception {
        for (String pair : PAIRS.split(",")) {
            imported(Golden.shared("data/ohlcv/binance-1h-2017-2022/%s_60.csv.gz".formatted(pair.replace("/", ""))));
        }

        JsonNode report = done(
                "backtest",
                "--json",
                "--archive",
                at("archive"),
                "--genesis",
                "2020-10-01",
                "--from",
                "2021-05-01",
                "--until",
                "2022-04-01",
                "--retrain",
                "180d",
                "--set",
                "horizons.horizons=[24h]",
                "--models-conf",
                LightModels.in(folder).toString(),
                "--out",
                at("backtest"));

        JsonNode day = report.at("/horizons/24h");
        System.out.printf(
                "24h: %,d outcomes (%.0f independent), AUC %.3f [%.3f, %.3f], pooled IC %.3f, intervals of 80 %% held %.3f%n",
                day.get("matured").asLong(),
                day.get("independentOutcomes").asDouble(),
                day.at("/skill/auc").asDouble(),
                day.at("/skill/aucLower").asDouble(),
                day.at("/skill/aucUpper").asDouble(),
                day.at("/skill/pooledIc").asDouble(),
                day.at("/coverage/realised").asDouble());
        for (String statement : List.of("beyond_1", "beyond_2", "outperforms")) {
            judged(statement, day.at("/families/" + statement));
        }
        RowBatch statements = RunFolder.open(folder.resolve("backtest")).readAll(Datasets.STATEMENTS);
        assertThat(statements.strings(Datasets.STATEMENTS.indexOf("not_measured")))
                .as("columns were compared with the training set of each statement's model")
                .noneMatch(gates -> gates.contains(Reason.DRIFT.name()));
        assertThat(statements.strings(Datasets.STATEMENTS.indexOf("reasons")))
                .as("no interval, no gate on its coverage")
                .noneMatch(gates -> gates.contains(Reason.COVERAGE.name()));
        assertThat(report.get("leaks")).isEmpty();
        assertThat(report.at("/walkForward/violations").asLong()).isZero();
        assertThat(report.at("/walkForward/rowsChecked").asLong()).isPositive();
        assertThat(day.get("independentOutcomes").asDouble())
                .as("long enough to be judged by the figure")
                .isGreaterThan(300);
        assertThat(day.at("/coverage/realised").asDouble()).isBetween(0.78, 0.82);
    }
}

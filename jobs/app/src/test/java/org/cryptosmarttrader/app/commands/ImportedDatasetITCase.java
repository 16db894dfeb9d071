package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.app.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Recorded files, imported by command")
class ImportedDatasetITCase {

    @TempDir
    Path folder;

    private Answer imports(String file, String source) {
        List<String> words = new ArrayList<>(
                List.of("import", "--from", Golden.shared("data/" + file).toString(), "--archive", archive()));
        words.addAll(List.of("--source", source));
        return Answer.to(words.toArray(String[]::new));
    }

    private String archive() {
        return folder.resolve("archive").toString();
    }

    @Test
    void of_bars_and_trades_become_a_dataset() throws IOException {
        assertThat(imports("ohlcv/kraken-1h/STORJUSD_60.csv.gz", "kraken").exit())
                .isZero();
        assertThat(imports("ohlcv/binance-1h-2017-2022/XTZUSDT_60.csv.gz", "binance")
                        .exit())
                .isZero();
        assertThat(imports("trades/XRP_ETH-trades.json.gz", "binance").exit()).isZero();

        JsonNode run = dataset("2020-09-24", "2020-09-25");

        assertThat(run.get("feeds").get("STORJ/USD").asText()).isEqualTo("kraken:bar:60m");
        assertThat(run.get("feeds").get("XTZ/USDT").asText()).isEqualTo("binance:bar:60m");
        assertThat(run.get("feeds").get("XRP/ETH").asText()).isEqualTo("binance:trade");
        // a row at each of 24 decisions for each of two pairs, though STORJ traded in 13 hours of that day; XRP/ETH
        // ended in 2019
        assertThat(run.get("rows").get("features").asLong()).isEqualTo(24 * 2);
    }

    @Test
    void that_end_before_the_dataset_should_cut_it_short_and_say_so() throws IOException {
        assertThat(imports("ohlcv/kraken-1h/STORJUSD_60.csv.gz", "kraken").exit())
                .isZero();

        Answer answer = answer("2020-09-30", "2099-01-01");

        assertThat(answer.exit()).isZero();
        assertThat(answer.err())
                .startsWith(
                        "the archive ends at 2020-10-01T00:00:05Z, --until was 2099-01-01T00:00:00Z: the last decision is that of 2020-10-01T00:00:05Z;");
        assertThat(answer.json().get("askedUntil").asLong())
                .isEqualTo(Instant.parse("2099-01-01T00:00:00Z").toEpochMilli());
        assertThat(Instant.ofEpochMilli(answer.json().get("until").asLong())).isEqualTo("2020-10-01T00:00:05Z");
    }

    private JsonNode dataset(String from, String until) throws IOException {
        Answer answer = answer(from, until);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.exit()).isZero();
        return answer.json();
    }

    private Answer answer(String from, String until) {
        return Answer.to(
                "dataset",
                "--archive",
                archive(),
                "--from",
                from,
                "--until",
                until,
                "--out",
                folder.resolve("out-" + from).toString(),
                "--parallelism",
                "2",
                "--json");
    }
}

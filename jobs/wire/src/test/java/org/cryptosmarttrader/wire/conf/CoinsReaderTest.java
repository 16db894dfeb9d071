package org.cryptosmarttrader.wire.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.texts.Coin;
import org.cryptosmarttrader.texts.CoinDictionary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("conf/coins.yaml")
class CoinsReaderTest {

    private static final Path CONF = Path.of("../../conf");

    @TempDir
    private Path folder;

    private static List<String> symbols(CoinDictionary dictionary) {
        return dictionary.coins().stream().map(Coin::symbol).toList();
    }

    @Test
    void is_read_with_its_dates() {
        CoinDictionary dictionary = CoinsReader.read(CONF);
        long beforeTheRename = Instant.parse("2022-05-27T23:59:59.999Z").toEpochMilli();

        assertThat(symbols(dictionary)).hasSizeGreaterThan(60).contains("BTC", "ETH");
        assertThat(dictionary.subjects("Terra and Terra Classic", beforeTheRename))
                .containsExactly("LUNA");
        assertThat(dictionary.subjects("Terra and Terra Classic", beforeTheRename + 1))
                .containsExactly("LUNA", "LUNC");
    }

    @Test
    void names_every_base_of_the_recorded_pairs() throws IOException {
        for (String recorded : List.of("binance-1h-2017-2022", "binance-1h-2024-2026")) {
            try (Stream<Path> files = Files.list(Golden.shared("data/ohlcv/" + recorded))) {
                List<String> bases = files.map(file -> file.getFileName().toString())
                        .map(name -> name.replace("USDT_60.csv.gz", ""))
                        .toList();
                assertThat(symbols(CoinsReader.read(CONF))).as(recorded).containsAll(bases);
            }
        }
    }

    @Test
    void lists_all_its_faults_at_once() throws IOException {
        Files.writeString(folder.resolve("coins.yaml"), """
                coins:
                  - {symbol: BTC, name: Bitcoin, from: 2009-01-03}
                  - {symbol: WBTC, name: Bitcoin, from: 2019-01-31}
                  - {symbol: eth, name: Ethereum, from: 2014-07-22}
                  - {symbol: SOL, from: spring, ambigous: true}
                """);

        assertThatExceptionOfType(ConfException.class)
                .isThrownBy(() -> CoinsReader.read(folder))
                .satisfies(refused -> assertThat(refused.getMessage().lines())
                        .containsExactly(
                                "conf/coins.yaml: coin 'eth': expected a symbol in capitals and digits, e.g. BTC",
                                "conf/coins.yaml: coins[3]: name is missing, expected a text",
                                "conf/coins.yaml: coins[3]: from is \"spring\", expected " + Instants.EXPECTED,
                                "conf/coins.yaml: coins[3]: unknown key 'ambigous'; known are aliases, ambiguous, from,"
                                        + " name, symbol, until",
                                "conf/coins.yaml: 'bitcoin' means BTC and WBTC at one time; give it to one, or end one"
                                        + " with until"));
    }

    @Test
    void says_where_it_was_looked_for() {
        assertThatExceptionOfType(ConfException.class)
                .isThrownBy(() -> CoinsReader.read(folder))
                .withMessageStartingWith("conf/coins.yaml: not found at ")
                .withMessageContaining("restore it");
    }
}

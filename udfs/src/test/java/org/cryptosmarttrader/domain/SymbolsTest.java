package org.cryptosmarttrader.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Canonical pairs")
class SymbolsTest {

    /** Entries of Kraken's pair list as rule 1 reads them: key, altname or wsname to the altnames of base and quote. */
    private static final Map<String, String> KRAKEN = Map.of(
            "XXBTZUSD",
            "XBT/USD",
            "XETHZEUR",
            "ETH/EUR",
            "XETHXXBT",
            "ETH/XBT",
            "ETHXBT",
            "ETH/XBT",
            "AAPLxUSD",
            "AAPLx/USD");

    private final Symbols symbols = new Symbols(KRAKEN);

    @Test
    void are_those_of_the_golden_vector() {
        checkGolden(symbols, Symbols.plain());
    }

    @Test
    void follow_from_krakens_recorded_replies() throws IOException {
        checkGolden(new Symbols(recordedPairs()), Symbols.plain());
    }

    @Test
    void of_recorded_names_are_the_web_sockets_names_but_for_bitcoin_and_dogecoin() throws IOException {
        Symbols recorded = new Symbols(recordedPairs());

        recordedReply("assetpairs").properties().forEach(entry -> {
            String wsname = entry.getValue().path("wsname").asText();
            String expected = wsname.replace("XBT", "BTC").replace("XDG", "DOGE");

            assertThat(recorded.canonical(entry.getKey()).orElse("")).isEqualTo(expected);
            assertThat(recorded.canonical(entry.getValue().get("altname").asText())
                            .orElse(""))
                    .isEqualTo(expected);
        });
    }

    private static void checkGolden(Symbols kraken, Symbols others) {
        Golden golden = Golden.vector("A7-");
        int i = 0;
        for (JsonNode name : golden.inputs().get("pairs")) {
            Symbols ofVenue = name.get(0).asText().equals("kraken") ? kraken : others;
            assertThat(ofVenue.canonical(name.get(1).asText()).orElse("REFUSED"))
                    .as(name.toString())
                    .isEqualTo(golden.outputs().get("canonical").get(i++).asText());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BTCUSDT, BTC/USDT",
        "BTCUSD, BTC/USD",
        "xbtusd, BTC/USD",
        "USDTUSD, USDT/USD",
        "USDCUSDT, USDC/USDT",
        "XTZETH, XTZ/ETH",
        "1INCHUSD, 1INCH/USD",
        "ETH/XBT, ETH/BTC",
        "' BTC/USD ', BTC/USD"
    })
    void are_cut_before_the_longest_known_quote(String name, String pair) {
        assertThat(Symbols.plain().canonical(name)).contains(pair);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XETHXXBT",
                "ETHXBT",
                "USD",
                "USDT",
                "BTC",
                "",
                "/",
                "BTC/",
                "/USD",
                "BTC/USD/EUR",
                "BT C/USD",
                "BTCCHF"
            })
    void are_not_guessed(String name) {
        assertThat(Symbols.plain().canonical(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XETHXXBT.d",
                "DOT.S",
                "DOT.S/USD",
                "DOT.SUSD",
                "XBT.M/EUR",
                "ETH.F/USD",
                "ADA.B/USD",
                "AAPL.T/USD"
            })
    void refuse_dark_pools_and_variants_of_an_asset(String name) {
        assertThat(symbols.canonical(name)).isEmpty();
    }

    @Test
    void know_a_recorded_name_in_any_case() {
        assertThat(symbols.canonical("AAPLxUSD")).contains("AAPLX/USD");
        assertThat(symbols.canonical("xxbtzusd")).contains("BTC/USD");
    }

    @Test
    void have_a_base_and_a_quote() {
        assertThat(Symbols.base("BTC/USDT")).isEqualTo("BTC");
        assertThat(Symbols.quote("BTC/USDT")).isEqualTo("USDT");
    }

    private static Map<String, String> recordedPairs() throws IOException {
        JsonNode assets = recordedReply("assets");
        Map<String, String> pairs = new TreeMap<>();
        recordedReply("assetpairs").properties().forEach(entry -> {
            JsonNode pair = entry.getValue();
            String name = altname(assets, pair.get("base")) + "/" + altname(assets, pair.get("quote"));
            pairs.put(entry.getKey(), name);
            pairs.put(pair.get("altname").asText(), name);
            pairs.put(pair.path("wsname").asText(), name);
        });
        return pairs;
    }

    private static String altname(JsonNode assets, JsonNode asset) {
        return assets.get(asset.asText()).get("altname").asText();
    }

    private static JsonNode recordedReply(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Golden.shared("data/kraken-api/xchange/example-%s-data.json".formatted(name))
                        .toFile())
                .get("result");
    }
}

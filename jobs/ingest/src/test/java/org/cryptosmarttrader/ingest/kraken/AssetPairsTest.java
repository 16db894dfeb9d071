package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The pairs Kraken trades")
class AssetPairsTest {

    private static final String BITCOIN = """
            "XXBTZUSD":{"altname":"XBTUSD","wsname":"XBT/USD","aclass_base":"currency","base":"XXBT","aclass_quote":"currency","quote":"ZUSD",\
            "pair_decimals":1,"lot_decimals":8,"ordermin":"0.00005","costmin":"0.5","tick_size":"0.1","status":"online","news":{"of":[2027]}}""";
    private static final String DOGE = """
            "XDGUSD":{"altname":"XDGUSD","wsname":"XDG/USD","aclass_base":"currency","base":"XXDG","quote":"ZUSD",\
            "lot_decimals":8,"ordermin":50,"costmin":0.5,"tick_size":1e-07,"status":"online","execution_venue":"international"}""";

    private static AssetPairs parsed(String... listings) throws SourceException {
        return AssetPairs.parse(
                Scene.bytes("{\"error\":[],\"result\":{" + String.join(",", listings) + "}}"), Scene.RULES);
    }

    @Test
    void have_a_canonical_name_and_those_of_the_venue() throws SourceException {
        AssetPairs pairs = parsed(DOGE, BITCOIN);

        assertThat(pairs.pairs()).extracting(TradedPair::pair).containsExactly("BTC/USD", "DOGE/USD");
        TradedPair bitcoin = pairs.pairs().get(0);
        assertThat(bitcoin.key()).isEqualTo("XXBTZUSD");
        assertThat(bitcoin.altname()).isEqualTo("XBTUSD");
        assertThat(bitcoin.stream()).isEqualTo("BTC/USD");
        assertThat(bitcoin.lotDecimals()).isEqualTo(8);
        assertThat(bitcoin.costMin()).isEqualByComparingTo("0.5");
        assertThat(bitcoin.orderMin()).isEqualByComparingTo("0.00005");
        assertThat(pairs.pairs().get(1).stream()).isEqualTo("DOGE/USD");
    }

    @Test
    void state_their_numbers_as_text_or_as_number() throws SourceException {
        TradedPair doge = parsed(DOGE).pairs().get(0);

        assertThat(doge.orderMin()).isEqualByComparingTo("50");
        assertThat(doge.tickSize().toPlainString()).isEqualTo("0.0000001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"status\":\"online\",' | '\"status\":\"cancel_only\",' | status is cancel_only",
                "'\"status\":\"online\",' | '' | status is missing",
                "'\"aclass_base\":\"currency\"' | '\"aclass_base\":\"tokenized_asset\"' | aclass_base is tokenized_asset",
                "'\"wsname\":\"XBT/USD\",' | '' | wsname is missing",
                "XBT/USD | XBTUSDX | wsname is no pair of symbols",
                "XXBTZUSD | XXBTZUSD.d | dark pool",
                "'\"base\":\"XXBT\"' | '\"base\":\"USDT\"' | base is left out by configuration",
                "'\"costmin\":\"0.5\",' | '' | costmin is missing",
                "'\"ordermin\":\"0.00005\"' | '\"ordermin\":null' | ordermin is missing",
                "'\"tick_size\":\"0.1\"' | '\"tick_size\":\"much\"' | tick_size is no number",
                "'\"tick_size\":\"0.1\"' | '\"tick_size\":\"1e999999999\"' | tick_size is no number",
                "'\"tick_size\":\"0.1\"' | '\"tick_size\":[]' | tick_size is no number",
                "'\"costmin\":\"0.5\"' | '\"costmin\":\"0\"' | costmin is not more than 0",
                "'\"lot_decimals\":8' | '\"lot_decimals\":\"eight\"' | lot_decimals is missing",
                "'\"status\":\"online\",' | '\"status\":\"online\",\"execution_venue\":\"bitnomial_exchange\",' | execution_venue is another",
            })
    void leave_an_odd_one_out_with_its_reason_and_keep_the_others(String part, String odd, String reason)
            throws SourceException {
        AssetPairs pairs = parsed(BITCOIN.replace(part, odd == null ? "" : odd), DOGE);

        assertThat(pairs.pairs()).extracting(TradedPair::pair).containsExactly("DOGE/USD");
        assertThat(pairs.leftOut().values()).containsExactly(reason);
        assertThat(pairs.leftOutByReason()).containsEntry(reason, 1);
    }

    @Test
    void are_each_listed_once() throws SourceException {
        AssetPairs pairs = parsed(BITCOIN, BITCOIN.replace("XXBTZUSD", "XBTUSD2"));

        assertThat(pairs.pairs()).hasSize(1);
        assertThat(pairs.leftOut()).containsEntry("XBTUSD2", "another key is BTC/USD already");
    }

    @Test
    void of_other_quotes_are_none_of_our_business() throws SourceException {
        AssetPairs pairs = parsed(BITCOIN, BITCOIN.replace("ZUSD", "ZEUR"));

        assertThat(pairs.pairs()).hasSize(1);
        assertThat(pairs.leftOut()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "online, true, false",
        "cancel_only, false, true",
        "post_only, false, true",
        "limit_only, false, true",
        "reduce_only, false, true",
        "maintenance, false, true",
        "delisted, false, false",
        "of_tomorrow, false, false"
    })
    void are_restricted_or_gone_by_their_status(String status, boolean isOnline, boolean isRestricted)
            throws SourceException {
        AssetPairs pairs = parsed(BITCOIN.replace("\"online\"", '"' + status + '"'));

        assertThat(pairs.pairs()).hasSize(isOnline ? 1 : 0);
        assertThat(pairs.restricted()).hasSize(isRestricted ? 1 : 0);
        assertThat(pairs.leftOut()).hasSize(isOnline ? 0 : 1);
    }

    @Test
    void cannot_be_read_out_of_an_empty_or_broken_reply() {
        for (String reply :
                new String[] {"", "{}", "{\"error\":[],\"result\":{}}", "{\"error\":[],\"result\":{\"X", "<html>"}) {
            assertThatThrownBy(() -> AssetPairs.parse(Scene.bytes(reply), Scene.RULES))
                    .as("'%s'", reply)
                    .isInstanceOfSatisfying(SourceException.class, e -> assertThat(e.mayBeRetried())
                            .isTrue());
        }
    }

    @Test
    void are_read_out_of_the_recorded_replies() throws IOException, SourceException {
        ListRules tether = new ListRules("USDT", Set.of(), 3_600_000);

        AssetPairs recorded = AssetPairs.parse(file("nautilus/http_asset_pairs.json"), tether);
        AssetPairs tokenised = AssetPairs.parse(file("nautilus/http_asset_pairs_tokenized.json"), Scene.RULES);

        assertThat(recorded.pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.pair()).isEqualTo("BTC/USDT"))
                .satisfies(pair -> assertThat(pair.tickSize()).isEqualByComparingTo("0.1"));
        assertThat(tokenised.pairs()).isEmpty();
        assertThat(tokenised.leftOut()).containsEntry("AAPLxUSD", "aclass_base is tokenized_asset");
    }

    private static byte[] file(String name) throws IOException {
        return Files.readAllBytes(Golden.shared("data/kraken-api/" + name));
    }
}

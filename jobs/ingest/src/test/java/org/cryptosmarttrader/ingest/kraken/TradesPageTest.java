package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A page of Kraken's trades")
class TradesPageTest {

    private static final String ROW = "[\"105433.60000\",\"0.00027625\",1762795433.9717445,\"b\",\"l\",\"\",10218208]";
    private static final String LAST = "\"last\":\"1762820035982277754\"";

    private static TradesPage page(String result) throws SourceException {
        return TradesPage.parse(Scene.bytes("{\"error\":[],\"result\":{" + result + "}}"), "BTC/USD", Long.MAX_VALUE);
    }

    @Test
    void keeps_every_digit_of_price_quantity_and_time() throws SourceException {
        Trade trade = page("\"XXBTZUSD\":[" + ROW + "]," + LAST).trades().get(0);

        assertThat(trade.price().toPlainString()).isEqualTo("105433.60000");
        assertThat(trade.quantity().toPlainString()).isEqualTo("0.00027625");
        assertThat(trade.timeNanos()).isEqualTo(1_762_795_433_971_744_500L);
        assertThat(trade.eventTimeMillis()).isEqualTo(1_762_795_433_971L);
        assertThat(trade.id()).isEqualTo(10_218_208);
        assertThat(trade.side()).isEqualTo(Trade.BUY);
    }

    @Test
    void keeps_the_cursor_a_double_would_lose() throws SourceException {
        assertThat(page(LAST + ",\"XXBTZUSD\":[]").last()).isEqualTo(1_762_820_035_982_277_754L);
    }

    @Test
    void keeps_the_bytes_of_each_trade_as_they_were_received() throws SourceException {
        String spaced = ROW.replace(",", " ,\n ").replace("\"l\"", "\"ä\"");

        List<Trade> trades = page("\"XXBTZUSD\" : [ " + spaced + " , " + ROW + " ] , " + LAST)
                .trades();

        assertThat(trades)
                .extracting(trade -> new String(trade.raw(), StandardCharsets.UTF_8))
                .containsExactly(spaced, ROW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"XXBTZUSD\":[ROW]",
                "\"XXBTZUSD\":[ROW],\"last\":\"1762820035\"",
                "\"XXBTZUSD\":[ROW],\"ZZZ\":[ROW],LAST",
                "\"XXBTZUSD\":[[\"1\",\"1\",1762795433.9,\"b\",\"l\",\"\"]],LAST",
                "\"XXBTZUSD\":[[\"1\",\"1\",1762795433.9,\"?\",\"l\",\"\",1]],LAST",
                "\"XXBTZUSD\":[[\"1\",\"one\",1762795433.9,\"b\",\"l\",\"\",1]],LAST",
                "\"XXBTZUSD\":[[\"1\",\"1\",1762795433900,\"b\",\"l\",\"\",1]],LAST",
                "\"XXBTZUSD\":[[\"1e9999999\",\"1\",1762795433.9,\"b\",\"l\",\"\",1]],LAST",
                "\"XXBTZUSD\":[{}],LAST",
                "\"XXBTZUSD\":[null],LAST",
            })
    void is_none_if_a_row_or_the_cursor_is_odd(String result) {
        assertThatThrownBy(() -> page(result.replace("ROW", ROW).replace("LAST", LAST)))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.mayBeRetried()).isTrue())
                .hasMessageStartingWith("kraken");
    }

    @Test
    void holds_no_trade_of_the_future() {
        byte[] body = Scene.bytes("{\"error\":[],\"result\":{\"XXBTZUSD\":[" + ROW + "]," + LAST + "}}");

        assertThatThrownBy(() -> TradesPage.parse(body, "BTC/USD", 1_762_795_433_970L))
                .hasMessageContaining("lies in the future");
    }

    /** Against Jackson's own tree, which reads the numbers as texts where the page cuts bytes. */
    @Test
    void is_read_out_of_the_recorded_reply_row_by_row() throws IOException, SourceException {
        Path recorded = Golden.shared("data/kraken-api/nautilus/http_trades.json");
        byte[] body = Files.readAllBytes(recorded);

        TradesPage page = TradesPage.parse(body, "BTC/USDT", Long.MAX_VALUE);

        JsonNode rows = new ObjectMapper().readTree(body).path("result").path("XBTUSDT");
        assertThat(page.trades()).hasSize(1_000);
        assertThat(page.last()).isEqualTo(1_762_820_035_982_277_754L);
        for (int i = 0; i < rows.size(); i++) {
            Trade trade = page.trades().get(i);
            assertThat(trade.id()).isEqualTo(10_218_208L + i);
            assertThat(trade.price().toPlainString())
                    .isEqualTo(rows.get(i).get(0).asText());
            assertThat(new ObjectMapper().readTree(trade.raw())).isEqualTo(rows.get(i));
        }
        assertThat(page.trades()).extracting(Trade::timeNanos).isSorted();
    }
}

package org.cryptosmarttrader.ingest.trading;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.cryptosmarttrader.ingest.kraken.KrakenJson;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A reply of Kraken's private side, whatever it is")
class AccountRepliesFuzzTest {

    static Stream<byte[]> replies() {
        return Stream.of(
                        "{\"error\":[],\"result\":{\"descr\":{\"order\":\"buy\"},\"txid\":[\"OUF4EM-FRGI2-MQMWZD\"]}}",
                        "{\"error\":[],\"result\":{\"txid\":[]}}",
                        "{\"error\":[],\"result\":{\"txid\":\"O\"}}",
                        "{\"error\":[\"EService:Busy\"]}",
                        "{\"error\":[\"WTrade:odd\",\"EOrder:Insufficient funds\"],\"result\":{}}",
                        "{\"error\":[\"EAPI:Invalid nonce\"]}",
                        "{\"error\":\"EOrder:Insufficient funds\"}",
                        "{\"error\":[],\"result\":null}",
                        "{\"error\":[],\"result\":{\"open\":{\"O\":{\"status\":\"open\",\"vol_exec\":\"0.0\",\"trades\":[\"T\"]}}}}",
                        "{\"error\":[],\"result\":{\"open\":{\"O\":{\"status\":\"open\",\"vol_exec\":\"1e999999999\"}}}}",
                        "{\"error\":[],\"result\":{\"open\":{\"O\":7}}}",
                        "{\"error\":[],\"result\":{\"T\":{\"ordertxid\":\"O\",\"vol\":\"1\",\"price\":\"2\",\"fee\":\"0\",\"time\":1688585840.8921}}}",
                        "{\"error\":[],\"result\":{\"T\":{\"ordertxid\":\"O\",\"vol\":-1,\"price\":\"NaN\"}}}",
                        "{\"error\":[],\"result\":[]}",
                        "<html>520</html>",
                        "{\"error\":[],\"resu")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("replies")
    @FuzzTest
    void is_read_as_what_it_surely_says_or_as_unknown(byte[] bytes) {
        JsonNode reply;
        try {
            reply = KrakenJson.tree(bytes);
        } catch (SourceException refused) {
            return;
        }
        Placement placement = Placement.of(reply, false);
        switch (placement.result()) {
            case ACCEPTED -> assertThat(placement.txid()).isNotBlank();
            case REJECTED -> assertThat(placement.says()).startsWith("E");
            default -> assertThat(placement.says()).isNotEmpty();
        }
        try {
            assertThat(AccountJson.orders(reply.path("result"), "open"))
                    .allSatisfy(order -> assertThat(order.executed()).isNotNegative());
            assertThat(AccountJson.trades(reply.path("result")))
                    .allSatisfy(trade -> assertThat(trade.volume()).isPositive());
        } catch (SourceException refused) {
            assertThat(refused).hasMessageStartingWith("kraken");
        }
    }

    /** An answer that is not sure must never count as a refusal: the order may stand. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "EService:Busy",
                "EService:Unavailable",
                "EGeneral:Internal error",
                "EDatabase:Internal error",
                "EAPI:Invalid nonce",
                "EGeneral:Something new"
            })
    void is_no_refusal_if_the_order_may_stand(String error) throws Exception {
        JsonNode reply = KrakenJson.tree("{\"error\":[\"%s\"]}".formatted(error).getBytes(StandardCharsets.UTF_8));

        assertThat(Placement.of(reply, false)).isEqualTo(Placement.unknown(error));
    }
}

package org.cryptosmarttrader.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the venue states of a pair")
class PairRulesTest {

    private static final BigDecimal ODD = new BigDecimal("0.123456789");

    @Test
    void rounds_orders_as_the_golden_vector_I4_says() {
        Golden golden = Golden.vector("I4-");
        JsonNode in = golden.inputs();
        PairRules rules = new PairRules(
                in.get("lot_decimals").asInt(),
                decimal(in, "tick_size"),
                null,
                null,
                decimal(in, "ordermin"),
                decimal(in, "costmin"),
                null);
        for (int i = 0; i < in.get("orders").size(); i++) {
            JsonNode order = in.get("orders").get(i);
            JsonNode expected = golden.outputs().get("orders").get(i);

            PairRules.Rounded rounded = rules.round(
                    Side.valueOf(order.get("side").asText()), decimal(order, "price"), decimal(order, "qty"));

            assertThat(rounded.price()).isEqualByComparingTo(decimal(expected, "price"));
            assertThat(rounded.quantity()).isEqualByComparingTo(decimal(expected, "qty"));
            assertThat(rounded.refusal() == null ? "OK" : "REFUSED_" + rounded.refusal())
                    .isEqualTo(expected.get("status").asText());
        }
    }

    @Test
    void checks_the_cost_after_rounding() {
        PairRules rules = new PairRules(0, null, 1, null, null, new BigDecimal("10"), null);

        // 1.9 becomes 1, 9.99 becomes 9.9
        assertThat(rules.round(Side.BUY, new BigDecimal("9.99"), new BigDecimal("1.9"))
                        .refusal())
                .isEqualTo(OrderReason.COSTMIN);
        assertThat(rules.round(Side.SELL, new BigDecimal("9.99"), new BigDecimal("1.9"))
                        .refusal())
                .isNull();
    }

    @Test
    void pays_a_market_price_rounded_in_the_traders_disfavour() {
        PairRules rules = new PairRules(null, new BigDecimal("0.5"), 1, null, null, null, null);

        assertThat(rules.paid(Side.BUY, new BigDecimal("100.01"))).isEqualByComparingTo("100.5");
        assertThat(rules.paid(Side.SELL, new BigDecimal("100.49"))).isEqualByComparingTo("100");
    }

    @Test
    void goes_by_price_decimals_where_there_is_no_tick_size() {
        PairRules rules = new PairRules(null, null, 2, null, null, null, null);

        assertThat(rules.paid(Side.BUY, new BigDecimal("0.001"))).isEqualByComparingTo("0.01");
    }

    @Test
    void leaves_a_price_as_it_is_and_a_quantity_eight_decimals_where_nothing_is_stated() {
        PairRules.Rounded rounded = PairRules.UNKNOWN.round(Side.BUY, ODD, ODD);

        assertThat(rounded.price()).isEqualTo(ODD);
        assertThat(rounded.quantity()).isEqualByComparingTo("0.12345678");
        assertThat(rounded.refusal()).isNull();
        assertThat(PairRules.UNKNOWN.isIncomplete()).isTrue();
    }

    @Test
    void refuses_what_rounds_to_nothing() {
        assertThat(PairRules.UNKNOWN
                        .round(Side.BUY, BigDecimal.ONE, new BigDecimal("1e-9"))
                        .refusal())
                .isEqualTo(OrderReason.ORDERMIN);
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.get(field).asText());
    }
}

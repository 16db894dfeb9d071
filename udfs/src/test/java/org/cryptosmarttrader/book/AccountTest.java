package org.cryptosmarttrader.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An account")
class AccountTest {

    private static final String PAIR = "BTC/USD";
    private static final BigDecimal DEPOSIT = new BigDecimal("1000");

    @ParameterizedTest
    @EnumSource(CostMethod.class)
    void realises_what_the_golden_vector_I7_says(CostMethod method) {
        Golden golden = Golden.vector("I7-");
        String prefix = method == CostMethod.FIFO ? "fifo" : "avg";
        Account account = new Account(DEPOSIT, method);
        List<BigDecimal> realised = new ArrayList<>();
        golden.inputs().get("trades").forEach(trade -> trade(account, trade, realised));
        Marks marks = new Marks();
        marks.put(PAIR, golden.input("mark"), 0);

        assertThat(realised)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyElementsOf(decimals(golden.outputs().get(prefix + "Realised")));
        assertThat(account.unrealised(marks)).isEqualByComparingTo(decimal(golden.outputs(), prefix + "Unrealised"));
        assertThat(account.realised().add(account.unrealised(marks)))
                .isEqualByComparingTo(decimal(golden.outputs(), "total"))
                .isEqualByComparingTo(account.equity(marks).subtract(DEPOSIT));
        assertThat(account.fees()).isEqualByComparingTo("1.534");
        assertThat(account.balances()).isTrue();
    }

    private static void trade(Account account, JsonNode trade, List<BigDecimal> realised) {
        BigDecimal quantity = decimal(trade, "qty");
        if (trade.get("side").asText().equals("B")) {
            account.buy(PAIR, quantity, decimal(trade, "price"), decimal(trade, "fee"));
        } else {
            realised.add(account.sell(PAIR, quantity, decimal(trade, "price"), decimal(trade, "fee")));
        }
    }

    @Test
    void sells_no_more_than_it_holds() {
        Account account = new Account(DEPOSIT, CostMethod.FIFO);
        account.buy(PAIR, BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ZERO);

        assertThatThrownBy(() -> account.sell(PAIR, new BigDecimal("1.00000001"), BigDecimal.TEN, BigDecimal.ZERO))
                .hasMessage("account: selling 1.00000001 of BTC/USD with 1 held; nothing is sold short");
        assertThatThrownBy(() -> account.sell("ETH/USD", BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ZERO))
                .hasMessageContaining("with 0 held");
    }

    @Test
    void buys_no_more_than_its_cash_pays_for_fee_included() {
        Account account = new Account(DEPOSIT, CostMethod.FIFO);

        assertThatThrownBy(() -> account.buy(PAIR, BigDecimal.ONE, DEPOSIT, new BigDecimal("0.01")))
                .hasMessage("account: buying BTC/USD for 1000.01 with 1000 in cash; nothing is borrowed");
        account.buy(PAIR, BigDecimal.ONE, DEPOSIT, BigDecimal.ZERO);
        assertThat(account.cash()).isZero();
    }

    @Test
    void forgets_a_position_that_is_sold() {
        Account account = new Account(DEPOSIT, CostMethod.FIFO);
        account.buy(PAIR, new BigDecimal("3"), BigDecimal.TEN, BigDecimal.ONE);
        account.sell(PAIR, new BigDecimal("3.0"), BigDecimal.TEN, BigDecimal.ONE);

        assertThat(account.positions()).isEmpty();
        assertThat(account.realised()).isEqualByComparingTo("-2");
    }

    @ParameterizedTest
    @EnumSource(CostMethod.class)
    void balances_to_the_last_digit_after_each_of_thousands_of_trades(CostMethod method) {
        Random random = new Random(42);
        Account account = new Account(new BigDecimal("1e15"), method);
        for (int trade = 0; trade < 5_000; trade++) {
            String pair = "P" + random.nextInt(5) + "/USD";
            BigDecimal quantity = digits(random, 8);
            BigDecimal price = digits(random, 1 + random.nextInt(10));
            BigDecimal fee = FeeSchedule.fee(quantity.multiply(price), new BigDecimal("0.26"), 5);
            BigDecimal held = account.position(pair).quantity();
            if (random.nextBoolean()) {
                account.buy(pair, quantity, price, fee);
            } else if (held.signum() > 0) {
                account.sell(pair, quantity.min(held), price, fee);
            }
            assertThat(account.balances()).as("after trade %d", trade).isTrue();
        }
        assertThat(account.positions()).isNotEmpty();
    }

    private static BigDecimal digits(Random random, int scale) {
        return BigDecimal.valueOf(1 + random.nextInt(2_000_000_000), scale);
    }

    private static List<BigDecimal> decimals(JsonNode array) {
        List<BigDecimal> decimals = new ArrayList<>();
        array.forEach(node -> decimals.add(new BigDecimal(node.asText())));
        return decimals;
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.get(field).asText());
    }
}

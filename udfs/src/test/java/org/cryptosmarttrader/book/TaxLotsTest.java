package org.cryptosmarttrader.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tax lots")
class TaxLotsTest {

    private static final String PAIR = "BTC/USD";

    private final TaxLots lots = new TaxLots();
    private int fills;

    private TaxLots.Execution fill(String quantity, String price, String fee) {
        fills++;
        return new TaxLots.Execution(
                "f" + fills,
                PAIR,
                fills * 1_000L,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(fee));
    }

    /** Bought 1 at 100 with a fee of 1 and 2 at 130 with one of 2; sold 2 at 150 with one of 3: 297 come in. */
    @Test
    void are_used_up_oldest_first() {
        lots.buy(fill("1", "100", "1"));
        lots.buy(fill("2", "130", "2"));

        List<TaxLots.Disposal> parts = lots.sell(fill("2", "150", "3"));

        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).buy()).isEqualTo("f1");
        assertThat(parts.get(0).acquiredAt()).isEqualTo(1_000);
        assertThat(parts.get(0).sale()).isEqualTo("f3");
        assertThat(parts.get(0).disposedAt()).isEqualTo(3_000);
        assertThat(parts.get(0).quantity()).isEqualByComparingTo("1");
        assertThat(parts.get(0).cost()).isEqualByComparingTo("101");
        assertThat(parts.get(0).proceeds()).isEqualByComparingTo("148.5");
        assertThat(parts.get(0).gain()).isEqualByComparingTo("47.5");
        // half of 262
        assertThat(parts.get(1).buy()).isEqualTo("f2");
        assertThat(parts.get(1).cost()).isEqualByComparingTo("131");
        assertThat(parts.get(1).gain()).isEqualByComparingTo("17.5");
    }

    @Test
    void keep_what_is_left_of_a_buy() {
        lots.buy(fill("3", "100", "0"));
        lots.sell(fill("1", "110", "0"));

        List<TaxLots.Disposal> rest = lots.sell(fill("2", "90", "0"));

        assertThat(rest).singleElement().satisfies(part -> {
            assertThat(part.buy()).isEqualTo("f1");
            assertThat(part.quantity()).isEqualByComparingTo("2");
            assertThat(part.gain()).isEqualByComparingTo("-20");
        });
    }

    @Test
    void know_what_was_never_bought() {
        lots.buy(fill("1", "100", "0"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> lots.sell(fill("1.5", "100", "0")))
                .withMessage(
                        "lots: fill f2 sells 0.5 of BTC/USD more than was bought before it; the fills do not begin where the account does");
    }

    /** A price as a row has it and as the book had it: 31 by three parts is rounded behind the 18th decimal in both. */
    @Test
    void cost_the_same_whatever_zeros_a_price_ends_with() {
        lots.buy(fill("3", "10", "1"));
        TaxLots other = new TaxLots();
        other.buy(fill("3", "10.0000000000000000000000", "1"));

        BigDecimal cost = lots.sell(fill("0.7", "10", "0")).get(0).cost();

        assertThat(other.sell(fill("0.7", "10", "0")).get(0).cost()).isEqualByComparingTo(cost);
    }

    /** Thirds and sevenths, so that every split is rounded. */
    @Test
    void gain_what_the_account_realises_to_the_last_digit() {
        SplittableRandom random = new SplittableRandom(11);
        Account account = new Account(new BigDecimal("1e12"), CostMethod.FIFO);
        int compared = 0;
        for (int i = 0; i < 2_000; i++) {
            BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(100_000), 2);
            BigDecimal fee = BigDecimal.valueOf(random.nextInt(1_000), 5);
            BigDecimal held = account.position(PAIR).quantity();
            boolean isBuy = held.signum() == 0 || random.nextInt(5) < 3;
            BigDecimal quantity = isBuy
                    ? BigDecimal.valueOf(1 + random.nextInt(1_000_000), 7)
                    : held.min(BigDecimal.valueOf(1 + random.nextInt(3_000_000), 7));
            TaxLots.Execution fill = new TaxLots.Execution("f" + i, PAIR, i, quantity, price, fee);
            if (isBuy) {
                account.buy(PAIR, quantity, price, fee);
                lots.buy(fill);
            } else {
                BigDecimal realised = account.sell(PAIR, quantity, price, fee);
                BigDecimal gains =
                        lots.sell(fill).stream().map(TaxLots.Disposal::gain).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(gains).isEqualByComparingTo(realised);
                compared++;
            }
        }
        System.out.printf("%d sales compared%n", compared);
        assertThat(compared).isGreaterThan(500);
    }
}

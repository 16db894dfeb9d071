package org.cryptosmarttrader.features.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.features.Tape.at;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.Tape;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.history.ReferenceReturns;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Movement with bitcoin over 168 hours")
class ReferenceMovementTest {

    private static final int HOURS = 200;
    private static final int LAST = HOURS - 1;

    private final Feature beta = new ReferenceBeta("BTC");
    private final Feature correlation = new ReferenceCorrelation("BTC");
    private final Tape bitcoin = pair("BTC/USD", hour -> price(hour));

    @Test
    void is_steeper_where_the_pair_moves_twice_as_far() {
        History history = known(pair("ETH/USD", hour -> price(hour) * price(hour)), bitcoin);

        assertThat(beta.value(history)).isCloseTo(2, within(1e-12));
        assertThat(correlation.value(history)).isCloseTo(1, within(1e-12));
    }

    @Test
    void is_negative_where_the_pair_moves_against_it() {
        History history = known(pair("ETH/USD", hour -> 1 / price(hour)), bitcoin);

        assertThat(beta.value(history)).isCloseTo(-1, within(1e-12));
        assertThat(correlation.value(history)).isCloseTo(-1, within(1e-12));
    }

    @Test
    void is_one_for_bitcoin_itself_without_any_reference() {
        assertThat(beta.value(bitcoin.decidedOn(LAST))).isEqualTo(1);
        assertThat(correlation.value(bitcoin.decidedOn(LAST))).isEqualTo(1);
    }

    @Test
    void is_taken_against_bitcoin_in_the_same_quote_currency() {
        Tape inEuros = pair("ETH/EUR", hour -> price(hour));

        assertThat(beta.value(known(inEuros, bitcoin))).isNaN();
        assertThat(beta.value(known(inEuros, bitcoin.of("BTC/EUR")))).isCloseTo(1, within(1e-12));
    }

    @Test
    void is_taken_against_each_reference_by_itself() {
        Tape squared = pair("ETH/USD", hour -> price(hour) * price(hour));
        History history = pair("SOL/USD", hour -> price(hour))
                .decidedOn(LAST, MemoryRules.HISTORY_BARS, bitcoin.reference(LAST), squared.reference(LAST));

        assertThat(beta.value(history)).isCloseTo(1, within(1e-12));
        assertThat(new ReferenceBeta("ETH").value(history)).isCloseTo(0.5, within(1e-12));
        assertThat(new ReferenceBeta("ETH").name()).isEqualTo("beta_eth_168");
        assertThat(new ReferenceCorrelation("ETH").name()).isEqualTo("corr_eth_168");
    }

    @Test
    void is_unknown_without_a_reference_of_this_tick() {
        Tape ether = pair("ETH/USD", hour -> price(hour));
        ReferenceReturns late = bitcoin.reference(LAST - 1);

        assertThat(beta.value(ether.decidedOn(LAST))).isNaN();
        assertThat(beta.value(ether.decidedOn(LAST, MemoryRules.HISTORY_BARS, late)))
                .isNaN();
    }

    @Test
    void is_unknown_where_one_of_them_never_moved() {
        Tape flat = pair("ETH/USD", hour -> 0.9998);
        Tape ether = pair("ETH/USD", hour -> price(hour));

        assertThat(beta.value(known(ether, flat.of("BTC/USD")))).isNaN();
        assertThat(correlation.value(known(ether, flat.of("BTC/USD")))).isNaN();
        assertThat(correlation.value(known(flat, bitcoin))).isNaN();
    }

    @Test
    void needs_nine_tenths_of_the_hours_in_which_both_have_a_return() {
        // a gap costs two returns; 152 of 168 are enough, 150 are not
        Tape ether = pair("ETH/USD", hour -> price(hour));
        Tape ofFour = ether.without(hour -> LAST - hour < 40 && hour % 10 == 5);

        assertThat(beta.value(known(
                        ofFour, bitcoin.without(hour -> LAST - hour > 80 && LAST - hour < 120 && hour % 10 == 2))))
                .isCloseTo(1, within(1e-12));
        assertThat(beta.value(known(
                        ofFour, bitcoin.without(hour -> LAST - hour > 70 && LAST - hour < 120 && hour % 10 == 2))))
                .isNaN();
    }

    private static History known(Tape pair, Tape bitcoin) {
        return pair.decidedOn(LAST, MemoryRules.HISTORY_BARS, bitcoin.reference(LAST));
    }

    /** Goes up and down, never twice by the same. */
    private static double price(int hour) {
        return 100 + (hour % 2 == 0 ? hour : -hour) / 10.0;
    }

    private static Tape pair(String pair, IntToDoubleFunction price) {
        return Tape.of(IntStream.range(0, HOURS)
                        .mapToObj(hour -> at(price.applyAsDouble(hour)))
                        .toArray(Tape.Bar[]::new))
                .of(pair);
    }
}

package org.cryptosmarttrader.prediction.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What concerns every pair at a tick")
class MarketRowTest {

    private final MarketRow market =
            new MarketRow(5, List.of(), List.of(), new TreeMap<>(Map.of("USD", new double[] {3, 4})));

    @Test
    void stands_behind_what_is_known_of_a_pair() {
        assertThat(market.complete(new double[] {1, 2}, "USD", 4)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void is_missing_in_a_currency_without_a_reference() {
        assertThat(market.complete(new double[] {1, 2}, "EUR", 4)).containsExactly(1, 2, Double.NaN, Double.NaN);
        assertThat(MarketRow.unknown(5).complete(new double[0], "USD", 1)).containsExactly(Double.NaN);
    }
}

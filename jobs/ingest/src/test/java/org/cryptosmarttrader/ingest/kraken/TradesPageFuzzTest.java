package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.junit.jupiter.api.DisplayName;

@DisplayName("A reply of Kraken's Trades, whatever it is")
class TradesPageFuzzTest {

    @FuzzTest
    void is_a_page_of_possible_trades_or_refused_by_name(byte[] reply) {
        TradesPage page;
        try {
            page = TradesPage.parse(reply, "BTC/USD", Scene.START);
        } catch (SourceException refused) {
            assertThat(refused).hasMessageStartingWith("kraken");
            return;
        }
        assertThat(page.last()).isNotNegative();
        page.trades().forEach(PossibleTrade::requirePossible);
    }
}

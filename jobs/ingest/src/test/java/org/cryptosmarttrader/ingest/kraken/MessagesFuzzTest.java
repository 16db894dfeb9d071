package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cryptosmarttrader.ingest.net.JumpingClock;
import org.junit.jupiter.api.DisplayName;

@DisplayName("A message of Kraken's socket, whatever it is")
class MessagesFuzzTest {

    private static final long CLOCK_TOLERANCE = 5 * 60_000;

    private static final List<String> PAIRS = List.of("BTC/USD", "ETH/USD");

    /** Takes what a message says, and says whether it can be. */
    private static final class Heard implements Handler {
        @Override
        public void trades(List<Trade> trades, boolean snapshot) {
            assertThat(trades).isNotEmpty();
            trades.forEach(PossibleTrade::requirePossible);
            trades.forEach(trade -> assertThat(trade.pair()).isIn(PAIRS));
        }

        @Override
        public void ticker(Ticker ticker) {
            assertThat(ticker.pair()).isIn(PAIRS);
            assertThat(ticker.bid().doubleValue()).isNotNegative().isFinite();
            assertThat(ticker.ask().doubleValue()).isNotNegative().isFinite();
            assertThat(ticker.bidQuantity().doubleValue()).isNotNegative().isFinite();
            assertThat(ticker.askQuantity().doubleValue()).isNotNegative().isFinite();
            assertThat(ticker.last().doubleValue()).isNotNegative().isFinite();
        }

        @Override
        public void status(String system) {
            assertThat(system).isNotNull();
        }

        @Override
        public void followed(String pair) {
            assertThat(pair).isIn(PAIRS);
        }

        @Override
        public void refused(String pair, String reason) {
            assertThat(pair).isIn(PAIRS);
            assertThat(reason).isNotBlank();
        }

        @Override
        public void connected(List<String> pairs) {
            throw new AssertionError("no message says this");
        }

        @Override
        public void lost(List<String> pairs, String reason) {
            throw new AssertionError("no message says this");
        }
    }

    @FuzzTest
    void is_told_as_possible_events_or_counted_as_odd(byte[] text) {
        Subscriptions subscriptions = new Subscriptions();
        PAIRS.forEach(pair -> subscriptions.want(Scene.pair(pair)));
        subscriptions.next(Scene.START);
        Messages messages = new Messages(subscriptions, new JumpingClock(Scene.START - CLOCK_TOLERANCE), new Heard());

        messages.take(new String(text, StandardCharsets.UTF_8));

        assertThat(messages.odd()).isNotNegative();
        assertThat(messages.system()).isNotNull();
    }
}

package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

/** What holds of any trade that was read, whoever wrote it. */
final class PossibleTrade {

    private static final long FIRST = Instant.parse("2001-09-09T01:46:40Z").toEpochMilli();

    private PossibleTrade() {}

    /** @throws AssertionError if it cannot have happened before {@link Scene#START} */
    static void requirePossible(Trade trade) {
        assertThat(trade.id()).isNotNegative();
        assertThat(trade.eventTimeMillis()).isBetween(FIRST, Scene.START);
        assertThat(Math.floorDiv(trade.timeNanos(), 1_000_000L)).isEqualTo(trade.eventTimeMillis());
        assertThat(trade.price().doubleValue()).isPositive().isFinite();
        assertThat(trade.quantity().doubleValue()).isPositive().isFinite();
        assertThat(trade.price().toPlainString()).hasSizeLessThan(100);
        assertThat(trade.side()).isIn(Trade.BUY, Trade.SELL);
    }
}

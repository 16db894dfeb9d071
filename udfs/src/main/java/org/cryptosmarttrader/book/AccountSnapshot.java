package org.cryptosmarttrader.book;

import java.math.BigDecimal;
import org.cryptosmarttrader.gates.Lane;

/**
 * One account after a tick. Amounts are in its quote currency.
 *
 * @param tick decision instant, epoch milliseconds UTC
 * @param lane of the account
 * @param quote its currency
 * @param cash not invested
 * @param equity cash and positions at their last closes, before exit fees
 * @param positions number of pairs held
 * @param staleMarks of these, how many are valued at a close older than 24 hours
 * @param grossExposure positions at their last closes
 * @param realised profit of all sales after all costs
 * @param unrealised positions at their last closes less their cost
 * @param fees paid so far; part of realised and of the cost of what is held
 * @param peakEquity highest equity at a tick, or since the kill switch was re-armed
 * @param drawdown loss since the peak, a fraction of it
 * @param strategy name of the one in force
 * @param regime state of the market it goes by, e.g. {@code HIGH/DOWN}
 * @param stopped true once the kill switch has tripped, until it is re-armed
 */
public record AccountSnapshot(
        long tick,
        Lane lane,
        String quote,
        BigDecimal cash,
        BigDecimal equity,
        int positions,
        int staleMarks,
        BigDecimal grossExposure,
        BigDecimal realised,
        BigDecimal unrealised,
        BigDecimal fees,
        BigDecimal peakEquity,
        double drawdown,
        String strategy,
        String regime,
        boolean stopped) {}

package org.cryptosmarttrader.serving.report;

import java.math.BigDecimal;
import org.cryptosmarttrader.serving.findings.Evidence;
import org.cryptosmarttrader.time.UtcDays;

/**
 * A sale, with the purchases it undid. Amounts are in the pair's quote currency.
 *
 * @param soldAt epoch milliseconds UTC
 * @param quantity sold, in base currency
 * @param cost of what was sold, fees of its purchase included
 * @param profit after all costs
 * @param hoursHeld mean over the lots used up, by quantity, the oldest first; NaN if they are not known
 */
record RoundTrip(String pair, long soldAt, BigDecimal quantity, BigDecimal cost, BigDecimal profit, double hoursHeld) {

    /** Profit as a share of the cost; NaN if that is 0. */
    double share() {
        return cost.signum() == 0 ? Double.NaN : profit.doubleValue() / cost.doubleValue();
    }

    Evidence.Sale sale() {
        return new Evidence.Sale(pair, UtcDays.date(UtcDays.dayOf(soldAt)), profit);
    }
}

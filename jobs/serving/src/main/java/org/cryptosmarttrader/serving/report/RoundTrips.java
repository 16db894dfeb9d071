package org.cryptosmarttrader.serving.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cryptosmarttrader.book.CostMethod;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.book.TaxLots;

/**
 * Sales of an account and how long they had been held, the oldest lots first. How long is known only where these lots make the
 * profit the book realised: fills may begin later than the account. Not thread-safe.
 */
final class RoundTrips {

    private static final double HOUR = 3_600_000;

    private final CostMethod method;
    private final TaxLots lots = new TaxLots();
    private final Map<String, BigDecimal> held = new HashMap<>();
    private final Set<String> lost = new HashSet<>();
    private final List<RoundTrip> trips = new ArrayList<>();

    /** @param method of the book; by average cost, profits do not tell whether the lots are right */
    RoundTrips(CostMethod method) {
        this.method = method;
    }

    /** Fills must come in their order. */
    void add(TradeTally.Execution fill) {
        TaxLots.Execution execution =
                new TaxLots.Execution(fill.id(), fill.pair(), fill.at(), fill.quantity(), fill.price(), fill.fee());
        if (fill.side() == Side.BUY) {
            lots.buy(execution);
            held.merge(fill.pair(), fill.quantity(), BigDecimal::add);
            return;
        }
        BigDecimal cost = fill.notional().subtract(fill.fee()).subtract(fill.realised());
        trips.add(new RoundTrip(
                fill.pair(), fill.at(), fill.quantity(), cost, fill.realised(), hoursHeld(fill, execution)));
    }

    private double hoursHeld(TradeTally.Execution fill, TaxLots.Execution sale) {
        BigDecimal before = held.getOrDefault(fill.pair(), BigDecimal.ZERO);
        if (lost.contains(fill.pair()) || before.compareTo(fill.quantity()) < 0) {
            lost.add(fill.pair());
            return Double.NaN;
        }
        held.put(fill.pair(), before.subtract(fill.quantity()));
        List<TaxLots.Disposal> parts = lots.sell(sale);
        BigDecimal gain = parts.stream().map(TaxLots.Disposal::gain).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (method == CostMethod.FIFO && gain.compareTo(fill.realised()) != 0) {
            lost.add(fill.pair());
            return Double.NaN;
        }
        double sum = 0;
        for (TaxLots.Disposal part : parts) {
            sum += part.quantity().doubleValue() * (part.disposedAt() - part.acquiredAt());
        }
        return sum / fill.quantity().doubleValue() / HOUR;
    }

    /** In their order. */
    List<RoundTrip> all() {
        return List.copyOf(trips);
    }
}

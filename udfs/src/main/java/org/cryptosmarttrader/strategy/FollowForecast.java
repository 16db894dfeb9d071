package org.cryptosmarttrader.strategy;

import org.cryptosmarttrader.domain.Horizon;

/**
 * Long or flat by the forecast alone, sized by volatility: buys what is expected to rise by more than it costs, less of it the
 * more it moves.
 *
 * <p>Long iff the gates pass, the probability of a rise is above one half and the edge is positive; out when the
 * probability is one half or less, or the horizon is over; otherwise nothing changes. A forecast that is long again at the
 * end of a horizon renews it, since selling to buy at once would only pay costs. Source: definitions I.1 and I.2.
 */
public record FollowForecast(StrategySettings settings) implements Strategy {

    public static final String NAME = "forecast";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Stance stance(Outlook outlook) {
        if (outlook.gatesPass() && outlook.probabilityUp() > 0.5 && outlook.edge() > 0) {
            return Stance.longOf(weight(
                    outlook.edge(), outlook.volatility(), outlook.horizon().hours()));
        }
        boolean isOver = outlook.probabilityUp() <= 0.5 || outlook.horizonOver();
        return isOver ? Stance.EXIT : Stance.HOLD;
    }

    @Override
    public FollowForecast sizedBy(StrategySettings sizing) {
        return new FollowForecast(sizing);
    }

    /**
     * The smaller of the weight that has the target volatility and the fraction of Kelly's, at most the largest allowed.
     *
     * @param edge expected log return over the horizon after costs
     * @param volatility standard deviation over the horizon
     * @return fraction of equity, 0 if the volatility is 0 or missing
     */
    double weight(double edge, double volatility, int hours) {
        if (!(volatility > 0)) {
            return 0;
        }
        double annual = volatility * Math.sqrt(Horizon.HOURS_PER_YEAR / hours);
        double forVolatility = settings.targetVolatility() / annual;
        double kelly = settings.kellyFraction() * edge / (volatility * volatility);
        return Math.max(0, Math.min(Math.min(forVolatility, kelly), settings.maxWeight()));
    }
}

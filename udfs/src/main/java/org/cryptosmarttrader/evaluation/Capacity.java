package org.cryptosmarttrader.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * How much capital a way of trading bears, by what was filled with another. Orders are taken to grow with the capital, and
 * volumes, volatilities and decisions to stay what they were. At m times the capital an order moves m times as much, and by the
 * square-root law each unit of it costs √m times the impact: impact grows as m^1.5, profit before costs as m.
 *
 * <p>Source: the impact formula and the participation limit of the execution model (definitions I.5).
 *
 * @param impact paid at the capital of the record: Σ notional · κ · σ · √(order / volume)
 * @param halfEaten multiple of the capital at which impact takes half of the mean profit before costs, (profit / 2·impact)²; NaN
 *     without profit or impact
 * @param cut multiple of the capital beyond which one fill in ten meets the participation limit: the lowest tenth of
 *     participation · volume / notional; NaN without fills
 */
public record Capacity(double impact, double halfEaten, double cut) {

    /** Fills; a mean over fewer says little. */
    public static final int FEWEST_FILLS = 30;

    /** Share of fills that may be cut before a way of trading is another one. */
    private static final double SHARE_CUT = 0.1;

    /**
     * What was filled in a bar.
     *
     * @param notional in quote currency
     * @param order notional of the whole order
     * @param volume of the bar in quote currency, above 0
     * @param volatility of an hour
     */
    public record Filled(double notional, double order, double volume, double volatility) {

        private double impact(double factor) {
            return notional * factor * volatility * Math.sqrt(order / volume);
        }
    }

    /**
     * @param profit of all these fills before costs
     * @param factor κ, before volatility times the root of the share of the bar's volume
     * @param participation largest share of a bar's volume
     */
    public static Capacity of(List<Filled> fills, double profit, double factor, double participation) {
        double impact = 0;
        double[] multiples = new double[fills.size()];
        for (int i = 0; i < multiples.length; i++) {
            Filled fill = fills.get(i);
            impact += fill.impact(factor);
            multiples[i] = participation * fill.volume() / fill.notional();
        }
        Arrays.sort(multiples);
        double root = profit / (2 * impact);
        int lowest = (int) Math.ceil(SHARE_CUT * multiples.length) - 1;
        return new Capacity(
                impact,
                profit > 0 && impact > 0 ? root * root : Double.NaN,
                multiples.length == 0 ? Double.NaN : multiples[lowest]);
    }
}

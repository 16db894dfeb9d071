package org.cryptosmarttrader.strategy;

/**
 * Follows forecasts of rises after a fall: buys only what has fallen over the last day by more than a day's volatility, as far as
 * the forecast's own says.
 *
 * <p>Nothing is bought whose interval says that costs are not covered even if all goes well.
 *
 * @param forecast what is bought and how much of it
 */
public record Reversal(FollowForecast forecast) implements Strategy {

    public static final String NAME = "reversal";

    private static final double DAY = 24;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Stance stance(Outlook outlook) {
        Stance stance = forecast.stance(outlook);
        double ofDay = outlook.volatility() * Math.sqrt(DAY / outlook.horizon().hours());
        boolean mayEnter = outlook.recent().day() < -ofDay && outlook.upper() > outlook.roundTripCost();
        if (stance.action() != Stance.Action.LONG || mayEnter) {
            return stance;
        }
        return outlook.horizonOver() ? Stance.EXIT : Stance.HOLD;
    }

    @Override
    public Reversal sizedBy(StrategySettings sizing) {
        return new Reversal(forecast.sizedBy(sizing));
    }
}

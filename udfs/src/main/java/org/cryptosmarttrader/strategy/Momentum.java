package org.cryptosmarttrader.strategy;

/**
 * Follows forecasts of rises that go on: buys only what has risen over the last week, and leaves it once it has not.
 *
 * <p>Nothing is bought whose interval says that costs are not covered even if all goes well.
 *
 * @param forecast what is bought and how much of it
 */
public record Momentum(FollowForecast forecast) implements Strategy {

    public static final String NAME = "momentum";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Stance stance(Outlook outlook) {
        if (outlook.recent().week() <= 0) {
            return Stance.EXIT;
        }
        Stance stance = forecast.stance(outlook);
        boolean mayEnter = outlook.recent().week() > 0 && outlook.upper() > outlook.roundTripCost();
        return stance.action() == Stance.Action.LONG && !mayEnter ? Stance.HOLD : stance;
    }

    @Override
    public Momentum sizedBy(StrategySettings sizing) {
        return new Momentum(forecast.sizedBy(sizing));
    }
}

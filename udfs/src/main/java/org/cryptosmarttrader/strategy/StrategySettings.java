package org.cryptosmarttrader.strategy;

import java.io.Serializable;
import org.cryptosmarttrader.domain.SettingFaults;

/**
 * How large a position is made. Stands under {@code sizing} in conf/risk.yaml.
 *
 * @param targetVolatility standard deviation a sleeve shall have on its own, per year, above 0
 * @param kellyFraction share of the Kelly weight, in (0, 1]
 * @param maxWeight largest weight of a sleeve, a fraction of equity in (0, 1]
 */
public record StrategySettings(double targetVolatility, double kellyFraction, double maxWeight)
        implements Serializable {

    /** Per year; less than most pairs have, so that sizes are scaled down and not up. */
    public static final double TARGET_VOLATILITY = 0.4;

    /** A quarter: the full Kelly weight is right only if the expected return is known without error. */
    public static final double KELLY_FRACTION = 0.25;

    /** Fraction of equity; one sleeve alone may fill what a pair is allowed, and no more. */
    public static final double MAX_WEIGHT = 0.2;

    /** @throws IllegalArgumentException naming every setting out of range */
    public StrategySettings {
        new SettingFaults("conf/risk.yaml")
                .require(
                        targetVolatility > 0 && Double.isFinite(targetVolatility),
                        "sizing.targetVolatility",
                        targetVolatility,
                        "a volatility per year above 0; write 0.4")
                .require(
                        kellyFraction > 0 && kellyFraction <= 1,
                        "sizing.kellyFraction",
                        kellyFraction,
                        "a fraction in (0, 1]; write 0.25")
                .require(
                        maxWeight > 0 && maxWeight <= 1,
                        "sizing.maxWeight",
                        maxWeight,
                        "a fraction of equity in (0, 1]; write 0.2")
                .throwIfAny();
    }

    public static StrategySettings defaults() {
        return new StrategySettings(TARGET_VOLATILITY, KELLY_FRACTION, MAX_WEIGHT);
    }
}

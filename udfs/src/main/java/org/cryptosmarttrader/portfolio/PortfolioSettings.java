package org.cryptosmarttrader.portfolio;

import java.io.Serializable;
import org.cryptosmarttrader.domain.SettingFaults;

/**
 * How what is wanted is divided. Stands under {@code portfolio} in conf/risk.yaml.
 *
 * @param targetVolatility standard deviation of all positions together, per year
 * @param paybackHours time in which moving a position must earn what moving it costs
 * @param riskAversion the larger, the more a position off its best weight is felt; one over the fraction of Kelly's weight
 * @param minimumReturns returns that assets must have in common
 * @param maxAssets positions at most
 * @param similar correlation from which two assets count as one group
 */
public record PortfolioSettings(
        double targetVolatility,
        double paybackHours,
        double riskAversion,
        int minimumReturns,
        int maxAssets,
        double similar)
        implements Serializable {

    /** Per year; what a single position may have, too: together they shall not have more. */
    public static final double TARGET_VOLATILITY = 0.4;

    /** Four weeks; over less, costs of 0.4 % a side forbid nearly every change. */
    public static final double PAYBACK_HOURS = 672;

    /** Nine tenths of the returns remembered. */
    public static final int MINIMUM_RETURNS = 648;

    /** Positions; a covariance of more assets rests on too few returns for each number in it. */
    public static final int MAX_ASSETS = 50;

    /** Correlation of hourly returns; major coins move together above it in most months. */
    public static final double SIMILAR = 0.8;

    /** @throws IllegalArgumentException naming every setting out of range */
    public PortfolioSettings {
        SettingFaults faults = new SettingFaults("conf/risk.yaml");
        faults.require(
                targetVolatility > 0 && Double.isFinite(targetVolatility),
                "portfolio.targetVolatility",
                targetVolatility,
                "a volatility per year above 0; write 0.4");
        faults.require(
                paybackHours > 0 && Double.isFinite(paybackHours),
                "portfolio.paybackHours",
                paybackHours,
                "hours above 0; write 672");
        faults.require(
                minimumReturns >= 2 && minimumReturns <= CloseHistory.RETURNS,
                "portfolio.minimumReturns",
                minimumReturns,
                "a number from 2 to %d; write 648".formatted(CloseHistory.RETURNS));
        faults.require(maxAssets >= 1, "portfolio.maxAssets", maxAssets, "a number of at least 1; write 50");
        faults.require(similar > 0 && similar <= 1, "portfolio.similar", similar, "a correlation in (0, 1]; write 0.8");
        faults.throwIfAny();
    }

    /** @param kellyFraction share of the Kelly weight that single positions get */
    public static PortfolioSettings defaults(double kellyFraction) {
        return new PortfolioSettings(
                TARGET_VOLATILITY, PAYBACK_HOURS, 1 / kellyFraction, MINIMUM_RETURNS, MAX_ASSETS, SIMILAR);
    }
}

package org.cryptosmarttrader.portfolio;

/**
 * A position that is wanted. Weights are fractions of equity.
 *
 * @param asset e.g. {@code BTC/USD}
 * @param held weight it has once open orders are filled
 * @param wanted the most it may have by its own forecast, above 0
 * @param cost of buying or selling, a fraction of the notional
 */
public record Candidate(String asset, double held, double wanted, double cost) {}

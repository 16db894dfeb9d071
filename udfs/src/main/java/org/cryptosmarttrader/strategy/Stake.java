package org.cryptosmarttrader.strategy;

/**
 * What a strategy put on a pair at a decision of its own account on paper.
 *
 * @param weight fraction of equity
 * @param close the pair's at the decision
 * @param cost of buying or selling, a fraction of the notional
 */
public record Stake(double weight, double close, double cost) {}

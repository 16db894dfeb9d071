package org.cryptosmarttrader.statements;

/**
 * What a decision on a pair met.
 *
 * @param value log return over the horizon; NaN if there was no price
 * @param scaled value in units of the volatility known at the decision over the horizon; NaN if that is unknown or 0
 */
public record RealisedReturn(String pair, double value, double scaled) {}

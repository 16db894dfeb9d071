/** Features of prices: returns, volatility, trend, oscillators, ranges. */
package org.cryptosmarttrader.features.price;

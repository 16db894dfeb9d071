/**
 * Features of prices: returns, volatility, trend, oscillators, channels, shape and memory of the returns. Recursive averages
 * are seeded anew within their memory, so that they are functions of a window like the rest.
 */
package org.cryptosmarttrader.features.price;

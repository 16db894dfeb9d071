/**
 * What to want: one forecast in, long, hold or exit out, with a weight. A strategy sees one sleeve (pair and horizon) at a
 * time, keeps nothing in mind, and knows neither accounts nor limits; the book adds the sleeves up and the risk rules cut
 * them down. One more strategy is one class and one line in {@link StrategyChoice#standard}.
 */
package org.cryptosmarttrader.strategy;

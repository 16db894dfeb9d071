/**
 * What was ever tried on an archive: each training and each backtest once, in a hash-chained list that travels with the data.
 * Without it nobody could say how much of a good result is the luck of many tries.
 *
 * <p>The chain shows an ordinary loss or change. Whoever controls the disk can write another list and its hashes; the head
 * that reports name is what they would have to change too.
 */
package org.cryptosmarttrader.wire.trials;

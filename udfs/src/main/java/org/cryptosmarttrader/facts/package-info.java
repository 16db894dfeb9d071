/**
 * What is known beside the market's prices: texts with their scores, transfers on chains, metrics that sources publish, and
 * when each feed was listened to. Folded at ticks like bars, kept for a finite time, so that any start at least that far
 * back gives the same bits; silence and not listening are never the same.
 */
package org.cryptosmarttrader.facts;

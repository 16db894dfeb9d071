/**
 * The nouns that travel: events in blocks, pairs, horizons, forecasts, verdicts, orders; how they are named and the order
 * events are folded in. Plain values; what they mean for a decision stands in the other packages.
 */
package org.cryptosmarttrader.domain;

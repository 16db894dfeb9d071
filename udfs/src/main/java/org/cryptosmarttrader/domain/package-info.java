/** The nouns that travel: events, pairs, horizons, forecasts, verdicts, orders. Plain values without behaviour of their own. */
package org.cryptosmarttrader.domain;

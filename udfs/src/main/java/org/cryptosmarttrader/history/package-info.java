/**
 * Events folded into bars, bars into {@code History}: the last 900 bars of a pair and what was known with them. Memory is
 * finite, so any start at least that far back gives the same bits; a bar is computed from its events in (event time,
 * sequence) order, so the order of arrival leaves no trace; a gap stays a gap.
 */
package org.cryptosmarttrader.history;

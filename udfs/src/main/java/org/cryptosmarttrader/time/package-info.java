/**
 * Times, ticks and order: which instant an event belongs to and in which order events are folded. All times are
 * {@code long} epoch milliseconds UTC; nothing here reads a clock.
 */
package org.cryptosmarttrader.time;

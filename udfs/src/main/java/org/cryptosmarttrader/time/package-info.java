/**
 * Times and ticks: which instant, bar and day an event belongs to, and whether it is late. All times are {@code long} epoch
 * milliseconds UTC; nothing here reads a clock.
 */
package org.cryptosmarttrader.time;

/** Features of the clock: hour and weekday in UTC as points of a circle, so that midnight follows 23 o'clock. */
package org.cryptosmarttrader.features.calendar;

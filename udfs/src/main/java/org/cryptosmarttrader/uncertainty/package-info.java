/**
 * How sure a forecast may be, learnt from nothing but the forecasts already issued whose outcomes have come: conformal
 * intervals, calibrated probabilities, coverage, and how new a row is to its forest. Evidence is counted in independent
 * outcomes, in time and not in pairs, since pairs move together. What has not been measured is NaN, infinite or empty and
 * says so; it is never a guess.
 *
 * <p>Mutable classes are the state of one key: not thread-safe, with {@code copy}, {@code write} and {@code read}.
 */
package org.cryptosmarttrader.uncertainty;

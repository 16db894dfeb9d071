/**
 * What the forests may learn from. A feature is a pure function of {@link org.cryptosmarttrader.history.History}, or of the
 * cross-section of one tick; it knows its unit, its memory and when it must say nothing. The catalogue lists them once.
 */
package org.cryptosmarttrader.features;

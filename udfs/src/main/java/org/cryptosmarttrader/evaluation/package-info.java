/**
 * What forecasts and accounts were worth: proper scores, discrimination, reliability, rank correlation, returns, and the
 * folds of a walk-forward that keep the tested apart from the trained. A measure that its data cannot support is NaN; how
 * many rows it rests on, and how many were left out, stands beside it. Coverage of intervals is kept by
 * {@link org.cryptosmarttrader.uncertainty.CoverageLedger}.
 */
package org.cryptosmarttrader.evaluation;

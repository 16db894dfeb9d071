package org.cryptosmarttrader.app.certify;

import org.cryptosmarttrader.wire.rows.RowBatch;

/**
 * What a run makes of its input.
 *
 * @param features rows of the dataset features, in any order
 * @param labels rows of the dataset labels, in any order
 */
public record MadeRows(RowBatch features, RowBatch labels) {}

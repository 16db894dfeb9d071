package org.cryptosmarttrader.ingest.kraken;

import java.io.Serializable;

/**
 * Up to where the trades of a pair are known without a gap.
 *
 * @param lastId of the last trade
 * @param lastTimeNanos its execution, epoch nanoseconds
 */
public record Cursor(long lastId, long lastTimeNanos) implements Serializable {}

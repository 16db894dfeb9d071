package org.cryptosmarttrader.ingest.kraken;

/**
 * Ids that have not come.
 *
 * @param pair canonical
 * @param afterId the last one before the gap
 * @param beforeId the first one behind it
 * @param sinceNanos from where to read again: a second before the last good trade, epoch nanoseconds
 */
public record Gap(String pair, long afterId, long beforeId, long sinceNanos) {

    /** How many ids are missing. */
    public long missing() {
        return beforeId - afterId - 1;
    }

    @Override
    public String toString() {
        return "kraken trades %s: ids %d to %d are missing".formatted(pair, afterId + 1, beforeId - 1);
    }
}

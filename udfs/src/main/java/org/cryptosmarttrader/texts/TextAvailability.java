package org.cryptosmarttrader.texts;

import org.cryptosmarttrader.time.TickGrid;

/**
 * From when on a text may be used: from its retrieval, never before it was published; of an archive without times of
 * retrieval a stated delay behind the publication, and behind the end of the day where only the day is known.
 *
 * <p>All instants are epoch milliseconds. Source: definitions D.1; see docs/glossary.md, availability.
 *
 * @param assignedDelayMillis from publication until we assume to have read it, not negative
 */
public record TextAvailability(long assignedDelayMillis) {

    /** @throws IllegalArgumentException if the delay is negative: texts would be known before they were published */
    public TextAvailability {
        if (assignedDelayMillis < 0) {
            throw new IllegalArgumentException(
                    "delay of texts: %d ms, expected 0 or more; set assignedDelay.text in conf/sources.yaml"
                            .formatted(assignedDelayMillis));
        }
    }

    /** Of a text whose retrieval was recorded. A retrieval before the publication is a clock that ran slow. */
    public static long retrieved(long publishedAt, long retrievedAt) {
        return Math.max(publishedAt, retrievedAt);
    }

    /** Of a text whose publication is known to the second or minute, and nothing else. */
    public long published(long publishedAt) {
        return publishedAt + assignedDelayMillis;
    }

    /** Of a text of which only the day is known: it may have been published in its last moment. */
    public long publishedOn(long startOfDay) {
        return published(startOfDay + TickGrid.DAY);
    }
}

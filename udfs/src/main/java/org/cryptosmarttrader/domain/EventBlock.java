package org.cryptosmarttrader.domain;

import java.util.Arrays;

/**
 * Events of one kind, source and pair within one tick, column by column, in canonical order. From the archive a block
 * holds all events of its tick, from Kafka one; a border between blocks means nothing and no computation may see it.
 *
 * <p>The arrays are handed over, not copied, and must not be changed afterwards.
 */
public final class EventBlock {

    /** Bytes of a payload hash. */
    public static final int HASH_BYTES = 32;

    private final EventKind kind;
    private final String source;
    private final String pair;
    private final long intervalMillis;
    private final Availability availability;
    private final long[] sequences;
    private final long[] eventTimes;
    private final long[] availableAts;
    private final double[] values;
    private final byte[] payloadHashes;
    private final String[] words;

    /**
     * @param source id of the source, e.g. {@code kraken}
     * @param pair canonical pair, e.g. {@code BTC/USD}; empty for what concerns the whole market
     * @param intervalMillis length of a bar in milliseconds, 0 for other kinds
     * @param sequences strictly increasing per source; order within one instant
     * @param eventTimes when each happened; of a bar its last instant
     * @param availableAts when each could first be known
     * @param values count × {@code kind.width()}, row-major
     * @param payloadHashes SHA-256 of the raw payloads: one for all events (32 bytes) or one each (32 × count)
     * @param words count × {@code kind.words()}, row-major; none of a kind without words
     * @throws IllegalArgumentException if the lengths do not fit together
     */
    public EventBlock(
            EventKind kind,
            String source,
            String pair,
            long intervalMillis,
            Availability availability,
            long[] sequences,
            long[] eventTimes,
            long[] availableAts,
            double[] values,
            byte[] payloadHashes,
            String... words) {
        int count = sequences.length;
        if (eventTimes.length != count
                || availableAts.length != count
                || values.length != count * kind.width()
                || (payloadHashes.length != HASH_BYTES && payloadHashes.length != HASH_BYTES * count)
                || words.length != count * kind.words()) {
            throw new IllegalArgumentException(
                    "block of %s %s: %d sequences, %d event times, %d available times, %d values, %d words, %d hash bytes do not fit"
                            .formatted(
                                    kind,
                                    pair,
                                    count,
                                    eventTimes.length,
                                    availableAts.length,
                                    values.length,
                                    words.length,
                                    payloadHashes.length));
        }
        this.kind = kind;
        this.source = source;
        this.pair = pair;
        this.intervalMillis = intervalMillis;
        this.availability = availability;
        this.sequences = sequences;
        this.eventTimes = eventTimes;
        this.availableAts = availableAts;
        this.values = values;
        this.payloadHashes = payloadHashes;
        this.words = words;
    }

    public EventKind kind() {
        return kind;
    }

    public String source() {
        return source;
    }

    public String pair() {
        return pair;
    }

    public long intervalMillis() {
        return intervalMillis;
    }

    public Availability availability() {
        return availability;
    }

    public int count() {
        return sequences.length;
    }

    public long sequence(int event) {
        return sequences[event];
    }

    public long eventTime(int event) {
        return eventTimes[event];
    }

    public long availableAt(int event) {
        return availableAts[event];
    }

    public double value(int event, int column) {
        return values[event * kind.width() + column];
    }

    /** A word of an event; null where there is none. */
    public String word(int event, int column) {
        return words[event * kind.words() + column];
    }

    public String[] words() {
        return words;
    }

    public long[] sequences() {
        return sequences;
    }

    public long[] eventTimes() {
        return eventTimes;
    }

    public long[] availableAts() {
        return availableAts;
    }

    public double[] values() {
        return values;
    }

    public byte[] payloadHashes() {
        return payloadHashes;
    }

    /** Whether all events come from one payload, e.g. rows of one archive file. */
    public boolean sharesPayload() {
        return payloadHashes.length == HASH_BYTES;
    }

    /** SHA-256 of the payload of one event, 32 bytes; the same array for all that share it, not to be changed. */
    public byte[] payloadHash(int event) {
        if (sharesPayload()) {
            return payloadHashes;
        }
        int from = event * HASH_BYTES;
        return Arrays.copyOfRange(payloadHashes, from, from + HASH_BYTES);
    }

    /** One event of this block as a block of its own. */
    public EventBlock only(int event) {
        return slice(event, event + 1);
    }

    /** The events {@code [from, until)} as a block of their own. */
    public EventBlock slice(int from, int until) {
        if (from == 0 && until == count()) {
            return this;
        }
        int width = kind.width();
        return new EventBlock(
                kind,
                source,
                pair,
                intervalMillis,
                availability,
                Arrays.copyOfRange(sequences, from, until),
                Arrays.copyOfRange(eventTimes, from, until),
                Arrays.copyOfRange(availableAts, from, until),
                Arrays.copyOfRange(values, from * width, until * width),
                sharesPayload()
                        ? payloadHashes
                        : Arrays.copyOfRange(payloadHashes, from * HASH_BYTES, until * HASH_BYTES),
                Arrays.copyOfRange(words, from * kind.words(), until * kind.words()));
    }

    @Override
    public String toString() {
        return "%s %s %s × %d%s"
                .formatted(kind, source, pair, count(), count() == 0 ? "" : " available " + availableAts[0]);
    }
}

package org.cryptosmarttrader.ingest.live;

import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;

/**
 * An event as an adapter heard it: all of it but the instant from which it is known.
 *
 * @param source id of the source, e.g. {@code kraken}
 * @param sequence identity of the event at its source, ascending in time within a pair; of a trade its id
 * @param pair canonical pair; empty for what concerns the whole market
 * @param eventTime when it happened, epoch milliseconds
 * @param values the kind's numbers
 * @param words the kind's words
 * @param payloadHash SHA-256 of the raw payload it was read from, 32 bytes
 */
public record Heard(
        EventKind kind,
        String source,
        long sequence,
        String pair,
        long eventTime,
        double[] values,
        String[] words,
        byte[] payloadHash) {

    private static final String[] NO_WORDS = {};

    /**
     * A trade.
     *
     * @param side of the taker: +1 buy, -1 sell, NaN unknown
     */
    public static Heard trade(
            String source,
            String pair,
            long id,
            long eventTime,
            double price,
            double quantity,
            double side,
            byte[] hash) {
        return new Heard(
                EventKind.TRADE, source, id, pair, eventTime, new double[] {price, quantity, side}, NO_WORDS, hash);
    }

    /** A pair that was listed or delisted, see {@link EventKind#STANDING}. */
    public static Heard listing(
            String source, String pair, long sequence, long eventTime, String standing, byte[] hash) {
        return new Heard(
                EventKind.LISTING, source, sequence, pair, eventTime, new double[0], new String[] {standing}, hash);
    }

    /** The event, known from an instant on. */
    EventBlock knownFrom(long availableAt) {
        return new EventBlock(
                kind,
                source,
                pair,
                0,
                Availability.RECORDED,
                new long[] {sequence},
                new long[] {eventTime},
                new long[] {availableAt},
                values,
                payloadHash,
                words);
    }
}

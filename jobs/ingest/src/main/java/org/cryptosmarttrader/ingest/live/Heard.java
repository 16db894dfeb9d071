package org.cryptosmarttrader.ingest.live;

import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.facts.Fact;

/**
 * An event as an adapter heard it: all of it but the instant from which it is known.
 *
 * @param source id of the source, e.g. {@code kraken}
 * @param sequence identity of the event at its source, ascending in time within a pair; of a trade its id
 * @param pair canonical pair; empty for what concerns the whole market
 * @param intervalMillis length of what it covers, 0 of an instant
 * @param eventTime when it happened or what it covers ended, epoch milliseconds
 * @param values the kind's numbers
 * @param words the kind's words
 * @param payloadHash SHA-256 of the raw payload it was read from, 32 bytes
 */
public record Heard(
        EventKind kind,
        String source,
        long sequence,
        String pair,
        long intervalMillis,
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
                EventKind.TRADE, source, id, pair, 0, eventTime, new double[] {price, quantity, side}, NO_WORDS, hash);
    }

    /**
     * Best bid and ask of a pair.
     *
     * @param bid 0 if nobody bids
     * @param ask 0 if nobody asks
     */
    public static Heard quote(String source, String pair, long eventTime, double bid, double ask, byte[] hash) {
        return new Heard(
                EventKind.QUOTE, source, eventTime, pair, 0, eventTime, new double[] {bid, ask}, NO_WORDS, hash);
    }

    /** A pair that was listed or delisted, see {@link EventKind#STANDING}. */
    public static Heard listing(
            String source, String pair, long sequence, long eventTime, String standing, byte[] hash) {
        return new Heard(
                EventKind.LISTING, source, sequence, pair, 0, eventTime, new double[0], new String[] {standing}, hash);
    }

    /**
     * A text, a score, a transfer, its retraction or a metric.
     *
     * @param identity what its source names it by; the event's number is made of it
     * @param intervalMillis length of what it covers, 0 of an instant
     * @param values as in {@link EventKind}
     * @param words as in {@link EventKind}
     */
    public static Heard fact(
            EventKind kind,
            String source,
            String identity,
            long intervalMillis,
            long eventTime,
            double[] values,
            String[] words,
            byte[] hash) {
        return new Heard(kind, source, Fact.sequenceOf(identity), "", intervalMillis, eventTime, values, words, hash);
    }

    /**
     * That a feed was listened to without a hole.
     *
     * @param feed group of texts, or chain
     * @param from epoch milliseconds
     * @param until epoch milliseconds, excluded
     */
    public static Heard listened(String source, String feed, long from, long until, byte[] hash) {
        return fact(
                EventKind.HEALTH,
                source,
                "health:%s:%d".formatted(feed, from),
                until - from,
                until - 1,
                new double[0],
                new String[] {feed},
                hash);
    }

    /** The event, known from an instant on. */
    EventBlock knownFrom(long availableAt) {
        return new EventBlock(
                kind,
                source,
                pair,
                intervalMillis,
                Availability.RECORDED,
                new long[] {sequence},
                new long[] {eventTime},
                new long[] {availableAt},
                values,
                payloadHash,
                words);
    }
}

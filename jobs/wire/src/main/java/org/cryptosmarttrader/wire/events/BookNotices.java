package org.cryptosmarttrader.wire.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.cryptosmarttrader.book.Execution;
import org.cryptosmarttrader.book.Rearm;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Json;

/** The events that are said to the trade book. */
public final class BookNotices {

    /** Source id of what persons say. */
    public static final String OPERATORS = "operators";

    private BookNotices() {}

    /**
     * A person re-arms an account. What was said is its own payload, and its number is taken from that: the same re-arming
     * for the same instant is one event however often it is sent.
     *
     * @param eventTime when it was said, epoch milliseconds
     * @param availableAt instant from which it counts
     */
    public static EventBlock rearm(Rearm rearm, long eventTime, long availableAt) {
        String said = Json.write(rearm);
        byte[] hash = Sha256.of(said.getBytes(StandardCharsets.UTF_8));
        byte[] ofInstant = Sha256.of((availableAt + " " + said).getBytes(StandardCharsets.UTF_8));
        return event(
                EventKind.REARM,
                OPERATORS,
                "",
                ByteBuffer.wrap(ofInstant).getLong() >>> 1,
                eventTime,
                availableAt,
                hash,
                rearm.words());
    }

    /**
     * What a venue did with an order.
     *
     * @param venue source id, e.g. {@code kraken}
     * @param pair of the order, canonical
     * @param sequence the same however often the venue says it
     * @param eventTime when it happened, epoch milliseconds
     * @param availableAt when it became known
     * @param payloadHash SHA-256 of the venue's raw message
     */
    public static EventBlock execution(
            Execution execution,
            String venue,
            String pair,
            long sequence,
            long eventTime,
            long availableAt,
            byte[] payloadHash) {
        return event(
                EventKind.EXECUTION, venue, pair, sequence, eventTime, availableAt, payloadHash, execution.words());
    }

    private static EventBlock event(
            EventKind kind,
            String source,
            String pair,
            long sequence,
            long eventTime,
            long availableAt,
            byte[] payloadHash,
            String... words) {
        return new EventBlock(
                kind,
                source,
                pair,
                0,
                Availability.RECORDED,
                new long[] {sequence},
                new long[] {eventTime},
                new long[] {availableAt},
                new double[0],
                payloadHash,
                words);
    }
}

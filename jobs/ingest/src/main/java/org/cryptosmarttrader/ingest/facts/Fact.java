package org.cryptosmarttrader.ingest.facts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.cryptosmarttrader.domain.CanonicalOrder;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;

/**
 * A fact on its way into a day file.
 *
 * @param pair canonical pair of a listing, otherwise empty
 * @param intervalMillis length of what it covers, 0 of an instant
 * @param sequence order within an instant, and with source and kind its identity; see {@link #sequenceOf}
 * @param values as in {@code domain.EventKind}
 * @param words as in {@code domain.EventKind}
 * @param availability RECORDED or ASSIGNED
 * @param payloadHash SHA-256 of the file it stands in, hexadecimal
 * @param payloadRow line or row of that file, from 1
 */
public record Fact(
        EventKind kind,
        String source,
        String pair,
        long intervalMillis,
        long sequence,
        long eventTime,
        long availableAt,
        double[] values,
        String[] words,
        String availability,
        String payloadHash,
        long payloadRow) {

    static final Comparator<Fact> CANONICAL = Comparator.comparingLong(Fact::availableAt)
            .thenComparing(Fact::source, CanonicalOrder::compareSources)
            .thenComparingLong(Fact::sequence);

    /**
     * A number for something that its source names by words, e.g. {@code news:17}: the first 63 bits of their SHA-256, so
     * that it is the same whatever else is imported with it.
     */
    public static long sequenceOf(String identity) {
        byte[] hash = Sha256.of(identity.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getLong() >>> 1;
    }

    /**
     * What the value of a metric is told from others by.
     *
     * @param asset canonical symbol, empty for the whole market
     * @param eventTime when what it covers ended, epoch milliseconds
     */
    public static String identityOfMetric(String asset, String metric, long eventTime) {
        return "%s %s %d".formatted(asset, metric, eventTime);
    }

    /** Within a kind. */
    String identity() {
        return "%s %s %d %d".formatted(source, pair, intervalMillis, sequence);
    }

    boolean says(Fact other) {
        return eventTime == other.eventTime
                && availableAt == other.availableAt
                && Arrays.equals(values, other.values)
                && Arrays.equals(words, other.words);
    }

    void addTo(RowBuilder rows) {
        rows.row()
                .set(EventRows.AVAILABLE_AT, availableAt)
                .set(EventRows.EVENT_TIME, eventTime)
                .set(EventRows.SEQUENCE, sequence)
                .set(EventRows.SOURCE, source)
                .set(EventRows.PAIR, pair)
                .set(EventRows.INTERVAL, intervalMillis)
                .set(EventRows.AVAILABILITY, availability)
                .set(EventRows.PAYLOAD_HASH, payloadHash)
                .set(EventRows.PAYLOAD_ROW, payloadRow);
        for (int column = 0; column < values.length; column++) {
            rows.set(EventRows.VALUES + column, values[column]);
        }
        for (int column = 0; column < words.length; column++) {
            rows.set(EventRows.VALUES + values.length + column, words[column]);
        }
    }

    static Fact of(EventKind kind, RowBatch rows, int row) {
        double[] values = new double[kind.width()];
        Arrays.setAll(values, column -> rows.doubles(EventRows.VALUES + column)[row]);
        String[] words = new String[kind.words()];
        Arrays.setAll(words, column -> rows.strings(EventRows.VALUES + values.length + column)[row]);
        return new Fact(
                kind,
                rows.strings(EventRows.SOURCE)[row],
                rows.strings(EventRows.PAIR)[row],
                rows.longs(EventRows.INTERVAL)[row],
                rows.longs(EventRows.SEQUENCE)[row],
                rows.longs(EventRows.EVENT_TIME)[row],
                rows.longs(EventRows.AVAILABLE_AT)[row],
                values,
                words,
                rows.strings(EventRows.AVAILABILITY)[row],
                rows.strings(EventRows.PAYLOAD_HASH)[row],
                rows.longs(EventRows.PAYLOAD_ROW)[row]);
    }
}

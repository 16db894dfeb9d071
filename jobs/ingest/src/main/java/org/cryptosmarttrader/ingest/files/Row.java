package org.cryptosmarttrader.ingest.files;

import java.util.Arrays;
import java.util.Comparator;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.rows.RowBuilder;

/**
 * An event on its way into a day file.
 *
 * @param of the stream it belongs to
 * @param sequence as in the archive; {@link #NOT_NUMBERED} for a trade without an id until it is settled
 * @param values as in {@code domain.EventKind}; not to be changed
 * @param availability RECORDED or ASSIGNED
 * @param payloadHash SHA-256 of the file it stands in, hexadecimal
 * @param payloadRow line or row of that file, from 1
 * @param file which of the files of this import it comes from; {@link #ARCHIVE} if the archive holds it already,
 *     {@link #CORRECTED} if it stands in the place of a row that the archive held
 */
record Row(
        PairFeed of,
        long availableAt,
        long eventTime,
        long sequence,
        double[] values,
        String availability,
        String payloadHash,
        long payloadRow,
        int file) {

    static final int ARCHIVE = -1;
    static final int CORRECTED = -2;
    static final long NOT_NUMBERED = Long.MIN_VALUE;

    /** Trades without id are numbered by millisecond and place within it. */
    private static final long PER_MILLISECOND = 1_000_000;

    /** The canonical order of events of one instant; source and sequence may agree for two pairs. */
    static final Comparator<Row> WITHIN_INSTANT = Comparator.comparing(Row::of, PairFeed.BY_SOURCE)
            .thenComparingLong(Row::sequence)
            .thenComparing(row -> row.of.pair())
            .thenComparingLong(row -> row.of.feed().intervalMillis());

    boolean isArchived() {
        return file == ARCHIVE;
    }

    /** Whether the archive holds neither it nor a row in whose place it stands. */
    boolean isNew() {
        return file >= 0;
    }

    /** Whether its number was made from its time because the source gave no id. */
    boolean isNumberedByTime() {
        return sequence == NOT_NUMBERED || Math.floorDiv(sequence, PER_MILLISECOND) == eventTime;
    }

    /** First number of a millisecond. */
    static long firstNumber(long eventTime) {
        return eventTime * PER_MILLISECOND;
    }

    boolean says(Row other) {
        return eventTime == other.eventTime && Arrays.equals(values, other.values);
    }

    Row numbered(long number) {
        return new Row(of, availableAt, eventTime, number, values, availability, payloadHash, payloadRow, file);
    }

    boolean isNumberedLike(Row other) {
        return sequence == other.sequence || isNumberedByTime() && other.isNumberedByTime();
    }

    /** In the place of a row that the archive held; keeps that one's number if neither has an id. */
    Row correcting(Row held) {
        long number = isNumberedByTime() && held.isNumberedByTime() ? held.sequence : sequence;
        return new Row(of, availableAt, eventTime, number, values, availability, payloadHash, payloadRow, CORRECTED);
    }

    void addTo(RowBuilder rows) {
        rows.row()
                .set(EventRows.AVAILABLE_AT, availableAt)
                .set(EventRows.EVENT_TIME, eventTime)
                .set(EventRows.SEQUENCE, sequence)
                .set(EventRows.SOURCE, of.feed().source())
                .set(EventRows.PAIR, of.pair())
                .set(EventRows.INTERVAL, of.feed().intervalMillis())
                .set(EventRows.AVAILABILITY, availability)
                .set(EventRows.PAYLOAD_HASH, payloadHash)
                .set(EventRows.PAYLOAD_ROW, payloadRow);
        for (int column = 0; column < values.length; column++) {
            rows.set(EventRows.VALUES + column, values[column]);
        }
    }
}

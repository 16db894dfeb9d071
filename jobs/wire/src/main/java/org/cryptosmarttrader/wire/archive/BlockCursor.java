package org.cryptosmarttrader.wire.archive;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;

/** Reads one archive file forward and hands out its events as blocks, instant by instant. Not thread-safe. */
final class BlockCursor implements Closeable {

    /** What is the same for all events of a block. */
    private record Stream(String pair, String source, long interval, String availability, boolean wanted) {}

    private final EventKind kind;
    private final Predicate<String> wantedPair;
    private final ParquetRowReader reader;
    private final Columns columns;
    private final Map<String, byte[]> hashes = new IdentityHashMap<>();
    private final List<Stream> streams = new ArrayList<>();
    private final Map<String, List<Integer>> streamsOfPair = new IdentityHashMap<>();
    private RowBatch group;
    private int[] streamOfRow;
    private int position;

    /** Where the columns of a kind stand. */
    private static final class Columns {
        private final int source;
        private final int pair;
        private final int interval;
        private final int availability;
        private final int hash;
        private final int values;

        Columns(RowSchema schema, EventKind kind) {
            source = schema.indexOf("source");
            pair = schema.indexOf("pair");
            interval = schema.indexOf("interval_ms");
            availability = schema.indexOf("availability");
            hash = schema.indexOf("payload_hash");
            values = schema.width() - kind.width() - kind.words();
        }
    }

    /**
     * @param wantedPair events of other pairs are passed over
     * @param after events available up to this instant are passed over
     */
    BlockCursor(java.nio.file.Path file, EventKind kind, Predicate<String> wantedPair, long after) throws IOException {
        RowSchema schema = EventRows.blockSchema(kind);
        this.kind = kind;
        this.wantedPair = wantedPair;
        this.columns = new Columns(schema, kind);
        this.reader = ParquetRowReader.open(file, schema);
        nextGroup();
        skipTo(after);
    }

    private void skipTo(long after) throws IOException {
        while (group != null && availableAts()[group.rows() - 1] <= after) {
            nextGroup();
        }
        while (group != null && availableAts()[position] <= after) {
            position++;
        }
    }

    private void nextGroup() throws IOException {
        position = 0;
        streamOfRow = null;
        streamsOfPair.clear();
        hashes.clear();
        streams.clear();
        do {
            group = reader.next();
        } while (group != null && group.rows() == 0);
    }

    private long[] availableAts() {
        return group.longs(EventRows.AVAILABLE_AT);
    }

    boolean isAtEnd() {
        return group == null;
    }

    /** When the next event becomes available. */
    long nextAvailableAt() {
        return availableAts()[position];
    }

    /** Moves behind the events available by an instant and adds them as blocks. */
    void drain(long until, List<EventBlock> blocks) throws IOException {
        while (group != null && nextAvailableAt() <= until) {
            int from = position;
            long[] availableAts = availableAts();
            while (position < group.rows() && availableAts[position] <= until) {
                position++;
            }
            addBlocks(from, position, blocks);
            if (position == group.rows()) {
                nextGroup();
            }
        }
    }

    private void addBlocks(int from, int until, List<EventBlock> blocks) {
        if (streamOfRow == null) {
            assignStreams();
        }
        int[] counts = new int[streams.size()];
        for (int row = from; row < until; row++) {
            counts[streamOfRow[row]]++;
        }
        int[][] rowsOf = new int[streams.size()][];
        Arrays.setAll(rowsOf, stream -> new int[counts[stream]]);
        Arrays.fill(counts, 0);
        for (int row = from; row < until; row++) {
            int stream = streamOfRow[row];
            rowsOf[stream][counts[stream]++] = row;
        }
        for (int stream = 0; stream < rowsOf.length; stream++) {
            if (rowsOf[stream].length > 0 && streams.get(stream).wanted()) {
                blocks.add(block(streams.get(stream), rowsOf[stream]));
            }
        }
    }

    private EventBlock block(Stream stream, int[] rows) {
        return new EventBlock(
                kind,
                stream.source(),
                stream.pair(),
                stream.interval(),
                EventRows.availability(stream.availability()),
                pick(group.longs(EventRows.SEQUENCE), rows),
                pick(group.longs(EventRows.EVENT_TIME), rows),
                pick(availableAts(), rows),
                values(rows),
                payloadHashes(rows),
                words(rows));
    }

    private static long[] pick(long[] column, int[] rows) {
        long[] picked = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = column[rows[i]];
        }
        return picked;
    }

    private double[] values(int[] rows) {
        int width = kind.width();
        double[] values = new double[rows.length * width];
        for (int column = 0; column < width; column++) {
            double[] from = group.doubles(columns.values + column);
            for (int i = 0; i < rows.length; i++) {
                values[i * width + column] = from[rows[i]];
            }
        }
        return values;
    }

    private String[] words(int[] rows) {
        int width = kind.words();
        String[] words = new String[rows.length * width];
        for (int column = 0; column < width; column++) {
            String[] from = group.strings(columns.values + kind.width() + column);
            for (int i = 0; i < rows.length; i++) {
                words[i * width + column] = from[rows[i]];
            }
        }
        return words;
    }

    private byte[] payloadHashes(int[] rows) {
        String[] column = group.strings(columns.hash);
        String first = column[rows[0]];
        boolean shared = true;
        for (int row : rows) {
            shared &= column[row] == first;
        }
        if (shared) {
            return hash(first);
        }
        byte[] all = new byte[rows.length * EventBlock.HASH_BYTES];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(hash(column[rows[i]]), 0, all, i * EventBlock.HASH_BYTES, EventBlock.HASH_BYTES);
        }
        return all;
    }

    private byte[] hash(String hex) {
        return hashes.computeIfAbsent(hex, Sha256::parse);
    }

    /** Gives every row of the group the number of its stream; texts of a group are one object per value. */
    private void assignStreams() {
        streamOfRow = new int[group.rows()];
        for (int row = 0; row < streamOfRow.length; row++) {
            streamOfRow[row] = streamOf(row);
        }
    }

    private int streamOf(int row) {
        String pair = group.strings(columns.pair)[row];
        String source = group.strings(columns.source)[row];
        long interval = group.longs(columns.interval)[row];
        String availability = group.strings(columns.availability)[row];
        List<Integer> ofPair = streamsOfPair.computeIfAbsent(pair, absent -> new ArrayList<>(1));
        for (int index : ofPair) {
            Stream stream = streams.get(index);
            if (stream.interval() == interval
                    && stream.source().equals(source)
                    && stream.availability().equals(availability)) {
                return index;
            }
        }
        streams.add(new Stream(pair, source, interval, availability, wantedPair.test(pair)));
        ofPair.add(streams.size() - 1);
        return streams.size() - 1;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

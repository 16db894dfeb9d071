package org.cryptosmarttrader.ingest.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.rows.RowBatch;

/** A day file of the archive, read forward with all its columns. Not thread-safe. */
final class ArchivedFile implements EventStream {

    private final EventKind kind;
    private final ParquetRowReader reader;
    private RowBatch group;
    private int position;

    ArchivedFile(Path file, EventKind kind) throws IOException {
        this.kind = kind;
        this.reader = ParquetRowReader.open(file, EventRows.schema(kind));
        nextGroup();
    }

    private void nextGroup() throws IOException {
        position = 0;
        do {
            group = reader.next();
        } while (group != null && group.rows() == 0);
        if (group == null) {
            reader.close();
        }
    }

    @Override
    public long nextAvailableAt() {
        return group == null ? END : group.longs(EventRows.AVAILABLE_AT)[position];
    }

    @Override
    public int order() {
        return Row.ARCHIVE;
    }

    @Override
    public void take(List<Row> instant) throws IOException {
        long at = nextAvailableAt();
        while (nextAvailableAt() == at) {
            instant.add(row());
            position++;
            if (position == group.rows()) {
                nextGroup();
            }
        }
    }

    private Row row() {
        MarketFeed feed = new MarketFeed(
                group.strings(EventRows.SOURCE)[position], kind, group.longs(EventRows.INTERVAL)[position]);
        double[] values = new double[kind.width()];
        Arrays.setAll(values, column -> group.doubles(EventRows.VALUES + column)[position]);
        return new Row(
                new PairFeed(group.strings(EventRows.PAIR)[position], feed),
                group.longs(EventRows.AVAILABLE_AT)[position],
                group.longs(EventRows.EVENT_TIME)[position],
                group.longs(EventRows.SEQUENCE)[position],
                values,
                group.strings(EventRows.AVAILABILITY)[position],
                group.strings(EventRows.PAYLOAD_HASH)[position],
                group.longs(EventRows.PAYLOAD_ROW)[position],
                Row.ARCHIVE);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

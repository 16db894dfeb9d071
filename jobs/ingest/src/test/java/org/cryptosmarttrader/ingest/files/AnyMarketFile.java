package org.cryptosmarttrader.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.time.TickGrid;

/** A file that holds anything, read as its name says: events that can be, or a refusal by that name. */
final class AnyMarketFile {

    private static final long FIRST = Instant.parse("2009-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    private AnyMarketFile() {}

    static void read(FileFormat format, Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        Received received = new Received(file.toString(), file, null, null, true);
        ImportSettings settings = ImportSettings.of(
                file.toString(),
                format.name(),
                "anybody",
                file.getParent(),
                CsvOptions.of(ColumnMap.BITSTAMP_TRADES).withPair("BTC/USD"));
        try {
            FileFormat.Named named = received.recognisedBy(format).orElseThrow();
            PairFeed of = new PairFeed("BTC/USD", new MarketFeed("anybody", named.kind(), named.intervalMillis()));
            try (Table table = named.layout().open(received)) {
                assertThat(table.columns().numbers()).isNotEmpty();
            }
            MarketFile market = new MarketFile(0, received, of, named.layout(), "00", bytes.length, Long.MIN_VALUE);
            take(market, settings);
        } catch (ImportException refused) {
            assertThat(refused).hasMessageContaining(file.toString());
        } catch (BadRow refused) {
            // the import adds the file's name
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static void take(MarketFile market, ImportSettings settings) throws IOException {
        try (FileCursor cursor = new FileCursor(market, settings, new BadRows(null))) {
            long before = Long.MIN_VALUE;
            while (cursor.nextAvailableAt() != EventStream.END) {
                List<Row> rows = new ArrayList<>();
                cursor.take(rows);
                for (Row row : rows) {
                    assertThat(row.availableAt()).isGreaterThanOrEqualTo(before);
                    before = row.availableAt();
                    requirePossible(row);
                }
            }
            assertThat(cursor.report()).isNotNull();
        }
    }

    private static void requirePossible(Row row) {
        double[] values = row.values();
        assertThat(row.eventTime()).isBetween(FIRST, LAST + TickGrid.DAY);
        assertThat(row.availableAt()).isGreaterThanOrEqualTo(row.eventTime());
        boolean isBar = row.of().feed().kind() == EventKind.BAR;
        int prices = isBar ? EventKind.VOLUME : EventKind.QUANTITY;
        for (int i = 0; i < prices; i++) {
            assertThat(values[i]).isPositive().isFinite();
        }
        if (isBar) {
            assertThat(values[EventKind.LOW]).isLessThanOrEqualTo(values[EventKind.HIGH]);
            for (int i = EventKind.VOLUME; i < values.length; i++) {
                assertThat(values[i] >= 0 && Double.isFinite(values[i])
                                || Double.isNaN(values[i]) && i > EventKind.VOLUME)
                        .isTrue();
            }
        } else {
            assertThat(values[EventKind.QUANTITY]).isPositive().isFinite();
        }
    }
}

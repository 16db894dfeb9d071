package org.cryptosmarttrader.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.TickReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files are counted apart from the importer: by their line ends, or by another parser. */
@Tag("long")
@DisplayName("The recorded files, whole")
class RecordedFilesTest {

    private static final TickGrid HOURS = new TickGrid(TickGrid.HOUR, 5_000);

    @TempDir
    Path folder;

    private ImportReport run(Path from, String format, String source, CsvOptions csv) throws IOException {
        return new Importer(ImportSettings.of(from.toString(), format, source, folder.resolve("archive"), csv)).run();
    }

    @ParameterizedTest
    @CsvSource({"binance-1h-2017-2022, binance, 33", "kraken-1h, kraken, 3", "bitfinex-1m-2018, bitfinex, 4"})
    void of_bars_come_in_row_by_row_and_only_once(String name, String source, int files) throws IOException {
        Path recorded = Golden.shared("data/ohlcv/" + name);
        Map<String, Long> lines = lines(recorded);
        assertThat(lines).hasSize(files);

        ImportReport report = run(recorded, "kraken-ohlcvt", source, null);

        // no conflicts and no repeated rows are known in these files
        assertThat(rows(report)).isEqualTo(lines);
        assertThat(report.totals().added())
                .isEqualTo(lines.values().stream().mapToLong(Long::longValue).sum());
        assertThat(archivedByPair()).isEqualTo(byPair(report));

        Map<String, String> before = new ImportScene(folder).archiveBytes();
        ImportReport again = run(recorded, "kraken-ohlcvt", source, null);
        assertThat(again.commit()).isZero();
        assertThat(again.known()).hasSize(files);
        assertThat(new ImportScene(folder).archiveBytes()).isEqualTo(before);
    }

    @Test
    void of_a_thin_pair_leave_its_missing_hours_as_gaps() throws IOException {
        Path recorded = Golden.shared("data/ohlcv/kraken-1h/STORJUSD_60.csv.gz");
        SortedSet<Long> hours = hours(recorded);

        ImportReport report = run(recorded, "kraken-ohlcvt", null, null);

        SortedSet<Long> archived = new TreeSet<>();
        forEachBlock(block -> LongStream.of(block.sequences()).forEach(archived::add));
        assertThat(archived).isEqualTo(hours);
        long expected = (hours.last() - hours.first()) / TickGrid.HOUR + 1;
        assertThat(expected).isGreaterThan(hours.size());
        assertThat(report.totals().missing()).isEqualTo(expected - hours.size());
        assertThat(report.files().get(0).first())
                .isEqualTo(Instant.ofEpochMilli(hours.first()).toString());
        assertThat(report.files().get(0).last())
                .isEqualTo(Instant.ofEpochMilli(hours.last()).toString());
    }

    @Test
    void of_trades_come_in_row_by_row_and_only_once() throws IOException {
        Path recorded = Golden.shared("data/trades");
        Path kraken = recorded.resolve("kraken_BCHEUR.csv");
        Path listed = recorded.resolve("public_trades_list.csv");
        Path freqtrade = recorded.resolve("XRP_ETH-trades.json.gz");
        CsvOptions csv = CsvOptions.of(ColumnMap.parse("time=timestamp,id=id,side=side,price=price,quantity=amount"))
                .withPair("ETH/USDT");

        // the first line of the list is its header
        assertThat(run(listed, "csv", "test-venue", csv).totals().added()).isEqualTo(lineCount(listed) - 1);
        assertThat(run(kraken, "kraken-trades", null, null).totals().added()).isEqualTo(lineCount(kraken));
        assertThat(run(freqtrade, "freqtrade", "binance", null).totals().added())
                .isEqualTo(jsonRows(freqtrade));

        Map<String, String> before = new ImportScene(folder).archiveBytes();
        assertThat(run(listed, "csv", "test-venue", csv).commit()).isZero();
        assertThat(run(kraken, "kraken-trades", null, null).commit()).isZero();
        assertThat(run(freqtrade, "freqtrade", "binance", null).commit()).isZero();
        assertThat(new ImportScene(folder).archiveBytes()).isEqualTo(before);
    }

    private static Map<String, Long> rows(ImportReport report) {
        return report.files().stream()
                .collect(Collectors.toMap(
                        ImportReport.FileReport::name, ImportReport.FileReport::rows, Long::sum, TreeMap::new));
    }

    private static Map<String, Long> byPair(ImportReport report) {
        return report.files().stream()
                .collect(Collectors.toMap(
                        ImportReport.FileReport::pair, ImportReport.FileReport::rows, Long::sum, TreeMap::new));
    }

    private Map<String, Long> archivedByPair() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        forEachBlock(block -> counts.merge(block.pair(), (long) block.count(), Long::sum));
        return counts;
    }

    private void forEachBlock(Consumer<EventBlock> seen) throws IOException {
        Archive archive = Archive.open(folder.resolve("archive"));
        try (TickReader reader =
                new TickReader(List.of(archive), bucket -> true, pair -> true, 0, Long.MAX_VALUE / 2, HOURS)) {
            for (TickReader.Tick tick = reader.next(); tick != null; tick = reader.next()) {
                tick.blocks().forEach(seen);
            }
        }
    }

    private static Map<String, Long> lines(Path recorded) throws IOException {
        try (Stream<Path> files = Files.list(recorded)) {
            return files.collect(
                    Collectors.toMap(Path::toString, RecordedFilesTest::lineCount, Long::sum, TreeMap::new));
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    /** Line ends, and a last line without one. */
    private static long lineCount(Path file) {
        try (InputStream in = unpacked(file)) {
            byte[] bytes = in.readAllBytes();
            long ends = 0;
            for (byte value : bytes) {
                ends += value == '\n' ? 1 : 0;
            }
            return bytes[bytes.length - 1] == '\n' ? ends : ends + 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long jsonRows(Path file) throws IOException {
        try (InputStream in = unpacked(file)) {
            return new ObjectMapper().readTree(in).size();
        }
    }

    private static SortedSet<Long> hours(Path file) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(unpacked(file), StandardCharsets.US_ASCII))) {
            return reader.lines()
                    .map(line -> Long.parseLong(line.substring(0, line.indexOf(','))) * 1000)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}

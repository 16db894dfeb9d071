package org.cryptosmarttrader.ingest.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.parquet.io.LocalOutputFile;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.TickReader;

/** A folder of files to import and an archive to import them into. */
final class ImportScene {

    /** 2021-03-15 00:00 UTC, in seconds: a Monday. */
    static final long START = 1_615_766_400L;

    static final long HOUR = 3600;

    /** The archive is read back five minutes at a time. */
    private static final TickGrid FINEST = new TickGrid(5 * TickGrid.MINUTE, 5_000);

    private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");

    private final Path input;
    private final Path archive;

    ImportScene(Path folder) {
        this.input = folder.resolve("input");
        this.archive = folder.resolve("archive");
    }

    Path input() {
        return input;
    }

    Path archive() {
        return archive;
    }

    /** Writes an input file; gzipped if its name says so. */
    ImportScene file(String name, String... lines) throws IOException {
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return bytes(name, name.endsWith(".gz") ? gzip(text) : text);
    }

    ImportScene bytes(String name, byte[] content) throws IOException {
        Path file = input.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return this;
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /** Writes a zip of entries, each with its text. */
    ImportScene zip(String name, Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes(name, bytes.toByteArray());
    }

    /** A line of Kraken's bars, {@code hours} after the start: open 10, high 12, low 9. */
    static String bar(long hours, double close) {
        return "%d,10,12,9,%s,5,7".formatted(START + hours * HOUR, close);
    }

    ImportSettings settings(String format, String source, CsvOptions csv) {
        return ImportSettings.of(input.toString(), format, source, archive, csv);
    }

    ImportReport run(ImportSettings settings) throws IOException {
        return new Importer(settings, () -> NOW, LocalOutputFile::new).run();
    }

    /** Imports Kraken's bars. */
    ImportReport bars() throws IOException {
        return bars(settings -> settings);
    }

    ImportReport bars(UnaryOperator<ImportSettings> change) throws IOException {
        return run(change.apply(settings("kraken-ohlcvt", null, null)));
    }

    ImportReport trades() throws IOException {
        return run(settings("kraken-trades", null, null));
    }

    /** The archive's events in tick order, each as a line of its kind's main facts. */
    List<String> events() throws IOException {
        List<String> lines = new ArrayList<>();
        try (TickReader reader = new TickReader(
                List.of(Archive.open(archive)), bucket -> true, pair -> true, 0, Long.MAX_VALUE / 2, FINEST)) {
            for (TickReader.Tick tick = reader.next(); tick != null; tick = reader.next()) {
                tick.blocks().stream()
                        .sorted(Comparator.comparing(EventBlock::pair).thenComparing(EventBlock::source))
                        .forEach(block -> lines.addAll(lines(block)));
            }
        }
        return lines;
    }

    private static List<String> lines(EventBlock block) {
        List<String> lines = new ArrayList<>();
        for (int event = 0; event < block.count(); event++) {
            lines.add(block.kind() == EventKind.BAR ? barLine(block, event) : tradeLine(block, event));
        }
        return lines;
    }

    private static String barLine(EventBlock block, int event) {
        return "%s %s %s c=%s"
                .formatted(
                        block.pair(),
                        block.source(),
                        Instant.ofEpochMilli(block.sequence(event)),
                        block.value(event, EventKind.CLOSE));
    }

    private static String tradeLine(EventBlock block, int event) {
        return "%s %s %s %s × %s"
                .formatted(
                        block.pair(),
                        Instant.ofEpochMilli(block.eventTime(event)),
                        block.sequence(event),
                        block.value(event, EventKind.PRICE),
                        block.value(event, EventKind.QUANTITY));
    }

    /** All blocks of the archive, in tick order. */
    List<EventBlock> blocks() throws IOException {
        List<EventBlock> blocks = new ArrayList<>();
        try (TickReader reader = new TickReader(
                List.of(Archive.open(archive)), bucket -> true, pair -> true, 0, Long.MAX_VALUE / 2, FINEST)) {
            for (TickReader.Tick tick = reader.next(); tick != null; tick = reader.next()) {
                blocks.addAll(tick.blocks());
            }
        }
        return blocks;
    }

    /** Every file of the archive with the hash of its bytes, its lock aside. */
    Map<String, String> archiveBytes() throws IOException {
        if (!Files.exists(archive)) {
            return Map.of();
        }
        try (Stream<Path> all = Files.walk(archive)) {
            return all.filter(file -> Files.isRegularFile(file) && !file.endsWith("_lock"))
                    .collect(Collectors.toMap(
                            file -> archive.relativize(file).toString(), ImportScene::hash, (a, b) -> a, TreeMap::new));
        }
    }

    static String hash(Path file) {
        try {
            return Sha256.hex(Sha256.of(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

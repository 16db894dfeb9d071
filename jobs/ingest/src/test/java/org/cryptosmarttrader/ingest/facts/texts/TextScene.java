package org.cryptosmarttrader.ingest.facts.texts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.facts.Covers;
import org.cryptosmarttrader.ingest.facts.FactImport;
import org.cryptosmarttrader.ingest.facts.FactReport;
import org.cryptosmarttrader.texts.Coin;
import org.cryptosmarttrader.texts.CoinDictionary;
import org.cryptosmarttrader.texts.TextAvailability;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.TickReader;

/** A folder of texts and an archive to import them into, with a dictionary of two coins. */
final class TextScene {

    /** A scorer as others must name theirs. */
    static final String JUDGE = "judge/2/" + "ab".repeat(32);

    private static final CoinDictionary COINS = new CoinDictionary(List.of(
            new Coin("BTC", "Bitcoin", List.of(), false, 0, Long.MAX_VALUE),
            new Coin("ETH", "Ethereum", List.of(), false, 0, Long.MAX_VALUE)));

    private final Path input;
    private final Path archive;

    TextScene(Path folder) {
        this.input = folder.resolve("input");
        this.archive = folder.resolve("archive");
    }

    Path archive() {
        return archive;
    }

    String path(String name) {
        return input.resolve(name).toString();
    }

    TextScene file(String name, String... lines) throws IOException {
        return bytes(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    TextScene bytes(String name, byte[] content) throws IOException {
        Files.createDirectories(input);
        Files.write(input.resolve(name), content);
        return this;
    }

    static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Own form, of the group news unless a row says otherwise. */
    static TextSettings own(String format) {
        return settings(format, "wire", "news", null);
    }

    static TextSettings settings(String format, String source, String group, String covers) {
        return new TextSettings(
                format,
                source,
                group,
                Optional.ofNullable(covers).map(Covers::parse),
                new TextAvailability(15 * TickGrid.MINUTE),
                COINS);
    }

    FactReport imports(TextSettings settings) throws IOException {
        return imports(settings, false);
    }

    FactReport imports(TextSettings settings, boolean quarantine) throws IOException {
        return new FactImport(archive, new TextLayout(settings), quarantine)
                .run(List.of(input.toString()), progress -> {});
    }

    /** Every event: kind, instant it is known from, how that is known, words except the text's own, numbers. */
    List<String> events() throws IOException {
        List<String> lines = new ArrayList<>();
        TickGrid finest = new TickGrid(5 * TickGrid.MINUTE, 0);
        try (TickReader reader = new TickReader(
                List.of(Archive.open(archive)), bucket -> true, pair -> true, 0, Long.MAX_VALUE / 2, finest)) {
            for (TickReader.Tick tick = reader.next(); tick != null; tick = reader.next()) {
                for (EventBlock block : tick.blocks()) {
                    for (int event = 0; event < block.count(); event++) {
                        lines.add(line(block, event));
                    }
                }
            }
        }
        return lines;
    }

    private static String line(EventBlock block, int event) {
        String known = "%s %s %s"
                .formatted(block.kind(), Instant.ofEpochMilli(block.availableAt(event)), block.availability());
        return switch (block.kind()) {
            case TEXT ->
                "%s %s:%s [%s] %s %s"
                        .formatted(
                                known,
                                block.word(event, EventKind.GROUP),
                                block.word(event, EventKind.TEXT_ID),
                                block.word(event, EventKind.SUBJECTS),
                                rounded(block.value(event, 0)),
                                name(block.word(event, EventKind.SCORER)));
            case SCORE ->
                "%s %s %s %s"
                        .formatted(
                                known,
                                block.word(event, EventKind.SCORED_TEXT),
                                rounded(block.value(event, 0)),
                                name(block.word(event, EventKind.SCORED_BY)));
            default -> "%s %s".formatted(known, block.word(event, EventKind.FEED));
        };
    }

    /** The sign of the lexicon's score and what a test gave itself are what matters. */
    private static String rounded(double score) {
        return Double.isNaN(score) ? "-" : String.valueOf(Math.round(score * 10) / 10.0);
    }

    private static String name(String scorer) {
        return scorer.isEmpty() ? "unscored" : scorer.substring(0, scorer.indexOf('/'));
    }
}

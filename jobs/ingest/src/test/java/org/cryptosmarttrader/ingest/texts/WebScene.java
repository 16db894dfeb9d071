package org.cryptosmarttrader.ingest.texts;

import com.github.luben.zstd.ZstdInputStream;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.util.JavalinLogger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.facts.texts.TextReading;
import org.cryptosmarttrader.ingest.live.Cursors;
import org.cryptosmarttrader.ingest.live.RawLog;
import org.cryptosmarttrader.ingest.live.Receipts;
import org.cryptosmarttrader.ingest.net.JumpingClock;
import org.cryptosmarttrader.texts.Coin;
import org.cryptosmarttrader.texts.CoinDictionary;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;
import org.cryptosmarttrader.wire.texts.TextScorers;

/** A server that gives the replies it was told, one after another, and an ingest that asks it. */
final class WebScene implements AutoCloseable {

    static final Instant NOW = Instant.parse("2025-11-10T14:17:00Z");

    static final String USER_AGENT = "CryptoSmartTrader/test";

    private static final CoinDictionary COINS = new CoinDictionary(List.of(
            new Coin("BTC", "Bitcoin", List.of(), false, 0, Long.MAX_VALUE),
            new Coin("ETH", "Ethereum", List.of(), false, 0, Long.MAX_VALUE)));

    /** What was asked. */
    record Asked(
            String method, String path, SortedMap<String, String> query, Map<String, String> headers, String body) {}

    private record Told(int status, String body, String[] headers) {}

    private final Javalin server;
    private final ConcurrentLinkedDeque<Told> told = new ConcurrentLinkedDeque<>();
    private final List<Asked> asked = new ArrayList<>();
    private final Path folder;
    private SortedMap<String, String> marks = new TreeMap<>();
    final JumpingClock clock;
    final RawLog rawLog;
    Receipts receipts;

    WebScene(Path folder) {
        this(folder, NOW);
    }

    WebScene(Path folder, Instant now) {
        this.folder = folder;
        clock = new JumpingClock(now.toEpochMilli());
        rawLog = new RawLog(folder.resolve("raw"), clock);
        receipts = new Receipts(clock, 0);
        JavalinLogger.enabled = false;
        server = Javalin.create(config -> {
            config.showJavalinBanner = false;
            config.http.disableCompression();
            config.jetty.modifyServer(jetty -> jetty.setStopTimeout(0));
        });
        server.get("/*", this::answer);
        server.post("/*", this::answer);
        server.start("127.0.0.1", 0);
    }

    private synchronized void answer(Context call) {
        SortedMap<String, String> query = new TreeMap<>();
        call.queryParamMap().forEach((name, values) -> query.put(name, values.get(0)));
        asked.add(new Asked(call.method().name(), call.path(), query, call.headerMap(), call.body()));
        Told next = told.size() > 1 ? told.remove() : told.element();
        call.header("Connection", "close").contentType("application/json").status(next.status());
        for (int i = 0; i < next.headers().length; i += 2) {
            call.header(next.headers()[i], next.headers()[i + 1]);
        }
        call.result(next.body());
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    TextSourceSettings.Calls calls(int attempts) {
        return new TextSourceSettings.Calls(true, base(), 1_000, 2_000, attempts);
    }

    static TextSourceSettings.Polls polls(int pages) {
        return new TextSourceSettings.Polls(15 * TickGrid.MINUTE, TickGrid.HOUR, 7 * TickGrid.DAY, pages);
    }

    /** The next reply; the last one told is given again and again. */
    WebScene tells(int status, String body, String... headers) {
        told.add(new Told(status, body, headers));
        return this;
    }

    WebScene tells(String body) {
        return tells(200, body);
    }

    /** Forgets replies that were not asked for. */
    WebScene forgets() {
        told.clear();
        return this;
    }

    synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    synchronized Asked lastAsked() {
        return asked.get(asked.size() - 1);
    }

    void passMinutes(long minutes) {
        clock.pass(minutes * TickGrid.MINUTE);
    }

    TextReading reading() {
        return new TextReading(COINS, TextScorers.lexicon());
    }

    /** What an adapter lives with after a start; marks of events that were taken out are known again. */
    Live live() {
        return new Live(
                rawLog, receipts, cursors(), clock, Thread::new, new Random(7), folder.resolve("own"), USER_AGENT);
    }

    TextPoll poll(TextSource source) {
        return poll(source, SaidTexts.unheard());
    }

    TextPoll poll(TextSource source, SaidTexts said) {
        return new TextPoll(source, 30 * TickGrid.MINUTE, reading(), live(), said);
    }

    /** As the writer keeps them behind what it wrote. */
    private Cursors cursors() {
        try {
            Path file = folder.resolve("cursors.json");
            Map<String, Object> kept =
                    new TreeMap<>(Map.of("offsets", List.of(), "promised", 0, "announced", List.of()));
            Stream.of("trades", "listed", "facts").forEach(name -> kept.put(name, Map.of()));
            kept.put("marks", marks);
            Json.replace(file, kept);
            return Cursors.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The events handed over since the last time, as they are known. */
    List<EventBlock> events() {
        Receipts.Taken taken = receipts.take();
        marks.putAll(taken.marks());
        return taken.events();
    }

    /** The same in words. */
    List<String> heard() {
        return events().stream().map(WebScene::line).toList();
    }

    static String line(EventBlock event) {
        String[] words = event.words();
        Instant time = Instant.ofEpochMilli(event.eventTime(0));
        return switch (event.kind()) {
            case TEXT ->
                "TEXT %s %s %s:%s [%s] %s %s"
                        .formatted(
                                event.source(),
                                time,
                                words[EventKind.GROUP],
                                words[EventKind.TEXT_ID],
                                words[EventKind.SUBJECTS],
                                Math.round(event.value(0, 0) * 10) / 10.0,
                                words[EventKind.WORDS]);
            case HEALTH ->
                "HEALTH %s %s %s/%s"
                        .formatted(
                                event.source(),
                                words[EventKind.FEED],
                                Instant.ofEpochMilli(event.eventTime(0) + 1 - event.intervalMillis()),
                                Instant.ofEpochMilli(event.eventTime(0) + 1));
            default ->
                "%s %s %s %s %s"
                        .formatted(event.kind(), event.source(), time, Arrays.toString(words), event.value(0, 0));
        };
    }

    /** Everything that was kept of replies. */
    String raw() throws IOException {
        rawLog.flush();
        StringBuilder all = new StringBuilder();
        if (Files.isDirectory(folder.resolve("raw"))) {
            try (Stream<Path> files = Files.walk(folder.resolve("raw"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    try (InputStream in = new ZstdInputStream(Files.newInputStream(file)).setContinuous(true)) {
                        all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return all.toString();
    }

    @Override
    public void close() {
        server.stop();
    }
}

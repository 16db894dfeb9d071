package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.broker.EmbeddedBroker;
import org.cryptosmarttrader.app.runs.IngestRun;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedTrade;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.live.EventFeed;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.IngestReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A key")
class CanaryITCase {

    private static final String CANARY = "canary-7f3a9e51c0";
    private static final long BEGIN = 1_654_041_600_000L;

    @TempDir
    Path folder;

    @Test
    void is_found_nowhere_but_in_its_own_file_even_if_the_source_repeats_it() throws Exception {
        Path data = folder.resolve("data");
        Path key = Files.createDirectories(data.resolve("secrets")).resolve("NEWSAPI_KEY");
        Files.writeString(key, CANARY);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        AtomicInteger asked = new AtomicInteger();
        Javalin news = Javalin.create(config -> config.showJavalinBanner = false)
                .get("/v2/everything", context -> {
                    boolean isFirst = asked.getAndIncrement() == 0;
                    assertThat(context.header("X-Api-Key")).isEqualTo(CANARY);
                    context.status(isFirst ? 500 : 401)
                            .result("{\"status\":\"error\",\"code\":\"%s\",\"message\":\"your key %s\"}"
                                    .formatted(isFirst ? "unexpectedError" : "apiKeyInvalid", CANARY));
                })
                .start("127.0.0.1", 0);
        List<BoxedPair> pairs = List.of(BoxedPair.always("BTC/USD", List.of(new BoxedTrade(1, 1, "1", "1", 'b'))));
        String status;
        List<String> logged;
        try (LoggedLines log = LoggedLines.listen();
                EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"));
                BoxedVenue venue = new BoxedVenue(pairs, FaultPlan.none(), BEGIN, TickGrid.MINUTE);
                IngestRun ingest = IngestRun.start(
                        IngestReader.read(Answer.home().resolve("conf"), settings(venue, news.port())),
                        new TickGrid(TickGrid.HOUR, 5_000),
                        broker.bootstrap(),
                        data,
                        OptionalLong.empty(),
                        venue.clock(),
                        venue.clock(),
                        new EventFeed.Rhythm(TickGrid.MINUTE, TickGrid.MINUTE))) {
            venue.advanceTo(BEGIN + 3 * TickGrid.HOUR);
            ingest.tend();
            status = Files.readString(data.resolve("ingest/status.json"));
            logged = log.lines();
        } finally {
            news.stop();
        }

        assertThat(asked.get()).as("calls that were answered with the key").isGreaterThanOrEqualTo(2);
        assertThat(status).contains("put a valid key into NEWSAPI_KEY");
        assertThat(logged)
                .anyMatch(line -> line.contains("apiKeyInvalid") && line.contains("your key ***"))
                .noneMatch(line -> line.contains(CANARY));
        long searched = 0;
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(key))
                    .toList()) {
                assertThat(text(file)).as(file.toString()).doesNotContain(CANARY);
                searched++;
            }
        }
        System.out.printf("%d files searched for a key that %d replies repeated%n", searched, asked.get());
        assertThat(searched).isGreaterThan(5);
    }

    private static Map<String, String> settings(BoxedVenue venue, int port) {
        Map<String, String> settings = new TreeMap<>(BoxedSettings.of(venue, Map.of()));
        settings.put("newsapi.listen", "true");
        settings.put("newsapi.base", "http://127.0.0.1:" + port);
        return settings;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}

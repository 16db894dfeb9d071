package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.facts.texts.TextIdentity;
import org.cryptosmarttrader.ingest.facts.texts.TextReading;
import org.cryptosmarttrader.ingest.live.Cursors;
import org.cryptosmarttrader.ingest.live.RawLog;
import org.cryptosmarttrader.ingest.live.Receipts;
import org.cryptosmarttrader.ingest.net.JumpingClock;
import org.cryptosmarttrader.ingest.net.Reply;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.texts.Coin;
import org.cryptosmarttrader.texts.CoinDictionary;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;
import org.cryptosmarttrader.wire.texts.TextScorers;

/** Replies that hold anything, for sources that are not asked over a network. */
final class AnyReplies {

    static final long NOW = Instant.parse("2025-11-10T14:17:00Z").toEpochMilli();

    /** Nothing listens there, and nothing is asked. */
    static final TextSourceSettings.Calls CALLS =
            new TextSourceSettings.Calls(true, URI.create("http://127.0.0.1:9"), 1_000, 1_000, 1);

    static final TextSourceSettings.Polls POLLS =
            new TextSourceSettings.Polls(15 * TickGrid.MINUTE, TickGrid.HOUR, 7 * TickGrid.DAY, 4);

    private static final long FIRST = Instant.parse("2009-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    private static final TextReading READING = new TextReading(
            new CoinDictionary(List.of(new Coin("BTC", "Bitcoin", List.of(), false, 0, Long.MAX_VALUE))),
            TextScorers.lexicon());

    private AnyReplies() {}

    static Live live(Path folder) {
        JumpingClock clock = new JumpingClock(NOW);
        try {
            return new Live(
                    new RawLog(folder.resolve("raw"), clock),
                    new Receipts(clock, 0),
                    Cursors.open(folder.resolve("cursors.json")),
                    clock,
                    Thread::new,
                    new Random(7),
                    folder,
                    "test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reply reply(byte[] body) {
        return reply(body, 200);
    }

    /** The body's first line, as far as a header could carry it, stands in every header that speaks of waiting, too. */
    private static Reply reply(byte[] body, int status) {
        String line = new String(body, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
        Map<String, List<String>> headers = Map.of(
                "Retry-After", List.of(line),
                "X-Ratelimit-Reset", List.of(line),
                "x-rate-limit-reset", List.of(line),
                "x-ratelimit-reset-requests", List.of(line),
                "x-ratelimit-reset-tokens", List.of(line),
                "x-request-id", List.of(line));
        return new Reply(body, NOW, "http://source/", status, HttpHeaders.of(headers, (name, value) -> true));
    }

    /** Reads a reply and says what has to hold of what was read. */
    @FunctionalInterface
    interface Reading {
        void read(Reply reply) throws Exception;
    }

    /** How a source understands a reply whose status is none of success. */
    @FunctionalInterface
    interface Refusing {
        SourceException refusal(Reply reply, String what, String said) throws Exception;
    }

    /** It is read or refused in the name of the source. */
    static void requireAnswer(String source, byte[] body, Reading reading) throws Exception {
        try {
            reading.read(reply(body));
        } catch (SourceException refused) {
            assertThat(refused).hasMessageStartingWith(source);
            requireBearable(refused);
        }
    }

    /** The same, and with each status that is none of success it is a refusal. */
    static void requireAnswer(String source, byte[] body, Reading reading, Refusing refusing) throws Exception {
        requireAnswer(source, body, reading);
        for (int status : new int[] {401, 403, 404, 409, 429, 500}) {
            requireBearable(refusing.refusal(reply(body, status), "%s: HTTP %d".formatted(source, status), "said"));
        }
    }

    /** What a refusal tells of waiting can be waited for. */
    private static void requireBearable(SourceException refusal) {
        assertThat(refusal.getMessage()).isNotBlank();
        assertThat(refusal.retryAfterMillis()).isBetween(0L, 400 * TickGrid.DAY);
    }

    /** What was taken of a page can be told on, and what was not is named. */
    static void requireSound(TextSource.Page page, String items) {
        assertThat(page.faults()).allSatisfy(fault -> assertThat(fault).startsWith(items + "["));
        for (LiveText text : page.texts()) {
            assertThat(text.id()).isNotBlank().hasSizeLessThanOrEqualTo(TextIdentity.LONGEST_ID);
            assertThat(text.publishedAt()).isBetween(FIRST, LAST);
            assertThat(text.text()).isNotEmpty();
            TextReading.Said said = READING.said("news", text.id(), text.publishedAt(), text.text(), text.url());
            assertThat(Math.abs(said.values()[0]))
                    .satisfiesAnyOf(score -> assertThat(score).isNaN(), score -> assertThat(score)
                            .isLessThanOrEqualTo(1));
            assertThat(said.words()).hasSize(EventKind.TEXT.words()).doesNotContainNull();
        }
    }
}

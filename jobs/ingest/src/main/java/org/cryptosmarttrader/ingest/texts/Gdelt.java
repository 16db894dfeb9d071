package org.cryptosmarttrader.ingest.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cryptosmarttrader.ingest.net.RateLimited;
import org.cryptosmarttrader.ingest.net.Refusal;
import org.cryptosmarttrader.ingest.net.Reply;
import org.cryptosmarttrader.ingest.net.Request;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.cryptosmarttrader.ingest.net.TokenBucket;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;

/**
 * Titles of articles that GDELT saw on the web; the time is that of its looking. No key. Its errors come as plain text, some of
 * them with HTTP 200.
 *
 * <p>Source: blog.gdeltproject.org/gdelt-doc-2-0-api-debuts.
 */
final class Gdelt implements TextSource {

    static final String ID = "gdelt";

    private static final int PAGE = 250;
    private static final double MILLIS = 1_000;

    private static final DateTimeFormatter ASKED =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter SEEN =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final TextSourceSettings.Gdelt settings;
    private final KeyedReads reads;
    private final TokenBucket calls;
    private final SourceJson json = new SourceJson(ID);

    Gdelt(TextSourceSettings.Gdelt settings, Live live) {
        this.settings = settings;
        this.reads = new KeyedReads(ID, settings.calls(), List.of(), live.userAgent(), live, Gdelt::refusal);
        this.calls = new TokenBucket(MILLIS / settings.betweenMillis(), 1, live.clock());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String group() {
        return "news";
    }

    @Override
    public SourceHealth.Snapshot health() {
        return reads.health();
    }

    @Override
    public Walked walk(Progress last, long now, Taker taker) throws SourceException, InterruptedException {
        return new SpanWalk(settings.polls(), 0).walk(last, now, this::slice, taker);
    }

    private SpanWalk.Slice slice(long from, long until) throws SourceException, InterruptedException {
        Query query = new Query("/api/v2/doc/doc")
                .with("query", settings.query())
                .with("mode", "artlist")
                .with("format", "json")
                .with("maxrecords", PAGE)
                .with("sort", "datedesc")
                .with("startdatetime", ASKED.format(Instant.ofEpochMilli(from)))
                .with("enddatetime", ASKED.format(Instant.ofEpochMilli(until)));
        return reads.read(Request.get(query.toString()), reply -> read(reply, until), calls);
    }

    SpanWalk.Slice read(Reply reply, long until) throws SourceException {
        requireJson(reply);
        JsonNode answer = json.object(reply.body());
        List<String> faults = new ArrayList<>();
        if (answer.isEmpty()) {
            // that there is nothing
            return new SpanWalk.Slice(new Page(reply, List.of(), faults), true, until);
        }
        JsonNode articles = json.array(answer, "articles");
        List<LiveText> texts = SourceJson.each(articles, "articles", faults, Gdelt::article);
        long oldest = texts.stream().mapToLong(LiveText::publishedAt).reduce(until, Math::min);
        return new SpanWalk.Slice(new Page(reply, texts, faults), articles.size() < PAGE, oldest);
    }

    private static Optional<LiveText> article(JsonNode article) throws SourceJson.BadItem {
        String title = SourceJson.optional(article, "title");
        if (title.isEmpty()) {
            return Optional.empty();
        }
        String url = SourceJson.required(article, "url");
        return Optional.of(new LiveText(SourceJson.id(article, "url"), time(article), title, url));
    }

    private static long time(JsonNode article) throws SourceJson.BadItem {
        return SourceJson.time(article, "seendate", "20251110T141500Z", written -> LocalDateTime.parse(written, SEEN)
                .toInstant(ZoneOffset.UTC));
    }

    private static void requireJson(Reply reply) throws SourceException {
        String body = new String(reply.body(), StandardCharsets.UTF_8).strip();
        if (body.startsWith("{") || body.isEmpty()) {
            return;
        }
        String said = KeyedReads.shortened(body);
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("limit requests")) {
            throw new RateLimited(0, ID + ": " + said);
        }
        if (lower.contains("query") || lower.contains("keyword") || lower.contains("phrase")) {
            throw SourceException.last("%s: %s; correct gdelt.query in conf/ingest.yaml".formatted(ID, said));
        }
        throw SourceException.retry("%s: '%s', expected JSON".formatted(ID, said));
    }

    static SourceException refusal(Reply reply, String what, String said) {
        return Refusal.byStatus(reply, "%s (%s)".formatted(what, said));
    }
}

package org.cryptosmarttrader.ingest.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.ingest.facts.texts.TextReading;
import org.cryptosmarttrader.ingest.net.RateLimited;
import org.cryptosmarttrader.ingest.net.Refusal;
import org.cryptosmarttrader.ingest.net.Reply;
import org.cryptosmarttrader.ingest.net.Request;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceException.Kind;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;

/**
 * Articles of NewsAPI: title and description, the content is cut off anyway. Its pages end at the first hundred results on the free
 * plan, so it is read backwards by time instead.
 *
 * <p>Source: newsapi.org/docs/endpoints/everything, /docs/errors.
 */
final class NewsApi implements TextSource {

    static final String ID = "newsapi";

    private static final int PAGE = 100;
    /** A title of an article that was taken back. */
    private static final String REMOVED = "[Removed]";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final TextSourceSettings.NewsApi settings;
    private final String key;
    private final PeriodBudget calls;
    private final KeyedReads reads;
    private final SourceJson json = new SourceJson(ID);

    /** @param calls of a day */
    NewsApi(TextSourceSettings.NewsApi settings, String key, PeriodBudget calls, Live live) {
        this.settings = settings;
        this.key = key;
        this.calls = calls;
        this.reads = new KeyedReads(ID, settings.calls(), List.of(key), live.userAgent(), live, this::refusal);
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
        return new SpanWalk(settings.polls(), settings.delayMillis()).walk(last, now, this::slice, taker);
    }

    private SpanWalk.Slice slice(long from, long until) throws SourceException, InterruptedException {
        Query query = new Query("/v2/everything")
                .with("q", settings.query())
                .with("language", settings.language())
                .with("sortBy", "publishedAt")
                .with("pageSize", PAGE)
                .with("from", TIME.format(Instant.ofEpochMilli(from)))
                .with("to", TIME.format(Instant.ofEpochMilli(until)));
        calls.take(1);
        return reads.read(Request.get(query.toString()).with("X-Api-Key", key), reply -> read(reply, until));
    }

    SpanWalk.Slice read(Reply reply, long until) throws SourceException {
        JsonNode answer = json.object(reply.body());
        if (!answer.path("status").asText().equals("ok")) {
            throw byCode(
                    reply,
                    ID + ": status "
                            + KeyedReads.shortened(answer.path("status").asText()),
                    answer);
        }
        JsonNode articles = json.array(answer, "articles");
        JsonNode total = answer.path("totalResults");
        if (!total.isIntegralNumber()) {
            throw SourceException.last(ID + ": totalResults is missing, expected a whole number");
        }
        List<String> faults = new ArrayList<>();
        List<LiveText> texts = SourceJson.each(articles, "articles", faults, NewsApi::article);
        long oldest = texts.stream().mapToLong(LiveText::publishedAt).reduce(until, Math::min);
        return new SpanWalk.Slice(new Page(reply, texts, faults), articles.size() >= total.asLong(), oldest);
    }

    private static Optional<LiveText> article(JsonNode article) throws SourceJson.BadItem {
        String text =
                TextReading.joined(SourceJson.optional(article, "title"), SourceJson.optional(article, "description"));
        if (text.isEmpty() || SourceJson.optional(article, "title").equals(REMOVED)) {
            return Optional.empty();
        }
        String url = SourceJson.required(article, "url");
        return Optional.of(new LiveText(SourceJson.id(article, "url"), time(article), text, url));
    }

    private static long time(JsonNode article) throws SourceJson.BadItem {
        return SourceJson.time(article, "publishedAt", "2025-11-10T14:03:00Z", written -> OffsetDateTime.parse(written)
                .toInstant());
    }

    SourceException refusal(Reply reply, String what, String said) {
        try {
            return byCode(reply, "%s (%s)".formatted(what, said), json.object(reply.body()));
        } catch (SourceException e) {
            return Refusal.byStatus(reply, "%s (%s)".formatted(what, said));
        }
    }

    private SourceException byCode(Reply reply, String message, JsonNode answer) {
        return switch (answer.path("code").asText()) {
            case "apiKeyInvalid", "apiKeyMissing", "apiKeyDisabled" ->
                SourceException.disabled(message + "; put a valid key into NEWSAPI_KEY and start again");
            case "apiKeyExhausted" ->
                new SourceException(Kind.RETRY, calls.millisToNext(), message + "; asked again from 00:00 UTC on");
            case "rateLimited" -> new RateLimited(Refusal.retryAfter(reply), message);
            case "unexpectedError" -> SourceException.retry(message);
            case "maximumResultsReached" ->
                SourceException.last(message + "; the plan gives no more, narrow newsapi.query in conf/ingest.yaml");
            case "parameterInvalid", "parametersMissing", "sourcesTooMany", "sourceDoesNotExist" ->
                SourceException.last(message + "; correct block newsapi in conf/ingest.yaml");
            default ->
                reply.status() == 401
                        ? SourceException.disabled(message + "; put a valid key into NEWSAPI_KEY and start again")
                        : Refusal.byStatus(reply, message);
        };
    }
}

package org.cryptosmarttrader.ingest.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.ingest.net.RateLimited;
import org.cryptosmarttrader.ingest.net.Refusal;
import org.cryptosmarttrader.ingest.net.Reply;
import org.cryptosmarttrader.ingest.net.Request;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;

/**
 * Posts found by X's recent search since the newest one known. Each post returned is paid for, so they are counted against a hard
 * budget of a month: before a call as many as may come, after it as many as came, and after a lost reply as many as may have.
 *
 * <p>Source: docs.x.com, x-api/posts/search, fundamentals/rate-limits.
 */
final class XSearch implements TextSource {

    static final String ID = "x";

    private static final int PAGE = 100;
    /** A page may not be asked for smaller. */
    private static final int SMALLEST_PAGE = 10;

    /** Its windows are minutes long; a time to come back that is later than this is a misreading. */
    private static final long LONGEST_WAIT = TickGrid.DAY;

    private static final String NUMBER = "[0-9]{1,19}";

    private final TextSourceSettings.X settings;
    private final String key;
    private final PeriodBudget posts;
    private final KeyedReads reads;
    private final Live live;
    private final SourceJson json = new SourceJson(ID);
    private SourceException refused;

    /** @param posts of a month */
    XSearch(TextSourceSettings.X settings, String key, PeriodBudget posts, Live live) {
        this.settings = settings;
        this.key = key;
        this.posts = posts;
        this.live = live;
        this.reads = new KeyedReads(ID, settings.calls(), List.of(key), live.userAgent(), live, this::refusal);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String group() {
        return "x";
    }

    @Override
    public SourceHealth.Snapshot health() {
        return reads.health();
    }

    /**
     * What one page said.
     *
     * @param count posts returned, and paid for
     * @param newest greatest id; empty if there is none
     * @param next token of the page behind it; empty of the last
     */
    record Found(Page page, int count, String newest, String next) {}

    @Override
    public Walked walk(Progress last, long now, Taker taker) throws SourceException, InterruptedException {
        boolean isReached = last.at() > 0 && last.at() >= now - settings.polls().reachMillis();
        String sinceId = isReached && last.newest().matches(NUMBER) ? last.newest() : "";
        long since = isReached ? last.at() : now - settings.polls().everyMillis();
        String hole = isReached || last.at() == 0 ? "" : "the search does not go back to the last poll";
        String newest = sinceId;
        String next = "";
        for (int page = 0; page < settings.polls().pages(); page++) {
            if (page > 0 && posts.left() < SMALLEST_PAGE) {
                return new Walked(newest, "the posts of this month are used up");
            }
            Found found = page(sinceId, since, next);
            taker.page(found.page());
            newest = later(newest, found.newest());
            next = found.next();
            if (next.isEmpty()) {
                return new Walked(newest, hole);
            }
        }
        return new Walked(
                newest,
                "%d pages do not reach back to the last poll"
                        .formatted(settings.polls().pages()));
    }

    /**
     * @param sinceId greatest id known; if empty, posts of {@code since} on are asked for
     * @param next token of the page; empty of the first
     */
    private Found page(String sinceId, long since, String next) throws SourceException, InterruptedException {
        int most = (int) Math.max(SMALLEST_PAGE, Math.min(PAGE, posts.left()));
        Query query = new Query("/2/tweets/search/recent")
                .with("query", settings.query())
                .with("max_results", most)
                .with("sort_order", "recency")
                .with("tweet.fields", "created_at,lang");
        if (sinceId.isEmpty()) {
            query.with("start_time", Instant.ofEpochMilli(since).truncatedTo(ChronoUnit.SECONDS));
        } else {
            query.with("since_id", sinceId);
        }
        if (!next.isEmpty()) {
            query.with("next_token", next);
        }
        posts.take(most);
        Found found;
        try {
            found = reads.read(Request.get(query.toString()).with("Authorization", "Bearer " + key), this::read);
        } catch (SourceException e) {
            if (e == refused) {
                posts.settle(most, 0);
            }
            throw e;
        }
        posts.settle(most, found.count());
        return found;
    }

    Found read(Reply reply) throws SourceException {
        JsonNode answer = json.object(reply.body());
        JsonNode meta = answer.path("meta");
        JsonNode count = meta.path("result_count");
        if (!count.canConvertToInt() || !count.isIntegralNumber()) {
            throw SourceException.last(ID + ": meta.result_count is missing, expected a whole number");
        }
        List<String> faults = new ArrayList<>();
        List<LiveText> texts = List.of();
        if (answer.has("data")) {
            texts = SourceJson.each(json.array(answer, "data"), "data", faults, XSearch::post);
        } else if (count.asInt() > 0) {
            throw SourceException.last(ID + ": data is missing, though meta.result_count is " + count.asInt());
        }
        String newest = texts.stream().map(LiveText::id).reduce("", XSearch::later);
        return new Found(
                new Page(reply, texts, faults),
                Math.max(count.asInt(), answer.path("data").size()),
                newest,
                SourceJson.optional(meta, "next_token"));
    }

    private static Optional<LiveText> post(JsonNode post) throws SourceJson.BadItem {
        String id = SourceJson.required(post, "id");
        if (!id.matches(NUMBER)) {
            throw new SourceJson.BadItem("id is no number");
        }
        String text = SourceJson.required(post, "text");
        long at = SourceJson.time(post, "created_at", "2025-11-11T00:13:55.000Z", Instant::parse);
        return Optional.of(new LiveText(id, at, text, "https://x.com/i/web/status/" + id));
    }

    /** The greater of two ids; the empty one is the least. */
    private static String later(String one, String other) {
        boolean isOther = other.length() == one.length() ? other.compareTo(one) > 0 : other.length() > one.length();
        return isOther ? other : one;
    }

    SourceException refusal(Reply reply, String what, String said) {
        refused = meaning(reply, "%s (%s)".formatted(what, said));
        return refused;
    }

    private SourceException meaning(Reply reply, String message) {
        return switch (reply.status()) {
            case 401 -> SourceException.disabled(message + "; put a valid token into X_BEARER_TOKEN and start again");
            case 402, 403 ->
                SourceException.disabled(
                        message
                                + "; the account has no credits or no access to recent search: see its console, then start again");
            case Refusal.TOO_MANY_REQUESTS -> new RateLimited(untilReset(reply), message);
            default -> Refusal.byStatus(reply, message);
        };
    }

    /** Milliseconds until the second the reply names; 0 if it names none. */
    private long untilReset(Reply reply) {
        return reply.header("x-rate-limit-reset")
                .filter(second -> second.matches("[0-9]{10}"))
                .map(second -> TimeUnit.SECONDS.toMillis(Long.parseLong(second))
                        - live.clock().millis())
                .filter(wait -> wait > 0 && wait <= LONGEST_WAIT)
                .orElseGet(() -> Refusal.retryAfter(reply));
    }
}

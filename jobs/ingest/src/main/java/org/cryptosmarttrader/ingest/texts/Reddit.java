package org.cryptosmarttrader.ingest.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cryptosmarttrader.ingest.facts.texts.TextReading;
import org.cryptosmarttrader.ingest.net.RateLimited;
import org.cryptosmarttrader.ingest.net.Refusal;
import org.cryptosmarttrader.ingest.net.Reply;
import org.cryptosmarttrader.ingest.net.Request;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.cryptosmarttrader.ingest.net.TokenBucket;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;

/**
 * New posts of some subreddits, with an approved client. Scores and numbers of comments are not taken: they are of the moment of
 * asking. A post that was removed later stays what it was.
 *
 * <p>Source: github.com/reddit-archive/reddit/wiki/OAuth2, reddit.com/dev/api; limits as announced in 2023.
 */
final class Reddit implements TextSource {

    static final String ID = "reddit";

    private static final int PAGE = 100;
    /** Listings end after about a thousand posts; one that ended earlier held all there is. */
    private static final int CUT_OFF = 900;
    /** 100 calls a minute are allowed, averaged over ten minutes. */
    private static final double CALLS_PER_SECOND = 1;

    private static final double MILLIS = 1_000;
    private static final Set<String> TAKEN_BACK = Set.of("[removed]", "[deleted]");

    private final TextSourceSettings.Reddit settings;
    private final RedditToken token;
    private final KeyedReads reads;
    private final TokenBucket calls;
    private final SourceJson json = new SourceJson(ID);

    Reddit(TextSourceSettings.Reddit settings, String clientId, String clientSecret, Live live) {
        this.settings = settings;
        this.token = new RedditToken(settings, clientId, clientSecret, live);
        this.reads = new KeyedReads(
                ID, settings.calls(), List.of(clientSecret), settings.userAgent(), live, Reddit::refusal);
        this.calls = new TokenBucket(CALLS_PER_SECOND, 1, live.clock());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String group() {
        return "reddit";
    }

    @Override
    public SourceHealth.Snapshot health() {
        return reads.health();
    }

    /** The token was not accepted. */
    private static final class TokenRefused extends SourceException {
        private static final long serialVersionUID = 1L;

        TokenRefused(String message) {
            super(Kind.FINAL, 0, message);
        }
    }

    /** A subreddit may not be read. */
    private static final class Forbidden extends SourceException {
        private static final long serialVersionUID = 1L;

        Forbidden(String message) {
            super(Kind.FINAL, 0, message);
        }
    }

    @Override
    public Walked walk(Progress last, long now, Taker taker) throws SourceException, InterruptedException {
        long since = (last.at() == 0 ? now : last.at()) - settings.polls().overlapMillis();
        List<String> holes = new ArrayList<>();
        int forbidden = 0;
        for (String name : settings.subreddits()) {
            try {
                walk(name, since, taker).ifPresent(holes::add);
            } catch (Forbidden e) {
                forbidden++;
                holes.add(e.getMessage());
            }
        }
        if (forbidden > 0 && forbidden == settings.subreddits().size()) {
            throw SourceException.disabled(
                    "%s; every subreddit is refused: ask Reddit to approve the client, or correct reddit.subreddits in conf/ingest.yaml, and start again"
                            .formatted(holes.get(0)));
        }
        return new Walked("", String.join(", ", holes));
    }

    /** The new posts of a subreddit; why not all of them, if so. */
    private Optional<String> walk(String name, long since, Taker taker) throws SourceException, InterruptedException {
        String after = "";
        for (int page = 0; page < settings.polls().pages(); page++) {
            Listing listing = listing(name, after);
            taker.page(listing.page());
            boolean isAll = listing.after().isEmpty() && page * PAGE + listing.size() < CUT_OFF;
            if (isAll || listing.oldest() <= since) {
                return Optional.empty();
            }
            if (listing.after().isEmpty()) {
                break;
            }
            after = listing.after();
        }
        return Optional.of("r/%s does not reach back to the last poll".formatted(name));
    }

    /** @param oldest time of a post, epoch milliseconds; far in the future if there is none */
    record Listing(Page page, int size, String after, long oldest) {}

    private Listing listing(String name, String after) throws SourceException, InterruptedException {
        Query query = new Query("/r/" + name + "/new").with("limit", PAGE).with("raw_json", 1);
        if (!after.isEmpty()) {
            query.with("after", after);
        }
        try {
            return once(query.toString());
        } catch (TokenRefused e) {
            token.forget();
        }
        try {
            return once(query.toString());
        } catch (TokenRefused e) {
            throw SourceException.disabled(
                    "%s; a new token is refused, too: check REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET and start again"
                            .formatted(e.getMessage()));
        }
    }

    private Listing once(String path) throws SourceException, InterruptedException {
        String bearer = token.get();
        reads.keepSecret(bearer);
        return reads.read(Request.get(path).with("Authorization", "Bearer " + bearer), this::read, calls);
    }

    Listing read(Reply reply) throws SourceException {
        JsonNode data = json.object(reply.body()).path("data");
        JsonNode children = json.array(data, "data.children");
        List<String> faults = new ArrayList<>();
        List<Post> posts = SourceJson.each(children, "data.children", faults, Reddit::post);
        long oldest = posts.stream().mapToLong(Post::createdAt).reduce(Long.MAX_VALUE, Math::min);
        List<LiveText> texts =
                posts.stream().map(Post::text).flatMap(Optional::stream).toList();
        return new Listing(new Page(reply, texts, faults), children.size(), SourceJson.optional(data, "after"), oldest);
    }

    /** @param text empty if it was taken back */
    private record Post(long createdAt, Optional<LiveText> text) {}

    private static Optional<Post> post(JsonNode child) throws SourceJson.BadItem {
        JsonNode post = child.path("data");
        String id = SourceJson.id(post, "name");
        JsonNode created = post.path("created_utc");
        if (!created.isNumber()) {
            throw new SourceJson.BadItem("created_utc is missing, expected seconds since 1970");
        }
        long at = SourceJson.checked((long) (created.asDouble() * MILLIS), "created_utc");
        String body = SourceJson.optional(post, "selftext");
        String text = TextReading.joined(SourceJson.optional(post, "title"), body);
        boolean isGone = post.hasNonNull("removed_by_category") || TAKEN_BACK.contains(body) || text.isEmpty();
        String path = SourceJson.optional(post, "permalink");
        String url = path.isEmpty() ? "" : "https://www.reddit.com" + path;
        return Optional.of(new Post(at, isGone ? Optional.empty() : Optional.of(new LiveText(id, at, text, url))));
    }

    static SourceException refusal(Reply reply, String what, String said) {
        String message = "%s (%s)".formatted(what, said);
        return switch (reply.status()) {
            case 401 -> new TokenRefused(message);
            case 403 -> new Forbidden(message + "; private, banned, or the client is not approved");
            case 404 -> new Forbidden(message + "; there is no such subreddit");
            case Refusal.TOO_MANY_REQUESTS -> new RateLimited(reset(reply), message);
            default -> Refusal.byStatus(reply, message);
        };
    }

    /** How long until calls are allowed again, milliseconds; 0 if it is not said. */
    private static long reset(Reply reply) {
        return reply.header("X-Ratelimit-Reset")
                .filter(seconds -> seconds.matches("[0-9]{1,6}(\\.[0-9]{1,9})?"))
                .map(seconds -> (long) Math.ceil(Double.parseDouble(seconds) * MILLIS))
                .orElseGet(() -> Refusal.retryAfter(reply));
    }
}

package org.cryptosmarttrader.ingest.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.Refusal;
import org.cryptosmarttrader.ingest.net.Reply;
import org.cryptosmarttrader.ingest.net.Request;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;

/** The token with which Reddit's listings are asked for, renewed before it expires. Kept in memory only. Not thread-safe. */
final class RedditToken {

    private static final String NAME = "reddit";
    private static final long MARGIN_MILLIS = TimeUnit.MINUTES.toMillis(5);
    private static final String REFUSED =
            "; check REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET, and that Reddit approved the client, then start again";

    private final KeyedReads reads;
    private final String basic;
    private final IngestClock clock;
    private final SourceJson json = new SourceJson(NAME);
    private String token = "";
    private long until;

    RedditToken(TextSourceSettings.Reddit settings, String clientId, String clientSecret, Live live) {
        this.basic =
                Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
        TextSourceSettings.Calls calls = settings.calls();
        this.reads = new KeyedReads(
                NAME,
                new TextSourceSettings.Calls(
                        true, settings.token(), calls.connectMillis(), calls.readMillis(), calls.attempts()),
                List.of(clientSecret, basic),
                settings.userAgent(),
                live,
                RedditToken::refusal);
        this.clock = live.clock();
    }

    /** One that is still good. */
    String get() throws SourceException, InterruptedException {
        if (token.isEmpty() || clock.millis() >= until) {
            reads.read(
                    Request.form("/api/v1/access_token", "grant_type=client_credentials")
                            .with("Authorization", "Basic " + basic),
                    this::take);
        }
        return token;
    }

    /** It is not accepted any more. */
    void forget() {
        token = "";
    }

    boolean take(Reply reply) throws SourceException {
        JsonNode answer = json.object(reply.body());
        if (answer.hasNonNull("error")) {
            throw SourceException.disabled("%s: no token (%s)%s"
                    .formatted(NAME, KeyedReads.shortened(answer.get("error").asText()), REFUSED));
        }
        String given = SourceJson.optional(answer, "access_token");
        if (!given.matches("[\\x21-\\x7e]{8,}")) {
            throw SourceException.last("%s: access_token is missing, expected a token".formatted(NAME));
        }
        JsonNode seconds = answer.path("expires_in");
        if (!seconds.canConvertToInt() || seconds.asInt() <= 0) {
            throw SourceException.last("%s: expires_in is missing, expected seconds".formatted(NAME));
        }
        token = given;
        until = reply.fetchedAt() + TimeUnit.SECONDS.toMillis(seconds.asInt()) - MARGIN_MILLIS;
        return true;
    }

    static SourceException refusal(Reply reply, String what, String said) {
        String message = "%s (%s)".formatted(what, said);
        return reply.status() == 401 || reply.status() == 403
                ? SourceException.disabled(message + REFUSED)
                : Refusal.byStatus(reply, message);
    }
}

package org.cryptosmarttrader.ingest.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cryptosmarttrader.ingest.facts.texts.TextIdentity;
import org.cryptosmarttrader.ingest.net.RateLimited;
import org.cryptosmarttrader.ingest.net.Refusal;
import org.cryptosmarttrader.ingest.net.Reply;
import org.cryptosmarttrader.ingest.net.Request;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.net.SourceHealth;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;

/**
 * Asks a model behind the chat completions of OpenAI, or of a server like it, how good a text's news is. The text is untrusted: it
 * goes into the user's message and nothing of the answer is acted on but one number. An answer that is none is a missing score.
 *
 * <p>Source: github.com/openai/openai-openapi; cookbook, how to handle rate limits.
 */
final class OpenAiScorer {

    static final String ID = "openai";

    private static final Map<String, Object> SCHEMA = Map.of(
            "type",
            "object",
            "additionalProperties",
            false,
            "required",
            List.of("score"),
            "properties",
            Map.of("score", Map.of("type", "number")));

    /** E.g. {@code 6m0s}, {@code 1h2m}, {@code 250ms}. */
    private static final Pattern RESET =
            Pattern.compile("(?:(\\d{1,3})h)?(?:(\\d{1,4})m(?!s))?(?:(\\d{1,6}(?:\\.\\d{1,6})?)(ms|s))?");

    private static final double MILLIS = 1_000;

    private final TextSourceSettings.OpenAi settings;
    private final String key;
    private final KeyedReads reads;
    private final SourceJson json = new SourceJson(ID);
    private final String scorer;
    private SourceException refused;

    /** @param key empty of a server that needs none */
    OpenAiScorer(TextSourceSettings.OpenAi settings, String key, Live live) {
        this.settings = settings;
        this.key = key;
        List<String> secrets = key.isEmpty() ? List.of() : List.of(key);
        this.reads = new KeyedReads(ID, settings.calls(), secrets, live.userAgent(), live, this::refusal);
        this.scorer = "%s/%s/%s".formatted(name(settings.model()), settings.promptVersion(), hash(settings));
    }

    private static String name(String model) {
        return "openai-" + model.replaceAll("[^A-Za-z0-9._-]", "-");
    }

    /** Of all that an answer depends on beside the text. */
    private static String hash(TextSourceSettings.OpenAi settings) {
        return TextIdentity.made(
                settings.calls().base().toString(),
                settings.model(),
                settings.promptVersion(),
                settings.prompt(),
                Json.write(SCHEMA),
                settings.temperature().map(String::valueOf).orElse(""),
                String.valueOf(settings.longestText()),
                String.valueOf(settings.mostTokens()));
    }

    /** Name, version and hash of model and prompt. */
    String scorer() {
        return scorer;
    }

    SourceHealth.Snapshot health() {
        return reads.health();
    }

    /**
     * What the model answered.
     *
     * @param score from -1 to 1; NaN if it gave none
     * @param why it gave none; empty if it gave one
     * @param tokens used; -1 if it does not say
     */
    record Answer(Reply reply, double score, String why, long tokens) {}

    /** Tokens that asking may take at most: no tokenizer makes more of a text than it has bytes. */
    long tokensAtMost(String text) {
        return body(text).getBytes(StandardCharsets.UTF_8).length / 2 + settings.mostTokens();
    }

    /** @throws SourceException if there is no answer; DISABLED if there never will be one */
    Answer ask(String text) throws SourceException, InterruptedException {
        Request request = Request.json("/chat/completions", body(text));
        return reads.read(key.isEmpty() ? request : request.with("Authorization", "Bearer " + key), this::read);
    }

    /** Whether a failure was the server's refusal, so that it took no tokens. */
    boolean isRefused(SourceException failure) {
        return failure == refused;
    }

    private String body(String text) {
        Map<String, Object> body = new TreeMap<>();
        body.put("model", settings.model());
        settings.temperature().ifPresent(temperature -> body.put("temperature", temperature));
        body.put("max_completion_tokens", settings.mostTokens());
        body.put(
                "messages",
                List.of(
                        Map.of("role", "system", "content", settings.prompt()),
                        Map.of("role", "user", "content", cut(text))));
        body.put(
                "response_format",
                Map.of(
                        "type",
                        "json_schema",
                        "json_schema",
                        Map.of("name", "sentiment", "strict", true, "schema", SCHEMA)));
        return Json.write(body);
    }

    private String cut(String text) {
        return text.length() <= settings.longestText() ? text : text.substring(0, settings.longestText());
    }

    Answer read(Reply reply) throws SourceException {
        JsonNode answer = json.object(reply.body());
        JsonNode used = answer.path("usage").path("total_tokens");
        long tokens = used.isIntegralNumber() && used.canConvertToInt() && used.asInt() >= 0 ? used.asInt() : -1;
        JsonNode choices = answer.path("choices");
        if (!choices.isArray() || choices.isEmpty()) {
            return new Answer(reply, Double.NaN, "choices is missing", tokens);
        }
        JsonNode choice = choices.get(0);
        String end = choice.path("finish_reason").asText("");
        JsonNode message = choice.path("message");
        if (end.equals("length") || end.equals("content_filter")) {
            return new Answer(reply, Double.NaN, "the answer ended by " + end, tokens);
        }
        if (message.hasNonNull("refusal")) {
            return new Answer(reply, Double.NaN, "the model refused", tokens);
        }
        return scored(reply, message.path("content").asText(""), tokens);
    }

    private Answer scored(Reply reply, String content, long tokens) {
        JsonNode score;
        try {
            score = json.object(content.getBytes(StandardCharsets.UTF_8)).path("score");
        } catch (SourceException e) {
            return new Answer(reply, Double.NaN, "the answer is no JSON object", tokens);
        }
        if (!score.isNumber()) {
            return new Answer(reply, Double.NaN, "score is missing in the answer", tokens);
        }
        double value = score.asDouble();
        return Math.abs(value) <= 1
                ? new Answer(reply, value, "", tokens)
                : new Answer(reply, Double.NaN, "the score lies outside -1 to 1", tokens);
    }

    SourceException refusal(Reply reply, String what, String said) {
        refused = meaning(reply, what, said);
        return refused;
    }

    private SourceException meaning(Reply reply, String what, String said) {
        String id = reply.header("x-request-id").map(KeyedReads::shortened).orElse("");
        String message = "%s (%s)%s".formatted(what, said, id.isEmpty() ? "" : ", request " + id);
        return switch (reply.status()) {
            case 401, 403 ->
                SourceException.disabled(message + "; put a valid key into OPENAI_API_KEY and start again");
            case 404 ->
                SourceException.disabled("%s; correct openai.model (%s) or openai.base in conf/ingest.yaml"
                        .formatted(message, settings.model()));
            case 409 -> SourceException.retry(message);
            case Refusal.TOO_MANY_REQUESTS -> tooMany(reply, message);
            default -> Refusal.byStatus(reply, message);
        };
    }

    private SourceException tooMany(Reply reply, String message) {
        if (isOutOfQuota(reply)) {
            return SourceException.disabled(
                    message + "; the account has no credit left: pay or lift its limit, then start again");
        }
        long after = Refusal.retryAfter(reply);
        return new RateLimited(
                after > 0
                        ? after
                        : Math.max(
                                reset(reply, "x-ratelimit-reset-requests"), reset(reply, "x-ratelimit-reset-tokens")),
                message);
    }

    private boolean isOutOfQuota(Reply reply) {
        try {
            JsonNode error = json.object(reply.body()).path("error");
            return List.of(error.path("code").asText(), error.path("type").asText())
                    .contains("insufficient_quota");
        } catch (SourceException e) {
            return false; // a server that says nothing is only busy
        }
    }

    /** Milliseconds; 0 if the header is absent or says something else. */
    private static long reset(Reply reply, String header) {
        Matcher parts = RESET.matcher(reply.header(header).orElse(""));
        if (!parts.matches()) {
            return 0;
        }
        long millis = 0;
        millis += parts.group(1) == null
                ? 0
                : Duration.ofHours(Long.parseLong(parts.group(1))).toMillis();
        millis += parts.group(2) == null
                ? 0
                : Duration.ofMinutes(Long.parseLong(parts.group(2))).toMillis();
        if (parts.group(3) != null) {
            double last = Double.parseDouble(parts.group(3));
            millis += (long) Math.ceil(parts.group(4).equals("s") ? last * MILLIS : last);
        }
        return millis;
    }
}

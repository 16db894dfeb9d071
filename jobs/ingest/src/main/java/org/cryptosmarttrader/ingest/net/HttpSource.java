package org.cryptosmarttrader.ingest.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whole replies of one web source, or a failure that says whether to ask again. It makes one attempt; {@link SourceReads}
 * repeats them. Below it the JDK repeats a request once whose connection ended before a byte of an answer. Safe for use by
 * many threads.
 */
public final class HttpSource {

    private final Settings settings;
    private final List<String> secrets;
    private final IngestClock clock;
    private final Refusal refusal;
    private final HttpClient client;

    /**
     * @param name of the source, for messages
     * @param base e.g. {@code https://api.kraken.com}, without a slash at its end
     * @param connectMillis until a connection stands
     * @param readMillis until the last byte of the reply is here
     * @param userAgent says who asks; sources demand one
     * @param bodyLimit bytes a reply may have
     */
    public record Settings(
            String name, URI base, long connectMillis, long readMillis, String userAgent, int bodyLimit) {}

    /** @param secrets texts that must not appear in messages or recorded addresses */
    public HttpSource(Settings settings, List<String> secrets, IngestClock clock) {
        this(settings, secrets, clock, Refusal::byStatus);
    }

    /** @param refusal what replies mean that are no success */
    public HttpSource(Settings settings, List<String> secrets, IngestClock clock, Refusal refusal) {
        this.settings = settings;
        this.secrets = List.copyOf(secrets);
        this.clock = clock;
        this.refusal = refusal;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofMillis(settings.connectMillis()))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    public String name() {
        return settings.name();
    }

    /** @throws SourceException RETRY if no whole reply came, or as the reply was understood */
    public Reply ask(Request request) throws SourceException, InterruptedException {
        String url = settings.base() + request.path();
        HttpRequest.Builder http = HttpRequest.newBuilder(URI.create(url))
                .header("User-Agent", settings.userAgent())
                .header("Accept", "application/json")
                .timeout(Duration.ofMillis(settings.readMillis()));
        request.headers().forEach(http::header);
        if (request.body() != null) {
            http.POST(HttpRequest.BodyPublishers.ofByteArray(request.body()));
        }
        HttpResponse<byte[]> response = whole(http.build(), redacted(url));
        Reply reply =
                new Reply(response.body(), clock.millis(), redacted(url), response.statusCode(), response.headers());
        if (reply.status() < 200 || reply.status() > 299) {
            throw refusal.of(reply, "%s: %s: HTTP %d".formatted(settings.name(), reply.url(), reply.status()));
        }
        return reply;
    }

    /** The request's own time-out ends with the headers; this one covers the body, too. */
    private HttpResponse<byte[]> whole(HttpRequest request, String url) throws SourceException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(request, answer -> new LimitedBody(settings.bodyLimit()));
        try {
            return coming.get(settings.readMillis() + settings.connectMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw SourceException.retry("%s: %s: no whole reply within %d ms"
                    .formatted(settings.name(), url, settings.readMillis() + settings.connectMillis()));
        } catch (ExecutionException e) {
            throw failure(e.getCause(), url);
        } finally {
            coming.cancel(true);
        }
    }

    private SourceException failure(Throwable cause, String url) {
        String message = "%s: %s: %s"
                .formatted(
                        settings.name(),
                        url,
                        redacted(cause.getClass().getSimpleName()
                                + (cause.getMessage() == null ? "" : " " + cause.getMessage())));
        if (cause instanceof LimitedBody.TooLong) {
            return SourceException.last(message);
        }
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return SourceException.retry(message + "; check the network, or the address in conf/ingest.yaml");
        }
        if (cause instanceof IOException) {
            return SourceException.retry(message);
        }
        throw new IllegalStateException(message, cause);
    }

    /** A text without the secrets, for a message that quotes a reply. */
    public String redacted(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "***").replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), "***");
        }
        return clean;
    }
}

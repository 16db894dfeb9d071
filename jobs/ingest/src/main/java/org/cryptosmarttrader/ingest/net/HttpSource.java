package org.cryptosmarttrader.ingest.net;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cryptosmarttrader.ingest.net.SourceException.Kind;

/**
 * Whole replies of one web source, or a failure that says whether to ask again. It makes one attempt; {@link SourceReads}
 * repeats them. Below it the JDK repeats a request once whose connection ended before a byte of an answer. Safe for use by
 * many threads.
 */
public final class HttpSource {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final Settings settings;
    private final List<String> secrets;
    private final IngestClock clock;
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
        this.settings = settings;
        this.secrets = List.copyOf(secrets);
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofMillis(settings.connectMillis()))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    public String name() {
        return settings.name();
    }

    /**
     * @param path with its query, e.g. {@code /0/public/Time}
     * @throws SourceException RETRY if no whole reply came or the server is busy, FINAL if it refuses the request
     */
    public Reply get(String path) throws SourceException, InterruptedException {
        String url = settings.base() + path;
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("User-Agent", settings.userAgent())
                .header("Accept", "application/json")
                .timeout(Duration.ofMillis(settings.readMillis()))
                .build();
        HttpResponse<byte[]> response = whole(request, redacted(url));
        refuse(response, redacted(url));
        return new Reply(response.body(), clock.millis(), redacted(url), response.statusCode());
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
        if (cause instanceof IOException) {
            return SourceException.retry(message);
        }
        throw new IllegalStateException(message, cause);
    }

    private void refuse(HttpResponse<byte[]> response, String url) throws SourceException {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return;
        }
        boolean isOfTheMoment = status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT || status >= 500;
        String message = "%s: %s: HTTP %d".formatted(settings.name(), url, status);
        if (!isOfTheMoment) {
            throw SourceException.last(message);
        }
        long wait = retryAfter(response.headers());
        throw status == TOO_MANY_REQUESTS
                ? new RateLimited(wait, message)
                : new SourceException(Kind.RETRY, wait, message);
    }

    /** In seconds; the other form, a date, is left to the own back-off. */
    private static long retryAfter(HttpHeaders headers) {
        try {
            OptionalLong seconds = headers.firstValueAsLong("Retry-After");
            return TimeUnit.SECONDS.toMillis(Math.max(0, seconds.orElse(0)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String redacted(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "***").replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), "***");
        }
        return clean;
    }
}

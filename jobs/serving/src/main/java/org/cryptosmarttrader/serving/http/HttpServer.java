package org.cryptosmarttrader.serving.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinLogger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cryptosmarttrader.wire.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server as all of this project are: at one address, for names it is known by, within limits, with headers that let a page load
 * nothing from elsewhere, and refusals in the form of RFC 9457 that tell nothing of the inside.
 */
public final class HttpServer implements AutoCloseable {

    /** Name of the cookie that may carry the token. */
    public static final String COOKIE = "cst_token";

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private static final String BEARER = "Bearer ";
    /** Nothing here is asked with a body of more. */
    private static final long LONGEST_BODY = 64_000;

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action %s; frame-ancestors 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            POLICY.formatted("'none'"),
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    /** A form says where it was sent from only to those the referrer is meant for. */
    private static final Map<String, String> HEADERS_OF_FORMS =
            Map.of("Content-Security-Policy", POLICY.formatted("'self'"), "Referrer-Policy", "same-origin");

    private final Listening listening;
    private final Optional<Login> login;
    private final Buckets buckets;
    private final Javalin server;

    private HttpServer(Listening listening, Optional<Login> login, Consumer<JavalinConfig> more) {
        this.listening = listening;
        this.login = login;
        this.buckets = new Buckets(listening.aSecond(), listening.atOnce(), System::nanoTime);
        JavalinLogger.enabled = false;
        server = Javalin.create(config -> {
            config.showJavalinBanner = false;
            config.http.maxRequestSize = LONGEST_BODY;
            config.http.generateEtags = false;
            config.jetty.modifyServer(jetty -> {
                jetty.setStopTimeout(0);
                jetty.setErrorHandler(new ProblemPages());
            });
            more.accept(config);
        });
        server.before(this::admit);
        server.exception(Problem.class, this::refuse);
        server.exception(
                HttpResponseException.class,
                (e, context) -> say(
                        Problem.of(
                                e.getStatus(),
                                HttpStatus.forStatus(e.getStatus()).getMessage(),
                                e.getMessage()),
                        context));
        server.exception(Exception.class, (e, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), e);
            say(
                    Problem.of(500, "Internal error", "this could not be answered; the log of the session says why"),
                    context);
        });
        server.error(404, context -> {
            if (!Problem.TYPE.equals(context.res().getContentType())) {
                say(Problem.notFound("nothing is at %s".formatted(context.path())), context);
            }
        });
    }

    /**
     * Starts one.
     *
     * @param more settings of the server
     * @param routes adds what it serves
     * @throws IllegalStateException if the port is taken
     */
    public static HttpServer start(Listening listening, Consumer<JavalinConfig> more, Consumer<Javalin> routes) {
        return new HttpServer(listening, Optional.empty(), more).started(routes);
    }

    /** Starts one for people: where a token is needed, a browser that has none is shown a form for it. */
    public static HttpServer startPages(Listening listening, Consumer<JavalinConfig> more, Consumer<Javalin> routes) {
        Access access = listening.access();
        Optional<Login> login = access.token().map(token -> new Login(access, System::nanoTime));
        return new HttpServer(listening, login, more).started(routes);
    }

    private HttpServer started(Consumer<Javalin> routes) {
        login.ifPresent(form -> form.addTo(server));
        routes.accept(server);
        try {
            server.start(listening.access().host(), listening.port());
        } catch (JavalinBindException e) {
            throw new IllegalStateException(
                    "port %d: another process listens there; end it, or choose another port (--pages-port, --api-port, --metrics-port)"
                            .formatted(listening.port()),
                    e);
        }
        return this;
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    private void admit(Context context) {
        HEADERS.forEach(context::header);
        login.ifPresent(form -> HEADERS_OF_FORMS.forEach(context::header));
        requireName(context);
        double wait = buckets.take(context.ip());
        if (wait > 0) {
            throw tooMany(context, wait, "at most %.0f a second are answered".formatted(listening.aSecond()));
        }
        boolean isFree = login.isPresent() && login.get().isFree(context);
        if (!isFree && !listening.access().admits(token(context))) {
            context.header("WWW-Authenticate", "Bearer");
            throw Problem.of(
                    401,
                    "Token needed",
                    "send the token of this installation as Authorization: Bearer TOKEN, or as the cookie %s"
                            .formatted(COOKIE));
        }
        requireMethod(context);
    }

    /** @param wait seconds */
    static Problem tooMany(Context context, double wait, String reason) {
        context.header("Retry-After", Long.toString((long) Math.ceil(wait)));
        return Problem.of(429, "Too many requests", "%s; come again in %.1f s".formatted(reason, wait));
    }

    /** A page of elsewhere may reach this address under a name of its own; it is not answered. */
    private void requireName(Context context) {
        String named = String.valueOf(context.host()).toLowerCase(Locale.ROOT);
        int colon = named.lastIndexOf(':');
        String name = colon > named.lastIndexOf(']') ? named.substring(0, colon) : named;
        if (!List.of(
                        "127.0.0.1",
                        "localhost",
                        "[::1]",
                        listening.access().host().toLowerCase(Locale.ROOT))
                .contains(name)) {
            throw Problem.of(
                    421,
                    "Not this host",
                    "the Host header names none of this server; ask by the address it listens at");
        }
    }

    private static String token(Context context) {
        String header = context.header("Authorization");
        if (header != null && header.startsWith(BEARER)) {
            return header.substring(BEARER.length());
        }
        String cookie = context.cookie(COOKIE);
        return cookie == null ? "" : cookie;
    }

    private void requireMethod(Context context) {
        String method = context.method().name();
        if (method.equals("POST") && login.isPresent() && login.get().takes(context)) {
            SameOrigin.require(context);
            return;
        }
        if (!List.of("GET", "HEAD").contains(method)) {
            context.header("Allow", "GET, HEAD");
            throw Problem.of(405, "Method not allowed", "%s: only GET and HEAD are answered".formatted(method));
        }
    }

    /** Says it in words to people who lack the token, with the form for it. */
    private void refuse(Problem problem, Context context) {
        if (problem.status() == 401 && login.isPresent() && Login.isPerson(context)) {
            login.get().askFor(context.status(problem.status()), problem);
        } else {
            say(problem, context);
        }
    }

    private static void say(Problem problem, Context context) {
        context.status(problem.status()).contentType(Problem.TYPE).result(Json.write(problem.body(context.path())));
    }

    @Override
    public void close() {
        server.stop();
    }
}

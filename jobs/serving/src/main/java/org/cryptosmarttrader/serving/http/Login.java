package org.cryptosmarttrader.serving.http;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A form in which a person gives the token once; the browser then keeps it in a cookie that no script can read. */
final class Login {

    private static final Logger LOG = LoggerFactory.getLogger(Login.class);

    private static final String PAGE = "/login";
    private static final String STYLE = "/login.css";
    private static final String LEAVE = "/logout";

    private static final String FIELD = "token=";
    /** Bytes of the form; a token of some hundred letters, each as %XX. */
    private static final int LONGEST_FORM = 2_000;

    /** Of one address: some at once, for typing errors, then one in twelve seconds. */
    private static final double TRIES_A_SECOND = 1.0 / 12;

    private static final double TRIES_AT_ONCE = 5;

    private final Access access;
    private final Buckets tries;
    private final String enter = resource("login.html");
    private final String leave = resource("logout.html");
    private final String style = resource("login.css");

    /** @param nanos a clock that only runs forward */
    Login(Access access, LongSupplier nanos) {
        this.access = access;
        this.tries = new Buckets(TRIES_A_SECOND, TRIES_AT_ONCE, nanos);
    }

    void addTo(Javalin app) {
        app.get(PAGE, context -> show(context, ""));
        app.get(STYLE, context -> context.contentType("text/css").result(style));
        app.post(PAGE, this::enter);
        app.get(LEAVE, context -> page(context, leave));
        app.post(LEAVE, Login::leave);
    }

    /** Whether a request is answered without the token. */
    boolean isFree(Context context) {
        return Set.of(PAGE, STYLE).contains(context.path());
    }

    /** Whether a request may be a POST. */
    boolean takes(Context context) {
        return Set.of(PAGE, LEAVE).contains(context.path());
    }

    /** Whether somebody looks who can fill in a form. */
    static boolean isPerson(Context context) {
        String accepted = context.header("Accept");
        return accepted != null && accepted.contains("text/html");
    }

    /** The form again; one that was filled in says why. */
    void askFor(Context context, Problem refusal) {
        show(context, context.method() == HandlerType.POST ? refusal.getMessage() : "");
    }

    /** @param says a sentence of this program, never of the request */
    private void show(Context context, String says) {
        page(context, enter.replace("{{says}}", says));
    }

    private static void page(Context context, String page) {
        context.contentType("text/html; charset=utf-8")
                .header("Cache-Control", "no-store")
                .result(page);
    }

    private void enter(Context context) throws IOException {
        double wait = tries.take(context.ip());
        if (wait > 0) {
            throw HttpServer.tooMany(context, wait, "too many tries");
        }
        if (!access.admits(given(context))) {
            LOG.warn("{}: a wrong token was given", context.ip());
            throw Problem.of(401, "Wrong token", "This is not the token of this installation.");
        }
        boolean isEncrypted = "https".equals(context.header("X-Forwarded-Proto"));
        // whoever forges that header only makes the own cookie stricter
        keep(context, access.token().orElseThrow(), isEncrypted ? "; Secure" : "");
        context.header("Location", "/").status(303);
    }

    private static void leave(Context context) {
        keep(context, "", "; Max-Age=0");
        context.header("Location", PAGE).status(303);
    }

    private static void keep(Context context, String token, String more) {
        context.header(
                "Set-Cookie", "%s=%s; Path=/; HttpOnly; SameSite=Strict%s".formatted(HttpServer.COOKIE, token, more));
    }

    /** The token in the body; empty if there is none. Addresses are kept by browsers and logs, so it is not looked for there. */
    private static String given(Context context) throws IOException {
        String type = String.valueOf(context.contentType());
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            throw Problem.of(415, "Not a form", "send token=TOKEN as application/x-www-form-urlencoded");
        }
        byte[] form = context.bodyInputStream().readNBytes(LONGEST_FORM + 1);
        if (form.length > LONGEST_FORM) {
            throw Problem.of(413, "Too long", "a form of at most %d bytes is read".formatted(LONGEST_FORM));
        }
        for (String field : new String(form, StandardCharsets.UTF_8).split("&")) {
            if (field.startsWith(FIELD)) {
                return decoded(field.substring(FIELD.length()));
            }
        }
        return "";
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("token is not encoded as a form's fields are");
        }
    }

    private static String resource(String name) {
        try (InputStream file = Login.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("%s is not in the program; build it again".formatted(name));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.cryptosmarttrader.serving.http;

import io.javalin.http.Context;
import java.util.Locale;

/**
 * Whether a changing request was sent by a page of this server, and not by one of elsewhere on behalf of somebody who is
 * signed in here.
 */
final class SameOrigin {

    private SameOrigin() {}

    /**
     * Goes by what the browser says: {@code Sec-Fetch-Site}, or {@code Origin} where it is too old for that or the connection
     * is not encrypted. No script can set either. What has neither is no browser; it may not come with a cookie.
     *
     * @throws Problem 403 if it may be from elsewhere
     */
    static void require(Context context) {
        String site = context.header("Sec-Fetch-Site");
        String origin = context.header("Origin");
        boolean isOwn;
        if (site != null) {
            isOwn = site.equals("same-origin");
        } else if (origin != null) {
            isOwn = names(origin, context.host());
        } else {
            isOwn = context.cookie(HttpServer.COOKIE) == null;
        }
        if (!isOwn) {
            throw Problem.of(
                    403,
                    "From elsewhere",
                    "this changes something, so a page of this server has to ask for it (Sec-Fetch-Site, Origin)");
        }
    }

    private static boolean names(String origin, String host) {
        String named = String.valueOf(host).toLowerCase(Locale.ROOT);
        return origin.equals("http://" + named) || origin.equals("https://" + named);
    }
}

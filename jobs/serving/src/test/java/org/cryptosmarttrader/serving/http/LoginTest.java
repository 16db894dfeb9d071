package org.cryptosmarttrader.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real HTTP, as a browser sends it, to a server that needs a token. */
@DisplayName("Signing in")
class LoginTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    /** As openssl rand -base64 32 prints one, with every letter that is not plain. */
    private static final String TOKEN = "kJ+3/fQ9zW1xYb+7Qm0s/Vn5RtEwUuIoPaSdFgHjKlw=";

    private static final String COOKIE = "cst_token=" + TOKEN;

    private HttpServer server;

    @BeforeEach
    void serve() {
        server = HttpServer.startPages(
                Listening.at(new Access("127.0.0.1", Optional.of(TOKEN)), 0),
                config -> {},
                app -> app.get("/", context -> context.result("the pages")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String own() {
        return "http://127.0.0.1:" + server.port();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(own() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(request(path, headers));
    }

    private HttpResponse<String> post(String path, String form, String... headers) throws Exception {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static String form(String token) {
        return "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<String> reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }

    @Test
    void is_asked_of_a_browser_and_a_program_is_told() throws Exception {
        HttpResponse<String> person = get("/", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        HttpResponse<String> program = get("/");

        assertThat(person.statusCode()).isEqualTo(401);
        assertThat(header(person, "Content-Type")).startsWith("text/html");
        assertThat(person.body())
                .contains("<form method=\"post\" action=\"/login\">", "<p role=\"alert\"></p>")
                .doesNotContain("the pages", "<script", "style=");
        assertThat(program.statusCode()).isEqualTo(401);
        assertThat(header(program, "Content-Type")).isEqualTo(Problem.TYPE);
    }

    @Test
    void needs_a_policy_that_lets_a_form_be_sent_here_and_nowhere_else() throws Exception {
        HttpResponse<String> page = get("/login");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Security-Policy"))
                .contains("form-action 'self'", "default-src 'none'", "style-src 'self'");
        // with no-referrer a browser would say Origin: null of its own forms
        assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(get("/login.css").statusCode()).isEqualTo(200);
    }

    @Test
    void with_the_token_leads_to_the_pages_and_a_cookie_that_opens_them() throws Exception {
        HttpResponse<String> reply = post("/login", form(TOKEN), "Origin", own());

        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(header(reply, "Location")).isEqualTo("/");
        assertThat(header(reply, "Set-Cookie")).isEqualTo(COOKIE + "; Path=/; HttpOnly; SameSite=Strict");
        assertThat(get("/", "Cookie", COOKIE).body()).isEqualTo("the pages");
    }

    @Test
    void behind_a_proxy_with_tls_keeps_the_cookie_on_encrypted_connections() throws Exception {
        // the proxy asks by the address here, the browser knows another
        HttpResponse<String> reply = post(
                "/login",
                form(TOKEN),
                "X-Forwarded-Proto",
                "https",
                "Origin",
                "https://cst.example.org",
                "Sec-Fetch-Site",
                "same-origin");

        assertThat(header(reply, "Set-Cookie")).endsWith("; SameSite=Strict; Secure");
    }

    @Test
    void with_another_token_is_refused_and_nothing_of_it_shown() throws Exception {
        String wrong = "<script>alert(1)</script>" + "a".repeat(43);

        HttpResponse<String> person = post("/login", form(wrong), "Accept", "text/html");
        HttpResponse<String> program = post("/login", form(TOKEN.substring(1)));

        assertThat(person.statusCode()).isEqualTo(401);
        assertThat(person.body())
                .contains("<p role=\"alert\">This is not the token of this installation.</p>")
                .doesNotContain("alert(1)", "aaa");
        assertThat(program.statusCode()).isEqualTo(401);
        assertThat(program.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(program.body()).doesNotContain(TOKEN.substring(1));
    }

    @Test
    void has_no_token_in_an_address() throws Exception {
        String query = "?" + form(TOKEN) + "&cst_token=" + URLEncoder.encode(TOKEN, StandardCharsets.UTF_8);

        assertThat(get("/" + query).statusCode()).isEqualTo(401);
        assertThat(post("/login" + query, "").statusCode()).isEqualTo(401);
        assertThat(get("/login" + query).headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void reads_no_long_form() throws Exception {
        assertThat(post("/login", form(TOKEN) + "&x=" + "y".repeat(2_000)).statusCode())
                .isEqualTo(413);
        assertThat(post("/login", "x=" + "y".repeat(1_000_000)).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x"})
    void reads_nothing_but_a_form(String type) throws Exception {
        HttpResponse<String> reply =
                send(request("/login", "Content-Type", type).POST(BodyPublishers.ofString(form(TOKEN))));

        assertThat(reply.statusCode()).isEqualTo(415);
    }

    @Test
    void reads_no_form_that_is_badly_encoded() throws Exception {
        assertThat(post("/login", "token=%zz").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "http://127.0.0.1:1", "http://127.0.0.1", "http://127.0.0.1.evil"
            })
    void is_not_taken_from_a_page_of_elsewhere(String origin) throws Exception {
        HttpResponse<String> in = post("/login", form(TOKEN), "Origin", origin);
        HttpResponse<String> out = post("/logout", "", "Origin", origin, "Cookie", COOKIE);

        assertThat(in.statusCode()).isEqualTo(403);
        assertThat(in.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(out.statusCode()).isEqualTo(403);
        assertThat(out.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void believes_what_the_browser_says_of_the_site(String site) throws Exception {
        assertThat(post("/logout", "", "Cookie", COOKIE, "Sec-Fetch-Site", site, "Origin", own())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void with_a_cookie_needs_a_word_of_where_it_comes_from() throws Exception {
        assertThat(post("/logout", "", "Cookie", COOKIE).statusCode()).isEqualTo(403);
    }

    @Test
    void ends_when_somebody_signs_out() throws Exception {
        HttpResponse<String> reply = post("/logout", "", "Cookie", COOKIE, "Origin", own());

        assertThat(get("/logout", "Cookie", COOKIE).body()).contains("<form method=\"post\" action=\"/logout\">");
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(header(reply, "Location")).isEqualTo("/login");
        assertThat(header(reply, "Set-Cookie")).isEqualTo("cst_token=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
    }

    @Test
    void is_tried_five_times_at_once_and_then_slowly() throws Exception {
        for (int trial = 0; trial < 5; trial++) {
            assertThat(post("/login", form("wrong")).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> sixth = post("/login", form(TOKEN));

        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(header(sixth, "Retry-After"))).isBetween(1, 12);
        assertThat(get("/", "Cookie", COOKIE).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login/", "/LOGIN", "/api/login"})
    void is_the_only_thing_that_is_posted(String path) throws Exception {
        HttpResponse<String> reply = post(path, form(TOKEN), "Cookie", COOKIE, "Origin", own());

        assertThat(reply.statusCode()).isEqualTo(405);
        assertThat(header(reply, "Allow")).isEqualTo("GET, HEAD");
        assertThat(send(request("/login", "Cookie", COOKIE).PUT(BodyPublishers.ofString(form(TOKEN))))
                        .statusCode())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//login", "/login/../", "/login;x=/../", "/login%2f..%2f", "/./login/.."})
    void opens_nothing_beside_its_own_page(String path) throws Exception {
        assertThat(get(path).body()).doesNotContain("the pages");
    }

    @Test
    void is_no_matter_where_no_token_is_needed() throws Exception {
        try (HttpServer open = HttpServer.startPages(Listening.at(Access.LOCAL, 0), config -> {}, app -> {})) {
            URI page = URI.create("http://127.0.0.1:%d/login".formatted(open.port()));
            assertThat(send(HttpRequest.newBuilder(page)).statusCode()).isEqualTo(404);
            HttpRequest.Builder post = HttpRequest.newBuilder(page).POST(BodyPublishers.noBody());
            assertThat(send(post).statusCode()).isEqualTo(405);
        }
    }

    @Test
    void is_no_matter_of_programs() throws Exception {
        try (HttpServer api = HttpServer.start(
                Listening.at(new Access("127.0.0.1", Optional.of(TOKEN)), 0), config -> {}, app -> {})) {
            HttpRequest.Builder page =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/login".formatted(api.port())));
            HttpResponse<String> reply = send(page.header("Accept", "text/html"));
            assertThat(reply.statusCode()).isEqualTo(401);
            assertThat(header(reply, "Content-Type")).isEqualTo(Problem.TYPE);
            assertThat(header(reply, "Content-Security-Policy")).contains("form-action 'none'");
        }
    }
}

package org.cryptosmarttrader.serving.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cryptosmarttrader.serving.api.Growth;
import org.cryptosmarttrader.serving.api.ServedScene;
import org.cryptosmarttrader.serving.http.Access;
import org.cryptosmarttrader.serving.http.HttpServer;
import org.cryptosmarttrader.serving.http.Listening;
import org.cryptosmarttrader.serving.report.RunScene;
import org.cryptosmarttrader.serving.store.RunStore;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.WholeUpTo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The pages")
class DashboardTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern FILE = Pattern.compile("(?:from |src=|href=)['\"](/[^'\"]+\\.(?:js|css))['\"]");

    @TempDir
    static Path folder;

    private static RunFolder run;
    private static RunStore store;
    private static Growth growth;
    private static HttpServer server;

    @BeforeAll
    static void serve() throws IOException {
        run = RunScene.fiveHours(folder.resolve("run")).withAccounts().sealed();
        store = RunStore.open(run.root());
        growth = Growth.watch(store);
        server = Dashboard.start(ServedScene.of(store, growth, folder), new Listening(Access.LOCAL, 0, 10_000, 10_000));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        growth.close();
        store.close();
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path)))
                .build();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path), BodyHandlers.ofString());
    }

    @Test
    void may_load_nothing_from_elsewhere_and_run_no_script_of_a_text() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.body()).doesNotContain("http:", "https:", "onclick=", "<style");
    }

    @Test
    void find_every_file_they_name() throws Exception {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("/"));
        while (!open.isEmpty()) {
            String file = open.remove();
            HttpResponse<String> reply = get(file);
            assertThat(reply.statusCode()).as(file).isEqualTo(200);
            assertThat(reply.headers().firstValue("Content-Type").orElse(""))
                    .as(file)
                    .startsWith(
                            file.endsWith(".js")
                                    ? "text/javascript"
                                    : file.endsWith(".css") ? "text/css" : "text/html");
            if (!file.startsWith("/uplot/")) {
                assertThat(reply.body())
                        .as("words of others are set as text alone in %s", file)
                        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
            }
            FILE.matcher(reply.body())
                    .results()
                    .map(found -> found.group(1))
                    .filter(seen::add)
                    .forEach(open::add);
        }
        assertThat(seen)
                .contains(
                        "/app.js", "/api.js", "/dom.js", "/charts.js", "/parts.js", "/style.css", "/uplot/uPlot.esm.js")
                .contains("/pages/overview.js", "/pages/pair.js", "/pages/data.js");
    }

    /** Also if somebody put a script into it: it may run none. */
    @Test
    void show_the_report_of_a_run_which_may_do_nothing_but_be_read() throws Exception {
        assertThat(get("/reports/backtest-scene").statusCode()).isEqualTo(404);
        Files.writeString(run.root().resolve("report.html"), "<style>b{}</style><script>alert(1)</script>");

        HttpResponse<String> report = get("/reports/backtest-scene");

        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(report.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(report.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "; sandbox")
                .doesNotContain("script-src");
        assertThat(get("/reports/..%2Frun").statusCode()).isBetween(400, 404);
        assertThat(get("/reports/run").statusCode()).isEqualTo(404);
        Files.delete(run.root().resolve("report.html"));
    }

    @Test
    void ask_the_api_below_their_own_address() throws Exception {
        assertThat(get("/api/health").body()).contains("\"ready\":true");
    }

    @Test
    void are_told_when_the_run_has_grown() throws Exception {
        long later = RunScene.hour(5);
        HttpRequest events = HttpRequest.newBuilder(request("/api/events").uri())
                .header("Accept", "text/event-stream")
                .build();
        try (InputStream body =
                        CLIENT.send(events, BodyHandlers.ofInputStream()).body();
                BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            assertThat(nextUpTo(lines)).isEqualTo(RunScene.hour(4));

            String name = run.manifest().run();
            Json.replace(run.root().resolve(WholeUpTo.fileName(name)), new WholeUpTo(name, later));

            long told = nextUpTo(lines);
            while (told != later) {
                told = nextUpTo(lines);
            }
        }
    }

    private static long nextUpTo(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data:")) {
                return Instant.parse(Json.mapper()
                                .readTree(line.substring("data:".length()))
                                .get("whole_up_to")
                                .asText())
                        .toEpochMilli();
            }
        }
        throw new AssertionError("the stream ended");
    }
}

package org.cryptosmarttrader.serving.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.serving.report.RunScene.hour;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.serving.http.Access;
import org.cryptosmarttrader.serving.http.HttpServer;
import org.cryptosmarttrader.serving.http.Listening;
import org.cryptosmarttrader.serving.parity.DatasetParity;
import org.cryptosmarttrader.serving.parity.LastParity;
import org.cryptosmarttrader.serving.parity.ParityReport;
import org.cryptosmarttrader.serving.report.RunScene;
import org.cryptosmarttrader.serving.store.RunStore;
import org.cryptosmarttrader.serving.store.Sql;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.models.Cards;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real HTTP to a server over the files of a small run. */
@DisplayName("The API")
class ApiServerTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final FeatureCatalog CATALOG = new FeatureCatalog(List.of(new LogReturn(1)), List.of());
    private static final ModelCard CARD = Cards.of(CATALOG, "1h", new byte[] {1, 2, 3});
    private static final String MODEL = CARD.modelSha256();

    private static final String LOGGED = """
            {"at":"2026-11-22T09:47:27.104Z","level":"INFO","logger":"LiveRun","message":"goes on"}
            {"at":"2026-11-22T09:47:31.083Z","level":"WARN","logger":"Sink","message":"<script>slow</script>"}
            """;

    @TempDir
    static Path folder;

    private static RunStore store;
    private static Growth growth;
    private static Served served;
    private static HttpServer server;

    @BeforeAll
    static void serve() throws IOException {
        RunScene.fiveHours(folder.resolve("run"))
                .withAccounts()
                .account(4, "RESEARCH", "USDT", "850.00", "0", true)
                .bar(3, "BTC/USD", 100, 5_000)
                .bar(4, "BTC/USD", 110, 6_000)
                .bar(4, "ETH/USD", 10, 7_000)
                .drift(4, "f2", "ret_1", 0.3)
                .features("ret_24", "rsi_14")
                .text(3, "17", "BTC ETH", 0.5, "<img src=x onerror=alert(1)> falls")
                .text(4, "18", "ETH", Double.NaN, "rises")
                .transfer(3, "aa", "BTC", 250)
                .transfer(4, "bb", "BTC", 300)
                .retraction(4, "aa")
                .sealed();
        ModelFolder.write(folder.resolve("run/models"), CARD, new byte[] {1, 2, 3});
        Path live = Files.createDirectories(folder.resolve("logs/2026-11-22/094655-25544/live"));
        Files.writeString(live.resolve("pipeline.log"), LOGGED);
        store = RunStore.open(folder.resolve("run"));
        growth = Growth.watch(store);
        served = ServedScene.of(store, growth, folder);
        server = ApiServer.start(served, new Listening(Access.LOCAL, 0, 10_000, 10_000));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        growth.close();
        store.close();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path)));
    }

    private static HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String path) throws IOException {
        HttpResponse<String> reply = get(path);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return Json.mapper().readTree(reply.body());
    }

    private static List<String> column(JsonNode page, String name) {
        List<String> values = new ArrayList<>();
        page.get("items").forEach(row -> values.add(row.get(name).asText()));
        return values;
    }

    private static String instant(int hour) {
        return Instant.ofEpochMilli(hour(hour)).toString();
    }

    @Test
    void says_whether_it_can_answer() throws IOException {
        JsonNode health = json("/health");

        assertThat(health.get("ready").asBoolean()).isTrue();
        assertThat(health.get("whole_up_to").asText()).isEqualTo(instant(4));
    }

    @Test
    void gives_the_verdicts_of_the_last_tick_with_their_forecasts() throws IOException {
        JsonNode page = json("/predictions/latest?pair=BTC-USD&horizon=1h");

        assertThat(page.get("items")).hasSize(1);
        JsonNode last = page.get("items").get(0);
        assertThat(last.get("decision_at").asText()).isEqualTo(instant(4));
        assertThat(last.get("p_up").asDouble()).isEqualTo(0.5);
        assertThat(last.get("version").asText()).isEqualTo("v-f2");
        assertThat(last.get("reasons").asText()).isEqualTo("DRIFT");
        assertThat(last.get("q05").isNull()).as("not measured").isTrue();
    }

    /** The interval of the scene is -1.5 % to 1.5 %; outcomes are 1 %, -2 %, a gap, -1 %, and one not known yet. */
    @Test
    void shows_past_forecasts_beside_what_came_of_them() throws IOException {
        JsonNode page = json("/predictions/BTC-USD");

        assertThat(column(page, "decision_at"))
                .containsExactly(instant(4), instant(3), instant(2), instant(1), instant(0));
        assertThat(column(page, "held")).containsExactly("null", "true", "null", "false", "true");
        assertThat(column(page, "outcome")).containsExactly("null", "-0.01", "null", "-0.02", "0.01");
    }

    @Test
    void gives_the_market_by_what_changed_hands() throws IOException {
        JsonNode page = json("/market/overview");

        assertThat(column(page, "pair")).containsExactly("BTC/USD", "ETH/USD");
        assertThat(page.get("items").get(0).get("closes").toString()).isEqualTo("[100.0,110.0]");
        assertThat(page.get("items").get(0).get("quote_volume_24h").asDouble()).isEqualTo(11_000);
    }

    @Test
    void says_how_sources_fare_where_there_is_an_ingest() throws IOException {
        assertThat(json("/sources").get("sources")).isEmpty();

        Files.writeString(
                folder.resolve("status.json"),
                "{\"at\":1000,\"promised\":500,\"events\":3,\"sources\":[{\"source\":\"kraken\",\"complaints\":[\"<b>gap</b>\"]}]}");

        JsonNode said = json("/sources");
        assertThat(said.get("promised").asText()).isEqualTo("1970-01-01T00:00:00.500Z");
        assertThat(said.get("sources").get(0).get("complaints").get(0).asText()).isEqualTo("<b>gap</b>");
        Files.delete(folder.resolve("status.json"));
    }

    @Test
    void keeps_money_as_text() throws IOException {
        JsonNode gated = json("/portfolio?lane=RESEARCH").get("items").get(0);

        assertThat(gated.get("equity").isTextual()).isTrue();
        assertThat(gated.get("equity").asText()).isEqualTo("1078.11");
    }

    /** Bought 0.1 at 101 with a fee of 0.404: cost 10.504, average 105.04; at a close of 110 worth 11, up 0.496. */
    @Test
    void gives_what_is_held_to_the_last_digit() throws IOException {
        JsonNode page = json("/positions");

        assertThat(page.get("items")).hasSize(1);
        JsonNode held = page.get("items").get(0);
        assertThat(held.get("lane").asText()).isEqualTo("RESEARCH");
        assertThat(held.get("pair").asText()).isEqualTo("BTC/USD");
        assertThat(held.get("quantity")).isEqualTo(text("0.1"));
        assertThat(held.get("cost")).isEqualTo(text("10.504"));
        assertThat(held.get("average_cost")).isEqualTo(text("105.04"));
        assertThat(held.get("close")).isEqualTo(text("110"));
        assertThat(held.get("value")).isEqualTo(text("11"));
        assertThat(held.get("unrealised")).isEqualTo(text("0.496"));
        assertThat(held.get("closed_at").asText()).isEqualTo(instant(4));
        assertThat(held.get("last_fill_at").asText()).isEqualTo(instant(1));
        assertThat(json("/positions?lane=GATED").get("items")).isEmpty();
        assertThat(get("/positions?format=csv").body()).startsWith("lane,pair,quantity,cost,average_cost");
    }

    private static JsonNode text(String value) {
        return Json.mapper().getNodeFactory().textNode(value);
    }

    @Test
    void says_what_to_do_about_a_tripped_switch_and_nothing_of_an_armed_one() throws IOException {
        JsonNode switches = json("/risk/switch");

        assertThat(column(switches, "state")).containsExactly("armed", "armed", "tripped");
        assertThat(switches.get("items").get(0).get("what_to_do").isNull()).isTrue();
        assertThat(switches.get("items").get(2).get("what_to_do").asText()).contains("stays shut", "/risk");
    }

    @Test
    void gives_the_card_of_a_model() throws IOException {
        JsonNode cards = json("/models/" + MODEL).get("cards");

        assertThat(cards).hasSize(1);
        JsonNode card = cards.get(0);
        assertThat(card.get("horizon").asText()).isEqualTo("1h");
        assertThat(card.get("member").asText()).isEqualTo("forest");
        assertThat(card.get("training").get("rows").asLong())
                .isEqualTo(CARD.training().rows());
        assertThat(card.get("columns")).hasSize(CARD.features().size());
        assertThat(card.get("importance").isNull()).isTrue();
        assertThat(card.get("importance_missing").asText()).contains("--horizon 1h --importance");
        HttpResponse<String> unknown = get("/models/" + "0".repeat(64));
        requireProblem(unknown, 404);
        assertThat(unknown.body()).contains("/models names those in use");
    }

    /**
     * Said 0.8, 0.6 and 0.2 of what rose by 1 %, fell by 2 % and fell by 1 %: |1 - 0.8|, |0 - 0.6| and |0 - 0.2|, a third each. The
     * gap counts nothing, 0.5 has not met its outcome, and what was decided before the run met one without having said anything.
     */
    @Test
    void says_how_often_came_what_was_said() throws IOException {
        JsonNode bins = json("/reliability/1h");

        assertThat(column(bins, "bin")).containsExactly("2", "6", "8");
        assertThat(column(bins, "n")).containsExactly("1", "1", "1");
        assertThat(column(bins, "mean_p")).containsExactly("0.2", "0.6", "0.8");
        assertThat(column(bins, "up_share")).containsExactly("0.0", "0.0", "1.0");
        assertThat(column(bins, "outcomes")).containsOnly("3");
        bins.get("items")
                .forEach(bin -> assertThat(bin.get("ece").asDouble()).isCloseTo((0.2 + 0.6 + 0.2) / 3, within(1e-12)));
        assertThat(json("/reliability/1h?until=" + instant(1)).get("items")).hasSize(1);
    }

    @Test
    void lists_sessions_and_gives_the_end_of_a_log() throws IOException {
        JsonNode session = json("/logs").get("sessions").get(0);
        assertThat(session.get("session").asText()).isEqualTo("2026-11-22.094655-25544");
        assertThat(session.get("started_at").asText()).isEqualTo("2026-11-22T09:46:55Z");
        assertThat(session.get("processes").toString()).isEqualTo("[\"live\"]");

        String log = "/logs/2026-11-22.094655-25544/live.pipeline.log";
        assertThat(json(log).get("lines")).hasSize(2);
        JsonNode warned = json(log + "?level=WARN").get("lines");
        assertThat(warned).hasSize(1);
        assertThat(warned.get(0).get("message").asText()).isEqualTo("<script>slow</script>");
        assertThat(json(log + "?lines=1").get("lines")).hasSize(1);
        requireProblem(get("/logs/2026-11-22.094655-25544/live.ingest.log"), 404);
    }

    /** The scene's run beside itself: nothing differs, and all datasets are equal. */
    @Test
    void compares_runs() throws IOException {
        JsonNode run = json("/runs").get("runs").get(0);
        assertThat(run.get("run").asText()).isEqualTo("backtest-scene");
        assertThat(run.get("folder").asText()).isEqualTo("run");
        assertThat(run.get("sealed").asBoolean()).isTrue();
        assertThat(run.get("coverage").isNull()).as("no report was made").isTrue();

        JsonNode compared = json("/runs/backtest-scene/compare/backtest-scene");
        assertThat(compared.get("settings")).isEmpty();
        compared.get("roots")
                .forEach(root -> assertThat(root.get("equal").asBoolean()).isTrue());
        requireProblem(get("/runs/backtest-scene/compare/backtest-other"), 404);
    }

    @Test
    void gives_texts_about_a_pair_as_they_were_written() throws IOException {
        JsonNode texts = json("/market/BTC-USD/texts");

        assertThat(column(texts, "words")).containsExactly("<img src=x onerror=alert(1)> falls");
        assertThat(texts.get("items").get(0).get("score").asDouble()).isEqualTo(0.5);
        assertThat(column(json("/market/ETH-USD/texts"), "text_id")).containsExactly("18", "17");
        assertThat(json("/market/ETH-USD/texts")
                        .get("items")
                        .get(0)
                        .get("score")
                        .isNull())
                .isTrue();
        assertThat(json("/market/BT-USD/texts").get("items")).isEmpty();
        assertThat(get("/market/BTC-USD/texts").headers().firstValue("Content-Type"))
                .contains("application/json");
    }

    @Test
    void gives_transfers_of_a_pair_and_says_which_were_taken_back() throws IOException {
        JsonNode transfers = json("/market/BTC-USD/transfers");

        assertThat(column(transfers, "transfer_id")).containsExactly("bb", "aa");
        assertThat(column(transfers, "amount")).containsExactly("300.0", "250.0");
        assertThat(column(transfers, "retracted")).containsExactly("false", "true");
        assertThat(json("/market/ETH-USD/transfers").get("items")).isEmpty();
    }

    @Test
    void lists_the_features_of_the_run_with_what_they_mean() throws IOException {
        JsonNode features = json("/features");

        assertThat(column(features, "name")).containsExactly("ret_24", "rsi_14");
        assertThat(features.get("items").get(1).get("meaning").asText()).contains("14");
    }

    @Test
    void goes_through_pages_without_missing_a_row() throws IOException {
        List<String> all = new ArrayList<>();
        int offset = 0;
        for (JsonNode next = Json.mapper().getNodeFactory().numberNode(0); !next.isNull(); ) {
            JsonNode page = json("/predictions/BTC-USD?limit=2&offset=" + next.asInt());
            all.addAll(column(page, "decision_at"));
            next = page.get("next_offset");
        }

        assertThat(all).containsExactly(instant(4), instant(3), instant(2), instant(1), instant(0));
    }

    @Test
    void says_that_nothing_changed_to_who_has_the_answer() {
        String tag = get("/portfolio").headers().firstValue("ETag").orElseThrow();

        assertThat(get("/portfolio", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get("/portfolio?lane=GATED", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void gives_rows_as_csv_and_parquet() throws IOException, InterruptedException {
        HttpResponse<String> csv = get("/portfolio?lane=GATED", "Accept", "text/csv");
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(csv.body().lines().toList().get(1)).startsWith(instant(4) + ",GATED,USD,1000.00");

        Path file = folder.resolve("rows.parquet");
        CLIENT.send(request("/portfolio?format=parquet").build(), BodyHandlers.ofFile(file));
        assertThat(store.rows(new Sql("SELECT lane FROM read_parquet('" + file + "') ORDER BY lane"))
                        .toString())
                .isEqualTo("[{lane=GATED}, {lane=RESEARCH}, {lane=RESEARCH}]");
        Files.delete(file);
    }

    static List<String> paths() throws IOException {
        List<String> paths = new ArrayList<>();
        json("/openapi.json").get("paths").fieldNames().forEachRemaining(paths::add);
        // a stream does not end; it has a test of its own
        assertThat(paths.remove(Growth.PATH)).isTrue();
        return paths;
    }

    private static JsonNode parameters(String path) throws IOException {
        return json("/openapi.json").get("paths").get(path).get("get").get("parameters");
    }

    /** A path with its words in place, by their examples. */
    private static String filled(String path) throws IOException {
        String filled = path;
        for (JsonNode parameter : parameters(path)) {
            filled = filled.replace(
                    "{" + parameter.get("name").asText() + "}",
                    parameter.get("example").asText());
        }
        return filled;
    }

    @ParameterizedTest
    @MethodSource("paths")
    void answers_at_every_place_it_describes(String path) throws IOException {
        JsonNode answer = json(filled(path));

        assertThat(answer.isObject()).isTrue();
        List<String> all = new ArrayList<>();
        for (JsonNode parameter : parameters(path)) {
            String example = parameter.get("example").asText();
            assertThat(example).matches(parameter.get("schema").get("pattern").asText());
            if (parameter.get("in").asText().equals("query")) {
                all.add("%s=%s".formatted(parameter.get("name").asText(), example));
            }
        }
        assertThat(json(filled(path) + "?" + String.join("&", all)).isObject()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void refuses_words_it_does_not_know_and_tells_nothing_of_the_inside(String path) throws IOException {
        requireProblem(get(filled(path) + "?nonsense=1"), 400);
        List<String> hostile = List.of(
                "%27%3B%20DROP%20TABLE%20x%3B--",
                "..%2F..%2Fetc%2Fpasswd",
                "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "read_parquet(%27%2Fetc%2Fpasswd%27)",
                "x".repeat(5_000),
                "-1",
                "");
        for (JsonNode parameter : parameters(path)) {
            if (parameter.get("in").asText().equals("query")) {
                for (String word : hostile) {
                    requireProblem(
                            get("%s?%s=%s"
                                    .formatted(
                                            filled(path), parameter.get("name").asText(), word)),
                            400);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/predictions/btc",
                "/market/BTC%27--",
                "/market/BTC-USD%3B",
                "/models/f2",
                "/logs/2026-11-22.094655-25544/session.json",
                "/logs/2026-11-22.094655-25544/..",
                "/logs/../pipeline.log",
                "/logs/2026-11-22.094655-25544/live.pipeline.log.gz",
                "/runs/x/compare/backtest-scene",
                "/models/..%2F..%2Fetc%2Fpasswd",
                "/models/039058C6F2C0CB492C533B0A4D14EF77CC0F78ABCCCED5287D84A1A2011CFB81"
            })
    void refuses_names_that_are_none(String path) throws IOException {
        requireProblem(get(path), 400);
    }

    @Test
    void says_what_looked_the_run_over_last() throws IOException {
        assertThat(json("/audits").get("certificate").isNull()).isTrue();
        assertThat(json("/audits").get("parity").isNull()).isTrue();

        DatasetParity equal = new DatasetParity("features", 3, new TreeMap<>(), 12, 0, 0, 0, "aa", "aa", null);
        DatasetParity unlike = new DatasetParity("labels", 2, new TreeMap<>(), 4, 0, 1, 0, "aa", "bb", null);
        RunFolder run = store.snapshot().run();
        LastParity.write(run, run, new ParityReport(List.of(equal, unlike), List.of()), Instant.EPOCH);
        Files.writeString(
                folder.resolve("certificate.json"),
                "{\"verdict\":\"ACCUSED\",\"columns\":2,\"ticks\":7,\"accused\":[\"features.<b>\"],\"untested\":[],\"features\":\"another\"}");

        JsonNode audits = json("/audits");
        assertThat(audits.at("/parity/equal").asBoolean()).isFalse();
        assertThat(audits.at("/parity/rows").asLong()).isEqualTo(5);
        assertThat(audits.at("/parity/values").asLong()).isEqualTo(16);
        assertThat(audits.at("/parity/differing").toString()).isEqualTo("[\"labels\"]");
        assertThat(audits.at("/parity/beside").asText()).isEqualTo("backtest-scene");
        assertThat(audits.at("/certificate/verdict").asText()).isEqualTo("ACCUSED");
        assertThat(audits.at("/certificate/accused/0").asText()).isEqualTo("features.<b>");
        assertThat(audits.at("/certificate/is_of_these_columns").asBoolean()).isFalse();
        Files.delete(folder.resolve("certificate.json"));
        Files.delete(run.root().resolve("parity.json"));
    }

    @Test
    void names_the_port_another_process_listens_at() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ApiServer.start(served, Listening.at(Access.LOCAL, server.port())))
                .withMessageStartingWith("port %d: another process listens there; ".formatted(server.port()));
    }

    @Test
    void explains_a_forecast_step_by_step() throws Exception {
        JsonNode found = json("/explain/" + ServedScene.EXPLAINED);

        assertThat(found.get("verified").asBoolean()).as("a step does not hold").isFalse();
        assertThat(found.at("/forecast/p_up_raw").asDouble()).isEqualTo(0.25);
        assertThat(found.get("verdict").isNull()).isTrue();
        assertThat(found.at("/features/0/value").isNull()).as("missing").isTrue();
        assertThat(found.at("/steps/1/outcome").asText()).isEqualTo("DIFFERS");
        assertThat(found.at("/steps/1/says").asText()).isEqualTo("p_up_raw 0.5, 0.25");
    }

    @Test
    void says_why_a_forecast_is_not_explained() throws Exception {
        requireProblem(get("/explain/" + "1".repeat(64)), 404);
        requireProblem(get("/explain/" + ServedScene.NOT_EXPLAINED), 409);
        requireProblem(get("/explain/..%2f..%2frun.json"), 400);
        requireProblem(get("/explain/" + ServedScene.EXPLAINED + "?at=yesterday"), 400);
    }

    @Test
    void refuses_places_that_are_none_and_methods_that_change() throws IOException {
        requireProblem(get("/nothing/here"), 404);
        requireProblem(
                send(request("/portfolio")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build()),
                405);
    }

    private static void requireProblem(HttpResponse<String> reply, int status) throws IOException {
        assertThat(reply.statusCode()).as(reply.uri() + " " + reply.body()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = Json.mapper().readTree(reply.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(reply.body())
                .doesNotContain("Exception", "org.cryptosmarttrader", folder.toString(), "SELECT", "<script>");
    }

    @Test
    void answers_one_address_so_often_and_says_when_to_come_again() throws IOException {
        try (HttpServer slow = ApiServer.start(served, new Listening(Access.LOCAL, 0, 0.1, 2))) {
            URI place = URI.create("http://127.0.0.1:%d/health".formatted(slow.port()));
            HttpRequest request = HttpRequest.newBuilder(place).build();

            assertThat(send(request).statusCode()).isEqualTo(200);
            assertThat(send(request).statusCode()).isEqualTo(200);
            HttpResponse<String> third = send(request);
            requireProblem(third, 429);
            assertThat(third.headers().firstValue("Retry-After")).contains("10");
        }
    }

    /** The JDK's client names the host it asks; a page that had its name point here would name another. */
    @Test
    void does_not_answer_to_a_name_of_elsewhere() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("GET /portfolio HTTP/1.1\r\nHost: evil.example:8001\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(reply).startsWith("HTTP/1.1 421").doesNotContain("equity");
        }
    }

    @Test
    void asks_for_the_token_everywhere_if_it_has_one() throws IOException {
        String token = "A".repeat(43);
        try (HttpServer guarded =
                ApiServer.start(served, Listening.at(new Access("127.0.0.1", Optional.of(token)), 0))) {
            URI place = URI.create("http://127.0.0.1:%d/portfolio".formatted(guarded.port()));

            requireProblem(send(HttpRequest.newBuilder(place).build()), 401);
            requireProblem(
                    send(HttpRequest.newBuilder(place)
                            .header("Authorization", "Bearer " + "B".repeat(43))
                            .build()),
                    401);
            assertThat(send(HttpRequest.newBuilder(place)
                                    .header("Authorization", "Bearer " + token)
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(send(HttpRequest.newBuilder(place)
                                    .header("Cookie", HttpServer.COOKIE + "=" + token)
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}

package org.cryptosmarttrader.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.serving.http.Access;
import org.cryptosmarttrader.serving.http.Listening;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/**
 * How fast what is shown answers over 471 pairs and a year of hours, made by {@link RepeatedRun} of the quickstart's rows. It prints
 * times and judges none; it fails where an answer is wrong or empty.
 *
 * <p>{@code -Dcst.load.run} names a folder to keep the run in, or one kept; {@code -Dcst.load.days} and {@code
 * -Dcst.load.minutes} say how much and how long.
 */
@Tag("long")
@DisplayName("Over 471 pairs and a year of hours")
class LoadITCase {

    private static final int DAYS = Integer.getInteger("cst.load.days", 365);
    private static final int MINUTES = Integer.getInteger("cst.load.minutes", 1);
    private static final Optional<Path> KEPT =
            Optional.ofNullable(System.getProperty("cst.load.run")).map(Path::of);

    private static final int PAIRS = 471;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int STREAMS = 100;
    private static final int WARM_UP = 25;
    private static final int CALLS = 100;
    /** As many as the smallest machine has cores; the caller takes some of them, too. */
    private static final int AT_ONCE = 2;
    /** Nobody is turned away: what is measured is the answer. */
    private static final Listening UNLIMITED = new Listening(Access.LOCAL, 0, 1e6, 1_000_000);

    /** What says how much of an answer is wanted; the examples are an instant and a row. */
    private static final Set<String> OF_THE_ANSWER = Set.of("from", "until", "offset", "format");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final long LAST = RepeatedRun.BEGIN + (24L * DAYS - 1) * TickGrid.HOUR;

    @TempDir
    private static Path folder;

    private static Path run;
    private static Shown shown;

    @BeforeAll
    static void show() throws Exception {
        run = KEPT.orElse(folder.resolve("load"));
        if (!RunFolder.isAt(run)) {
            Path out = folder.resolve("quickstart");
            Answer answer = Answer.to("quickstart", "--out", out.toString());
            assertThat(answer.exit()).as(answer.out() + answer.err()).isZero();
            long begin = System.nanoTime();
            RepeatedRun.write(out.resolve("backtest"), run, pairs(), DAYS);
            System.out.printf("written in %.0f s%n", (System.nanoTime() - begin) / 1e9);
        }
        RepeatedRun.tell(run, LAST);
        long begin = System.nanoTime();
        shown = Shown.at(run, UNLIMITED);
        awaitIdle();
        System.out.printf("recent days copied in %.0f s%n", (System.nanoTime() - begin) / 1e9);
    }

    private static List<String> pairs() {
        return IntStream.range(0, PAIRS)
                .mapToObj(number -> number == 0 ? "BTC/USD" : "P%03d/USD".formatted(number))
                .toList();
    }

    @AfterAll
    static void stop() throws IOException {
        if (shown != null) {
            shown.close();
        }
    }

    private static HttpResponse<byte[]> get(String address) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
    }

    /** Stands for another pair at each call, as a limit does for another limit, so that no answer is one given before. */
    private static final String ANY_PAIR = "P400-USD";

    private static final Pattern LIMIT = Pattern.compile("(?<=limit=)\\d+");

    private static String turn(String call, int number) {
        return LIMIT.matcher(call)
                .replaceFirst(limit -> String.valueOf(Math.abs(Integer.parseInt(limit.group()) - number)))
                .replace(ANY_PAIR, "P%03d-USD".formatted(1 + 7 * number % (PAIRS - 1)));
    }

    /** Every place of the API as its description gives examples, and what the pages ask for. */
    private static List<String> calls() throws IOException, InterruptedException {
        List<String> calls = new ArrayList<>();
        JsonNode description =
                Json.mapper().readTree(get(shown.api() + "/openapi.json").body());
        // the examples of models, forecasts, sessions and runs are of none that is here, and a stream does not end
        description.get("paths").properties().stream()
                .filter(place -> !place.getKey().matches(".*\\{(?!(pair|horizon)}).*|/events"))
                .forEach(place -> calls.add(example(place.getKey(), place.getValue())));
        calls.addAll(List.of(
                "/predictions/latest?limit=5000",
                "/predictions/latest?order=surest&limit=300",
                "/predictions/latest?pair=P400-USD",
                "/predictions/P400-USD?limit=5000",
                "/predictions/P400-USD?horizon=24h&from=2022-06-01&until=2022-06-08",
                "/predictions/P400-USD?from=2022-03-01&until=2022-03-08&limit=5000",
                "/market/P400-USD?limit=5000",
                "/market/P400-USD/features?columns=ret_24,rsi_14",
                "/market/overview?limit=5000",
                "/portfolio/history?limit=5000",
                "/signals/active?lane=RESEARCH&limit=5000"));
        return calls;
    }

    private static String example(String path, JsonNode place) {
        String filled = path;
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : place.at("/get/parameters")) {
            String name = parameter.get("name").asText();
            String example = parameter.get("example").asText();
            if (parameter.get("in").asText().equals("path")) {
                filled = filled.replace("{%s}".formatted(name), example);
            } else if (name.equals("limit")) {
                query.add("limit=500");
            } else if (!OF_THE_ANSWER.contains(name)) {
                query.add(name + "=" + example);
            }
        }
        return query.isEmpty() ? filled : filled + "?" + String.join("&", query);
    }

    @Test
    void answers_every_call() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (String call : calls()) {
                for (int i = 0; i < WARM_UP; i++) {
                    get(shown.api() + turn(call, 2 * CALLS + i));
                }
            }
            awaitIdle();
            System.out.printf(
                    "%-70s %8s %8s %10s %8s %10s%n", "ms of a call", "p50", "p99", "p50 of two", "p99", "bytes");
            for (String call : calls()) {
                long[] alone = new long[CALLS];
                List<Callable<Long>> more = new ArrayList<>();
                for (int i = 0; i < CALLS; i++) {
                    alone[i] = nanos(shown.api() + turn(call, i));
                    String another = shown.api() + turn(call, CALLS + i);
                    more.add(() -> nanos(another));
                }
                long[] together = new long[CALLS];
                List<Future<Long>> answers = callers.invokeAll(more);
                for (int i = 0; i < CALLS; i++) {
                    together[i] = answers.get(i).get();
                }
                System.out.printf(
                        "%-70s %8.1f %8.1f %10.1f %8.1f %10d%n",
                        call,
                        millis(alone, 50),
                        millis(alone, 99),
                        millis(together, 50),
                        millis(together, 99),
                        get(shown.api() + call).body().length);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    /** The time that so many percent of the calls did not exceed. */
    private static double millis(long[] nanos, int percent) {
        Arrays.sort(nanos);
        return nanos[CALLS * percent / 100 - 1] / 1e6;
    }

    /** Waits until what the first answers set going behind them is done. */
    private static void awaitIdle() throws Exception {
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        await(() -> {
            long before = process.getProcessCpuTime();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            return process.getProcessCpuTime() - before < TimeUnit.MILLISECONDS.toNanos(100);
        });
    }

    private static long nanos(String address) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<byte[]> reply = get(address);
        long nanos = System.nanoTime() - begin;
        assertThat(reply.statusCode()).as(address).isEqualTo(200);
        return nanos;
    }

    private static JsonNode items(String call) throws IOException, InterruptedException {
        return Json.mapper().readTree(get(shown.api() + call).body()).get("items");
    }

    /** A week of 168 hours and the tick before it, four horizons; of 30 days and one before, two lanes and currencies. */
    @Test
    void answers_with_what_was_written() throws Exception {
        assertThat(items("/pairs?limit=5000")).hasSize(PAIRS);
        assertThat(items("/market/overview?limit=5000")).hasSize(PAIRS);
        assertThat(items("/predictions/latest?limit=5000")).hasSize(4 * PAIRS);
        assertThat(items("/market/P400-USD?limit=5000")).hasSize(169);
        assertThat(items("/predictions/P400-USD?limit=5000")).hasSize(4 * 169);
        assertThat(items("/predictions/P400-USD?horizon=24h&from=2022-01-10&until=2022-01-11"))
                .hasSize(24)
                .allSatisfy(row -> assertThat(row.get("version").asText()).isNotEmpty());
        assertThat(items("/portfolio/history?limit=5000")).hasSize(4 * 721);
        assertThat(items("/gates")).hasSize(4);
    }

    @Test
    void shows_every_page() {
        Chromium.requireInstalled();
        try (Chromium chromium = Chromium.start()) {
            chromium.look(1280, 900, "light");
            chromium.open(shown.pages());
            List<String> places = new ArrayList<>(chromium.all("#pages a").stream()
                    .map(link -> link.getDomAttribute("href"))
                    .toList());
            places.add("#/pair/P400-USD");
            places.add("#/pair/P400-USD/24h");
            for (String place : places) {
                double[] millis = new double[5];
                for (int i = 0; i < millis.length; i++) {
                    chromium.open(shown.pages() + "/" + place);
                    millis[i] = chromium.shownAfterMillis();
                    assertThat(chromium.all("main .problem")).as(place).isEmpty();
                }
                Arrays.sort(millis);
                System.out.printf("%-24s shown after %5.0f ms, most %5.0f ms%n", place, millis[2], millis[4]);
            }
            chromium.open(shown.pages() + "/#/market");
            List<WebElement> rows = chromium.all("main tbody tr");
            assertThat(rows).hasSize(PAIRS);
        }
    }

    @Test
    void tells_a_hundred_listeners_of_growth_in_memory_that_does_not_grow() throws Exception {
        RepeatedRun.tell(run, LAST - TickGrid.HOUR);
        ConcurrentLinkedQueue<String> ended = new ConcurrentLinkedQueue<>();
        List<Listener> listeners = new ArrayList<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            for (int i = 0; i < STREAMS; i++) {
                Listener listener = new Listener();
                listeners.add(listener);
                threads.submit(() -> listener.listen(ended));
            }
            await(() -> listeners.stream().allMatch(listener -> listener.told.contains(instant(LAST - TickGrid.HOUR))));
            TreeMap<Integer, Long> used = new TreeMap<>();
            for (int minute = 0; minute <= MINUTES; minute++) {
                used.put(minute, usedMegabytes());
                if (minute < MINUTES) {
                    LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(1));
                }
            }
            System.out.printf("%d streams, heap behind a collection by minute, MB: %s%n", STREAMS, used);

            assertThat(ended).isEmpty();
            RepeatedRun.tell(run, LAST);
            await(() -> listeners.stream().allMatch(listener -> listener.told.contains(instant(LAST))));
            assertThat(ended).isEmpty();
        } finally {
            RepeatedRun.tell(run, LAST);
            threads.shutdownNow();
        }
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private static long usedMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime())
                    .as("nanoseconds; not within %s", PATIENCE)
                    .isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** One stream of events. */
    private static final class Listener {
        private final Set<String> told = ConcurrentHashMap.newKeySet();

        void listen(ConcurrentLinkedQueue<String> ended) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(shown.api() + "/events"))
                    .header("Accept", "text/event-stream")
                    .build();
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    CLIENT.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("data:")) {
                        told.add(Json.mapper()
                                .readTree(line.substring("data:".length()))
                                .get("whole_up_to")
                                .asText());
                    }
                }
                ended.add("the server closed a stream");
            } catch (IOException e) {
                ended.add(e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

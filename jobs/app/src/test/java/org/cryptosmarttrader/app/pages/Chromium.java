package org.cryptosmarttrader.app.pages;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import javax.imageio.ImageIO;
import org.cryptosmarttrader.wire.Json;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The system's Chromium, without a window, and what it said and asked for while it showed pages. Not thread-safe. */
final class Chromium implements AutoCloseable {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(20);
    /** A picture of a page is cut below that. */
    private static final long LONGEST_PICTURE = 4_000;

    /** The page says when its first heading stood there, by its own clock. */
    private static final String CLOCK = """
            new MutationObserver((changes, observer) => {
              if (!document.querySelector('#view h1')) return;
              window.shownAfter = performance.now();
              observer.disconnect();
            }).observe(document, { childList: true, subtree: true });
            """;

    /** Something is there, no request is under way, the stream has told up to when the run is whole, and charts are drawn. */
    private static final String IS_SHOWN = """
            const view = document.getElementById('view');
            return view !== null && view.getAttribute('aria-busy') === 'false' && view.querySelector('h1, .problem') !== null
              && document.getElementById('alive').textContent !== ''
              && [...view.querySelectorAll('.chart')].every(chart => chart.querySelector('canvas'));
            """;

    private static final String AXE = axe();

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    private static String axe() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips the test where there is none. */
    static void requireInstalled() {
        assumeTrue(
                Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                "needs %s and %s: apt-get install chromium chromium-driver".formatted(BROWSER, DRIVER));
    }

    static Chromium start() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions()
                .setBinary(BROWSER.toFile())
                .addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--no-first-run")
                // a picture of the whole page has none
                .addArguments("--hide-scrollbars")
                // whatever it would like to fetch for itself, it finds nobody
                .addArguments("--disable-background-networking", "--disable-component-update")
                .addArguments("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        Chromium chromium = new Chromium(new ChromeDriver(service, options));
        chromium.tell("Page.addScriptToEvaluateOnNewDocument", Map.of("source", CLOCK));
        return chromium;
    }

    private Map<String, Object> tell(String command, Map<String, Object> words) {
        return driver.executeCdpCommand(command, words);
    }

    /** Looks as somebody with that screen and that theme of the system does who was never here. */
    void look(int width, int height, String theme) {
        tell(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        tell(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    }

    /** Opens an address anew and waits until it is shown. */
    void open(String address) {
        visit(address);
        awaitShown();
    }

    /** Goes to an address that need not be one of the pages. */
    void visit(String address) {
        driver.get("about:blank");
        forget();
        driver.get(address);
    }

    void awaitShown() {
        await(IS_SHOWN);
    }

    /** Waits until a script says true. */
    void await(String script) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Boolean.TRUE.equals(ask(script))) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("not within %s: %s; the page says: %s"
                        .formatted(PATIENCE, script.strip(), ask("return document.body.innerText")));
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** What a script of this test returns. */
    Object ask(String script, Object... words) {
        return driver.executeScript(script, words);
    }

    String text(String selector) {
        return String.valueOf(ask("return document.querySelector(arguments[0])?.innerText ?? ''", selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Where the focus is. */
    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Presses a key there. */
    void press(Keys key) {
        focused().sendKeys(key);
    }

    /** Milliseconds from the beginning of the navigation to the first heading. */
    double shownAfterMillis() {
        return ((Number) ask("return window.shownAfter")).doubleValue();
    }

    /** Warnings and errors of the console since they were last asked for. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    private void forget() {
        complaints();
        driver.manage().logs().get(LogType.PERFORMANCE);
    }

    /**
     * What was asked for since this was last asked: addresses and answers.
     *
     * @param addresses of requests, but those that hold their answer
     * @param refused answers of status 400 and above, and requests that failed
     */
    record Traffic(List<String> addresses, List<String> refused) {}

    Traffic traffic() throws IOException {
        Traffic traffic = new Traffic(new ArrayList<>(), new ArrayList<>());
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = Json.mapper().readTree(entry.getMessage()).get("message");
            JsonNode said = message.get("params");
            switch (message.get("method").asText()) {
                case "Network.requestWillBeSent" -> {
                    String address = said.at("/request/url").asText();
                    if (!address.startsWith("data:")) {
                        traffic.addresses().add(address);
                    }
                }
                case "Network.responseReceived" -> {
                    if (said.at("/response/status").asInt() >= 400) {
                        traffic.refused()
                                .add(said.at("/response/status").asText() + " "
                                        + said.at("/response/url").asText());
                    }
                }
                case "Network.loadingFailed" -> {
                    // who leaves a page breaks its stream off
                    if (!said.path("canceled").asBoolean()) {
                        traffic.refused().add(said.get("errorText").asText());
                    }
                }
                default -> {
                    // other news
                }
            }
        }
        return traffic;
    }

    /** What keeps people from using the page as axe sees it, the serious and the critical: rule, and the first element. */
    List<String> barriers() throws IOException {
        driver.executeScript(AXE);
        String said = String.valueOf(driver.executeAsyncScript("""
                        const done = arguments[arguments.length - 1];
                        axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => done(JSON.stringify(violations)));
                        """));
        List<String> barriers = new ArrayList<>();
        for (JsonNode violation : Json.mapper().readTree(said)) {
            if (List.of("serious", "critical").contains(violation.get("impact").asText())) {
                barriers.add("%s, %d times: %s %s"
                        .formatted(
                                violation.get("id").asText(),
                                violation.get("nodes").size(),
                                violation.at("/nodes/0/html").asText(),
                                violation.at("/nodes/0/failureSummary").asText()));
            }
        }
        return barriers;
    }

    /** How far the document is wider than the screen, in pixels. */
    long overflow() {
        return (Long) ask("const page = document.documentElement; return page.scrollWidth - page.clientWidth");
    }

    /**
     * Saves a picture of the whole page.
     *
     * @return number of different colours in it
     */
    long picture(Path file) throws IOException {
        Map<?, ?> size = (Map<?, ?>) tell("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        Map<String, Object> clip = Map.of(
                "x",
                0,
                "y",
                0,
                "width",
                size.get("width"),
                "height",
                Math.min(LONGEST_PICTURE, ((Number) size.get("height")).longValue()),
                "scale",
                1);
        Object data = tell("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip))
                .get("data");
        byte[] png = Base64.getDecoder().decode(String.valueOf(data));
        Files.createDirectories(file.getParent());
        Files.write(file, png);
        var image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).distinct().count();
    }

    @Override
    public void close() {
        driver.quit();
    }
}

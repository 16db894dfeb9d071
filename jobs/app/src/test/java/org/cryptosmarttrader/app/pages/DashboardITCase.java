package org.cryptosmarttrader.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.serving.http.Access;
import org.cryptosmarttrader.serving.http.Listening;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages over the run of a quickstart, in a real browser: which pages there are, their own navigation says. */
@Tag("long")
@DisplayName("In Chromium the pages")
class DashboardITCase {

    /** A run that is there already, instead of the quickstart's. */
    private static final Optional<Path> RUN =
            Optional.ofNullable(System.getProperty("cst.pages.run")).map(Path::of);

    @TempDir
    private static Path folder;

    private static Path run;
    private static Shown shown;
    private static Chromium chromium;
    private static PageCheck check;
    private static List<String> places;

    @BeforeAll
    static void show() throws IOException {
        Chromium.requireInstalled();
        run = RUN.orElseGet(DashboardITCase::quickstart);
        shown = Shown.at(run, logs(), Listening.at(Access.LOCAL, 0));
        chromium = Chromium.start();
        check = new PageCheck(chromium, shown.pages(), "quickstart");
        places = places();
    }

    /** One session, with a line of each kind. */
    private static Path logs() throws IOException {
        Path session = Files.createDirectories(folder.resolve("logs/2026-11-22/094655-25544"));
        Files.writeString(session.resolve("pipeline.log"), """
                {"at":"2026-11-22T09:47:27.104Z","level":"INFO","logger":"a.LiveRun","message":"goes on"}
                {"at":"2026-11-22T09:47:31.083Z","level":"ERROR","logger":"a.Sink","message":"<b>failed</b>","exception":"at a\\nat b"}
                """);
        return folder.resolve("logs");
    }

    private static Path quickstart() {
        Path out = folder.resolve("quickstart");
        Answer answer = Answer.to("quickstart", "--out", out.toString());
        assertThat(answer.exit()).as(answer.out() + answer.err()).isZero();
        return out.resolve("backtest");
    }

    @AfterAll
    static void stop() throws IOException {
        if (chromium != null) {
            chromium.close();
        }
        if (shown != null) {
            shown.close();
        }
    }

    /**
     * All pages of the navigation, a pair's, and it at each horizon, a forecast explained, a model's card, a log, and two runs side
     * by side.
     */
    private static List<String> places() {
        check.look(PageCheck.LOOKS.get(0));
        check.open("");
        List<String> all = new ArrayList<>(check.links("#pages a"));
        assertThat(all).contains("#/overview", "#/market", "#/gates", "#/models", "#/portfolio", "#/data");
        check.open("#/market");
        String pair = check.links("td a").get(0);
        all.add(pair);
        check.open(pair);
        List<String> horizons = check.links("main a[href^='%s/']".formatted(pair));
        assertThat(horizons).isNotEmpty();
        all.addAll(horizons);
        all.add(check.links("td a[href^='#/explain/']").get(0));
        check.open("#/models");
        all.add(check.links("td a").get(0));
        check.open("#/logs");
        all.addAll(check.links("td a"));
        check.open("#/runs");
        String report = check.links("td a").get(0);
        all.add(report.replace("/reports/", "#/runs/") + report.replace("/reports", ""));
        return all;
    }

    @TestFactory
    Stream<DynamicTest> show_themselves_to_everybody_and_ask_nobody_else() {
        return PageCheck.LOOKS.stream().flatMap(look -> places.stream()
                .map(place -> DynamicTest.dynamicTest(
                        "%s %s %d".formatted(place, look.theme(), look.width()), () -> check.require(place, look))));
    }

    @Test
    void lead_the_keyboard_from_the_skip_link_over_the_navigation_to_the_theme() throws IOException {
        check.look(PageCheck.LOOKS.get(0));
        check.open("#/gates");

        List<String> reached = new ArrayList<>();
        for (int i = 0; i < chromium.all("#pages a").size() + 2; i++) {
            chromium.press(Keys.TAB);
            reached.add(String.valueOf(
                    chromium.ask("const at = document.activeElement; return at.id || at.getAttribute('href')")));
        }

        List<String> expected = new ArrayList<>(List.of("#view"));
        expected.addAll(check.links("#pages a"));
        expected.add("theme");
        assertThat(reached).isEqualTo(expected);
        chromium.press(Keys.ENTER);
        chromium.awaitShown();
        assertThat(chromium.ask("return document.documentElement.dataset.theme"))
                .isEqualTo("dark");
        check.open("#/gates");
        assertThat(chromium.ask("return document.documentElement.dataset.theme"))
                .as("a theme that was chosen stays")
                .isEqualTo("dark");
        chromium.ask("localStorage.clear()");
    }

    @Test
    void lead_the_keyboard_past_the_navigation() {
        check.look(PageCheck.LOOKS.get(0));
        check.open("#/gates");
        chromium.press(Keys.TAB);
        chromium.press(Keys.ENTER);

        chromium.await("return document.activeElement.id === 'view'");
        chromium.awaitShown();
        assertThat(chromium.text("main h1")).as("still the page that was open").isEqualTo("Gates");
    }

    /** Rows of the run under other names of pairs, one of which is markup. */
    @Test
    void sort_by_keyboard_and_show_markup_as_the_text_it_is() throws Exception {
        String markup = "<IMG SRC=X ONERROR=\"document.title='told'\">/USD";
        Path repeated = RepeatedRun.write(run, folder.resolve("repeated"), List.of("BTC/USD", "AAA/USD", markup), 3);
        check.look(PageCheck.LOOKS.get(0));
        try (Shown others = Shown.at(repeated)) {
            chromium.open(others.pages() + "/#/market");
            WebElement header = chromium.all("main th button").get(0);
            assertThat(header.getText()).isEqualTo("pair");
            for (int i = 0; !header.equals(chromium.focused()); i++) {
                assertThat(i).as("keys until the header is reached").isLessThan(50);
                chromium.press(Keys.TAB);
            }

            chromium.press(Keys.ENTER);
            assertThat(pairs()).containsExactly("BTC/USD", "AAA/USD", markup);
            assertThat(chromium.all("main th[aria-sort='descending']")).hasSize(1);
            chromium.press(Keys.ENTER);
            assertThat(pairs()).containsExactly(markup, "AAA/USD", "BTC/USD");
            assertThat(chromium.all("main th[aria-sort='ascending']")).hasSize(1);

            assertThat(chromium.all("main img")).isEmpty();
            assertThat(chromium.ask("return document.title")).isEqualTo("Market · CryptoSmartTrader");
            assertThat(chromium.traffic().refused()).isEmpty();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static List<String> pairs() {
        return chromium.all("main tbody tr td:first-child").stream()
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void show_a_run_s_report_which_loads_and_runs_nothing() throws IOException {
        check.look(PageCheck.LOOKS.get(0));
        check.open("#/runs");
        chromium.visit(shown.pages() + check.links("td a").get(0));

        chromium.await("return document.querySelector('h1') !== null");
        assertThat(chromium.text("h1")).contains("Backtest");
        // the test's own, which tells when a page is shown; styles and pictures are not refused
        assertThat(chromium.complaints()).isNotEmpty().allMatch(complaint -> complaint.contains("Blocked script"));
    }

    @Test
    void show_words_of_a_log_as_words() {
        check.look(PageCheck.LOOKS.get(0));
        check.open("#/logs/2026-11-22.094655-25544/pipeline.log");

        assertThat(chromium.text("main")).contains("<b>failed</b>");
        assertThat(chromium.all("main b")).isEmpty();
    }

    @Test
    void say_of_an_unknown_place_that_it_is_none() {
        check.look(PageCheck.LOOKS.get(0));
        check.open("#/nowhere");

        assertThat(chromium.text("main")).contains("No such page", "Choose one above.");
    }

    @Test
    void say_what_to_do_when_nobody_answers_any_more() throws IOException {
        check.look(PageCheck.LOOKS.get(0));
        try (Shown soon = Shown.at(run)) {
            chromium.open(soon.pages());
        }
        chromium.all("#pages a[href='#/market']").get(0).click();

        chromium.await("return document.querySelector('.problem') !== null");
        assertThat(chromium.text("main")).contains("The server does not answer. Is cst serve or cst up running?");
        assertThat(chromium.all("main .problem button")).hasSize(1);
        chromium.await("return document.getElementById('alive').textContent === 'no connection; tried again'");
    }
}

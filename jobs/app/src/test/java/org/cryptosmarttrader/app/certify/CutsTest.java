package org.cryptosmarttrader.app.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.Marketplace;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSpan;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ticks are five seconds behind each hour; the first decision is at midnight. */
@DisplayName("Cuts")
class CutsTest {

    private static final TickGrid GRID = new TickGrid(TickGrid.HOUR, 5_000);
    private static final long FROM = Instant.parse("2021-03-15T00:00:05Z").toEpochMilli();

    @TempDir
    Path folder;

    private static Cuts over(long hours, long seed) {
        return new Cuts(GRID, FROM, FROM + hours * TickGrid.HOUR, seed);
    }

    private static Cuts spread(long hours, int count, long seed) {
        Cuts cuts = over(hours, seed);
        cuts.spread(count);
        return cuts;
    }

    private static List<Long> hoursOf(Cuts cuts, String reason) {
        return cuts.chosen().entrySet().stream()
                .filter(cut -> cut.getValue().equals(reason))
                .map(cut -> (cut.getKey() - FROM) / TickGrid.HOUR)
                .toList();
    }

    @Test
    void are_three_quarters_evenly_spread_and_leave_two_days_behind_the_last() {
        Cuts cuts = spread(8 * 24, 4, 1);

        assertThat(hoursOf(cuts, "evenly spread")).containsExactly(48L, 96L, 144L);
        assertThat(hoursOf(cuts, "drawn")).hasSize(1);
        assertThat(cuts.chosen()).hasSize(4);
    }

    @Test
    void leave_a_quarter_of_a_short_span_behind_the_last() {
        assertThat(hoursOf(spread(8, 3, 1), "evenly spread")).containsExactly(2L, 4L, 6L);
    }

    @Test
    void fall_on_ticks_where_they_are_spread() {
        assertThat(spread(10, 3, 1).chosen().keySet()).allMatch(GRID::isTick);
        // 7.5 hours in thirds: 2.5, 5 and 7.5
        assertThat(hoursOf(spread(10, 3, 1), "evenly spread")).containsExactly(2L, 5L, 7L);
    }

    @Test
    void are_one_at_the_end_if_one_is_asked_for() {
        assertThat(hoursOf(spread(8, 1, 1), "evenly spread")).containsExactly(6L);
    }

    @Test
    void are_drawn_within_the_span_and_differently_by_seed() {
        Set<Long> drawn = new TreeSet<>();
        for (long seed = 1; seed <= 20; seed++) {
            spread(400, 4, seed).chosen().forEach((cut, reason) -> {
                if (reason.equals("drawn")) {
                    drawn.add(cut);
                }
            });
        }

        assertThat(drawn).hasSize(20).allMatch(cut -> cut >= FROM && cut < FROM + 352 * TickGrid.HOUR);
        assertThat(spread(400, 4, 7).chosen()).isEqualTo(spread(400, 4, 7).chosen());
    }

    @Test
    void are_the_only_tick_of_a_span_of_one() {
        assertThat(spread(0, 12, 1).chosen()).isEqualTo(Map.of(FROM, "evenly spread"));
    }

    @Test
    void stand_at_the_last_tick_before_an_event_of_each_source_that_is_no_market() throws IOException {
        Cuts cuts = over(8 * 24, 1);
        cuts.beforeEvents(bars_a_day_and_a_text());

        // the index of the 15th is known at its end, the text of 04:24 a quarter of an hour later
        assertThat(cuts.chosen())
                .isEqualTo(Map.of(
                        millis("2021-03-15T23:00:05Z"), "before an event of METRIC of fear-greed",
                        millis("2021-03-16T04:00:05Z"), "before an event of TEXT of cryptonews"));
    }

    @Test
    void stand_before_no_event_outside_the_span() throws IOException {
        // 24 hours until 2021-03-16T00:00:05, a quarter of them left behind the last cut
        Cuts cuts = over(24, 1);
        cuts.beforeEvents(bars_a_day_and_a_text());

        assertThat(cuts.chosen()).isEmpty();
    }

    @Test
    void stand_a_tick_before_an_event_that_is_known_at_a_tick() throws IOException {
        Marketplace market = new Marketplace(folder)
                .file("m.csv", "asset,metric,time,value,available_at", "BTC,x,2021-03-16,1,2021-03-16T04:00:05Z");
        imported(market, "import-chain", "metrics-csv", "--source", "desk");
        Cuts cuts = over(8 * 24, 1);
        cuts.beforeEvents(input(market));

        assertThat(cuts.chosen())
                .isEqualTo(Map.of(millis("2021-03-16T03:00:05Z"), "before an event of METRIC of desk"));
    }

    @Test
    void stand_before_any_event_of_a_source_by_the_seed() throws IOException {
        Marketplace market = new Marketplace(folder)
                .file("fear.csv", "date,fear_greed_index", "2021-03-15,1", "2021-03-16,2", "2021-03-17,3");
        imported(market, "import-chain", "fear-greed");
        Set<Long> seen = new TreeSet<>();
        for (long seed = 1; seed <= 50; seed++) {
            Cuts cuts = over(8 * 24, seed);
            cuts.beforeEvents(input(market));
            assertThat(cuts.chosen()).hasSize(1);
            seen.addAll(cuts.chosen().keySet());
        }

        assertThat(seen)
                .containsExactly(
                        millis("2021-03-15T23:00:05Z"), millis("2021-03-16T23:00:05Z"), millis("2021-03-17T23:00:05Z"));
    }

    private Input bars_a_day_and_a_text() throws IOException {
        Marketplace market = new Marketplace(folder).file("XBTUSD_60.csv", Marketplace.bars(30));
        assertThat(market.importsBars().exit()).isZero();
        market.file("fear.csv", "date,fear_greed_index", "2021-03-15,1");
        imported(market, "import-chain", "fear-greed");
        market.file(
                "cryptonews.csv",
                "date;text;title;url",
                "16-3-2021 04:24;It was a success.;Bitcoin is back;https://a/1");
        imported(market, "import-text", "cryptonews");
        return input(market);
    }

    private static void imported(Marketplace market, String command, String format, String... more) {
        List<String> words = new ArrayList<>(List.of(
                command,
                "--format",
                format,
                "--from",
                market.input().toString(),
                "--archive",
                market.archive().toString()));
        words.addAll(List.of(more));
        Answer answer = Answer.to(words.toArray(String[]::new));
        assertThat(answer.exit()).as(answer.err()).isZero();
    }

    private static Input input(Marketplace market) {
        return new Input(
                new ArchiveSpan(
                        List.of(market.archive().toString()), List.of(), List.of(), 0, Long.MAX_VALUE / 2, GRID),
                EventChange.none(),
                OptionalLong.empty());
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}

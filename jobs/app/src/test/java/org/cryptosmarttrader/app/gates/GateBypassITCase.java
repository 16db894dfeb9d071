package org.cryptosmarttrader.app.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cryptosmarttrader.app.gates.Hours.GRACE;
import static org.cryptosmarttrader.app.gates.Hours.TWELVE_WEEKS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.Marketplace;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.history.MarketFeeds;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.ArchiveFile;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.runs.RunManifest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real graph over small archives. Each would have opened the gate, were it not for what refuses it. */
@DisplayName("The 12-week gate, over an archive")
class GateBypassITCase {

    private static final int WEEK = 168;

    @TempDir
    private Path folder;

    private Path archive() {
        return folder.resolve("archive");
    }

    private Attempt run() throws Exception {
        return Attempt.over(archive(), folder.resolve("out"));
    }

    @Test
    void opens_after_2016_recorded_hours_and_not_one_hour_sooner() throws Exception {
        Hours.lay(archive(), Hours.of(0, TWELVE_WEEKS));

        Attempt honest = run();

        List<Double> hours = honest.hours();
        assertThat(honest.opened()).isTrue();
        assertThat(hours.get(hours.size() - 1)).isEqualTo(2_016);
        assertThat(hours.get(hours.size() - 2)).isEqualTo(2_015);
        assertThat(honest.refused()).isEmpty();
    }

    // ---- clock

    @Test
    void stays_shut_for_hours_that_have_not_come_yet() throws Exception {
        Hours ahead = Hours.of(WEEK, TWELVE_WEEKS - 1).knownAt(hour -> WEEK * TickGrid.HOUR + GRACE);
        Hours.lay(archive(), Hours.of(0, WEEK), ahead, Hours.of(TWELVE_WEEKS - 1, TWELVE_WEEKS));

        Attempt clock = run();

        assertThat(clock.opened()).isFalse();
        assertThat(clock.mostHours()).isEqualTo(WEEK - 1);
        assertThat(clock.refused()).isEqualTo(Map.of("CLOCK", TWELVE_WEEKS - 1 - WEEK));
    }

    @Test
    void stays_shut_when_the_clock_of_the_machine_that_records_is_set_twelve_weeks_forward() throws Exception {
        Hours.lay(archive(), Hours.of(0, WEEK), Hours.of(TWELVE_WEEKS, TWELVE_WEEKS + WEEK));

        Attempt clock = run();

        List<Double> hours = clock.hours();
        assertThat(clock.opened()).isFalse();
        assertThat(clock.mostHours()).isEqualTo(WEEK - 1);
        assertThat(hours.get(hours.size() - 1)).as("hours since the leap").isEqualTo(WEEK - 1);
    }

    // ---- duplicated data

    @Test
    void counts_a_week_once_that_was_imported_twenty_times_from_files_of_other_names_and_bytes() throws Exception {
        String[] week = LongStream.range(0, WEEK).mapToObj(Hours::line).toArray(String[]::new);
        for (int copy = 0; copy < 20; copy++) {
            Marketplace market = new Marketplace(folder.resolve("copy" + copy));
            String name = copy % 2 == 0 ? "XBTUSD_60.csv" : "BTCUSD_60.csv";
            market.file(name, String.join(copy % 4 < 2 ? "\n" : "\r\n", week));
            Answer imported = Answer.to(
                    "import",
                    "--format",
                    "kraken-ohlcvt",
                    "--from",
                    market.input().toString(),
                    "--archive",
                    archive().toString());
            assertThat(imported.exit()).as(imported.err()).isZero();
        }

        Attempt duplicated = run();

        assertThat(Archive.open(archive()).coverage()).singleElement().satisfies(held -> assertThat(held.rows())
                .isEqualTo(WEEK));
        assertThat(duplicated.mostHours()).isEqualTo(WEEK - 1);
    }

    @Test
    void stays_shut_for_a_week_that_is_sent_again_each_week_under_new_numbers() throws Exception {
        Hours[] weeks = LongStream.range(0, 13)
                .mapToObj(week -> Hours.of(0, WEEK)
                        .numbered(hour -> week * WEEK + hour)
                        .knownAt(hour -> (week * WEEK + hour + 1) * TickGrid.HOUR + GRACE))
                .toArray(Hours[]::new);
        Hours.lay(archive(), weeks);

        Attempt duplicated = run();

        assertThat(duplicated.opened()).isFalse();
        assertThat(duplicated.mostHours()).isEqualTo(WEEK - 1);
        assertThat(duplicated.refused().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(12 * WEEK);
        assertThat(duplicated.refused()).containsOnlyKeys("TOO_LATE", "TOO_OLD");
    }

    @Test
    void stays_shut_for_a_week_that_holds_every_hour_twelve_times() throws Exception {
        Hours[] copies = LongStream.range(0, 12)
                .mapToObj(copy -> Hours.of(0, WEEK).numbered(hour -> copy * WEEK + hour))
                .toArray(Hours[]::new);
        Hours.lay(archive(), copies);

        Attempt duplicated = run();

        assertThat(duplicated.mostHours()).isEqualTo(WEEK - 1);
        assertThat(duplicated.refused()).isEqualTo(Map.of("DUPLICATE", 11 * WEEK));
    }

    // ---- edited file

    /** Twelve weeks with a hole of eight hours: the count begins anew behind it. */
    private void anArchiveWithAHole() throws Exception {
        Hours.lay(archive(), Hours.of(0, 1_000), Hours.of(1_008, TWELVE_WEEKS));
    }

    /** Puts files in which the hole is filled in the place of the two days it lies on. */
    private void fillTheHole() throws Exception {
        Archive whole = Hours.lay(folder.resolve("whole"), Hours.of(0, TWELVE_WEEKS));
        for (ArchiveFile file : whole.files(held -> held.firstAvailableAt() <= Hours.START + 1_008 * TickGrid.HOUR
                && held.lastAvailableAt() > Hours.START + 1_000 * TickGrid.HOUR)) {
            Files.copy(
                    whole.root().resolve(file.path()),
                    archive().resolve(file.path()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void stays_shut_when_a_file_of_the_archive_is_edited() throws Exception {
        anArchiveWithAHole();
        assertThat(run().opened()).isFalse();
        fillTheHole();

        Answer edited = Answer.to(
                "dataset",
                "--archive",
                archive().toString(),
                "--from",
                "2021-03-01",
                "--until",
                "2021-06-01",
                "--out",
                folder.resolve("edited").toString());

        assertThat(edited.exit()).isEqualTo(1);
        assertThat(edited.err())
                .contains("archive " + archive() + ": kind=bar/date=2021-04-1")
                .contains("the file was changed, restore it from a backup or import its files into a new archive");
    }

    @Test
    void is_not_reached_by_an_edited_file_through_an_import_that_would_write_it_again() throws Exception {
        anArchiveWithAHole();
        fillTheHole();
        // an hour of the hole: its day is merged with what the archive holds of it
        Marketplace market = new Marketplace(folder.resolve("market")).file("XBTUSD_60.csv", Hours.line(1_001));

        Answer laundered = Answer.to(
                "import",
                "--format",
                "kraken-ohlcvt",
                "--from",
                market.input().toString(),
                "--archive",
                archive().toString());

        assertThat(laundered.exit()).isEqualTo(1);
        assertThat(laundered.err()).contains("the file was changed");
        assertThat(Archive.open(archive()).commits()).hasSize(1);
    }

    // ---- back-dated events

    @Test
    void stays_shut_for_twelve_weeks_that_are_delivered_in_one_night() throws Exception {
        Hours past = Hours.of(0, TWELVE_WEEKS).knownAt(hour -> TWELVE_WEEKS * TickGrid.HOUR + GRACE);
        Hours.lay(archive(), past, Hours.of(TWELVE_WEEKS, TWELVE_WEEKS + WEEK));

        Attempt backDated = run();

        assertThat(backDated.opened()).isFalse();
        assertThat(backDated.mostHours()).isEqualTo(WEEK);
        // of what nobody could act on the memory keeps 900 bars
        assertThat(backDated.refused()).isEqualTo(Map.of("TOO_OLD", TWELVE_WEEKS - 900));
    }

    @Test
    void counts_no_decision_that_lies_before_the_first_row_however_much_is_refilled_behind_it() throws Exception {
        Hours past = Hours.of(0, 800).knownAt(hour -> 800 * TickGrid.HOUR + GRACE);
        Hours.lay(archive(), past, Hours.of(800, 840));
        RunPlan plan = Attempt.plan(archive(), Map.of("horizons.horizons", "[24h]"), 2 * TWELVE_WEEKS);

        Attempt refilled = Attempt.over(plan, folder.resolve("out"));

        // the first row is that of bar 799, its label matures with bar 823
        assertThat(refilled.hours()).hasSize(41);
        assertThat(refilled.mostHours()).isEqualTo(840 - 823);
    }

    // ---- rows without provenance

    @Test
    void stays_shut_for_rows_that_name_no_payload() throws Exception {
        Hours.lay(archive(), Hours.of(0, 1_800), Hours.of(1_800, TWELVE_WEEKS).withoutProvenance());

        Attempt untraced = run();

        assertThat(untraced.opened()).isFalse();
        assertThat(untraced.mostHours()).isEqualTo(1_799);
        assertThat(untraced.refused()).isEqualTo(Map.of("NO_PROVENANCE", TWELVE_WEEKS - 1_800));
    }

    // ---- synthetic source

    @Test
    void is_not_even_asked_by_a_run_over_a_source_that_names_itself_as_made_up() throws Exception {
        Hours.lay(archive(), Hours.of(0, TWELVE_WEEKS).from("synthetic-market"));

        assertThatIllegalArgumentException()
                .isThrownBy(this::run)
                .withMessageContaining("[synthetic-market:bar:60m], which name themselves as made up");
    }

    @Test
    void stays_shut_in_a_run_that_admits_made_up_sources() throws Exception {
        Hours.lay(archive(), Hours.of(0, TWELVE_WEEKS).from("synthetic-market"));
        RunPlan admitted = Attempt.plan(archive(), Map.of("sources.testInputs", "admitted"), 2 * TWELVE_WEEKS);

        Attempt synthetic = Attempt.over(admitted, folder.resolve("out"));

        assertThat(synthetic.hours()).hasSize(TWELVE_WEEKS).containsOnly(0.0);
        assertThat(synthetic.opened()).isFalse();
    }

    @Test
    void stays_shut_for_a_made_up_source_that_came_past_the_check_at_the_start() throws Exception {
        Hours.lay(archive(), Hours.of(0, TWELVE_WEEKS).from("synthetic-market"));
        RunPlan admitted = Attempt.plan(archive(), Map.of("sources.testInputs", "admitted"), 2 * TWELVE_WEEKS);

        Attempt synthetic = Attempt.over(unadmitted(admitted), folder.resolve("out"));

        assertThat(synthetic.hours()).isEmpty();
        assertThat(synthetic.refused()).isEqualTo(Map.of("SYNTHETIC", TWELVE_WEEKS));
    }

    /** The same plan by settings that admit nothing made up, the feed named by hand. */
    private static RunPlan unadmitted(RunPlan admitted) {
        MarketFeeds.Span always =
                new MarketFeeds.Span(MarketFeed.parse("synthetic-market:bar:60m"), Long.MIN_VALUE, Long.MAX_VALUE);
        Configuration conf = Attempt.conf(Map.of()).withFeeds(new MarketFeeds(Map.of(Hours.PAIR, List.of(always))));
        RunManifest.ArchiveState state = admitted.state();
        return new RunPlan(
                GraphSettings.of(conf, List.of(), admitted.until()),
                conf,
                admitted.archive(),
                state,
                admitted.askedUntil(),
                admitted.genesis(),
                admitted.emitFrom(),
                List.of(),
                List.of());
    }
}

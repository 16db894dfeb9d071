package org.cryptosmarttrader.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cryptosmarttrader.RoundTrip;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.history.FoldReport;
import org.cryptosmarttrader.history.Refusal;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is remembered beside prices")
class FactMemoryTest {

    private static final long TICK = FactScene.HOURLY.tick(500_000);
    private static final String LONG_TEXT =
            "kraken lists new token bitcoin holds above 30 000 as volumes rise across the market today";

    private static long hoursBefore(int hours) {
        return TICK - hours * TickGrid.HOUR;
    }

    private static List<Refusal> refusals(FoldReport report) {
        return report.refused().stream().map(FoldReport.Refused::reason).toList();
    }

    @Test
    void counts_a_text_that_repeats_another_only_as_a_repetition() {
        FactScene scene = new FactScene()
                .listened("news", hoursBefore(30), TICK - 5_000)
                .text("news", "1", hoursBefore(3), 0.5, "BTC", LONG_TEXT)
                .text("news", "2", hoursBefore(2), -1, "BTC", LONG_TEXT + " again");

        TextStatistics texts = scene.facts("BTC", TICK).texts("news");

        assertThat(texts.count24()).isEqualTo(1);
        assertThat(texts.mean6h()).isEqualTo(0.5);
        assertThat(texts.duplicateShare24()).isEqualTo(0.5);
    }

    @Test
    void takes_a_text_for_new_once_what_it_repeats_lies_72_hours_back() {
        FactScene scene = new FactScene()
                .text("news", "old", hoursBefore(73), 0.5, "BTC", LONG_TEXT)
                .text("news", "new", hoursBefore(1) + 1, 1, "BTC", LONG_TEXT)
                .text("news", "edge", hoursBefore(1), 1, "BTC", LONG_TEXT);

        // the one exactly 72 hours later repeats it, the one a millisecond later repeats that one
        assertThat(scene.facts("BTC", TICK).texts("news").duplicateShare24()).isEqualTo(1);
        assertThat(new FactScene()
                        .text("news", "old", hoursBefore(73) - 1, 0.5, "BTC", LONG_TEXT)
                        .text("news", "new", hoursBefore(1), 1, "BTC", LONG_TEXT)
                        .facts("BTC", TICK)
                        .texts("news")
                        .duplicateShare24())
                .isZero();
    }

    @Test
    void tells_groups_and_subjects_apart_and_adds_all_up_for_the_market() {
        FactScene scene = new FactScene()
                .text("news", "1", hoursBefore(2), 1, "BTC ETH", "one")
                .text("x", "1", hoursBefore(2), -1, "ETH", "two")
                .text("news", "2", hoursBefore(2), 0, "", "three");

        assertThat(scene.facts("BTC", TICK).texts(TextStatistics.ALL_GROUPS).mean24h())
                .isEqualTo(1);
        assertThat(scene.facts("ETH", TICK).texts(TextStatistics.ALL_GROUPS).mean24h())
                .isZero();
        assertThat(scene.facts("ETH", TICK).texts("x").mean24h()).isEqualTo(-1);
        assertThat(scene.facts("", TICK).texts("news").mean24h()).isEqualTo(0.5);
        assertThat(scene.facts("DOGE", TICK).texts("news").mean24h()).isNaN();
    }

    @Test
    void weighs_a_score_given_later_by_when_it_was_given() {
        FactScene scene = new FactScene()
                .unscored("news", "1", hoursBefore(7), "BTC", "one")
                .text("news", "2", hoursBefore(1), 0, "BTC", "two")
                .score("news:1", hoursBefore(1), 1, "test/2");

        // both are one hour old, so that both weigh the same
        assertThat(scene.facts("BTC", TICK).texts("news").mean6h()).isEqualTo(0.5);
    }

    @Test
    void refuses_scores_of_others_of_unknown_texts_and_a_second_one() {
        FoldReport report = new FactScene()
                .unscored("news", "1", hoursBefore(0), "BTC", "one")
                .score("news:1", TICK, 1, "other/2")
                .score("news:7", TICK, 1, "test/2")
                .score("news:1", TICK, 1, "test/2")
                .score("news:1", TICK, 0.5, "test/2")
                .score("news:1", TICK, 1.5, "test/2")
                .text("news", "1", TICK, 0, "BTC", "again")
                .foldAllAt(TICK);

        assertThat(refusals(report))
                .containsExactly(
                        Refusal.OTHER_FEED, Refusal.UNKNOWN_FACT, Refusal.REVISED, Refusal.BAD_FACT, Refusal.DUPLICATE);
    }

    @Test
    void says_the_same_with_a_feed_besides_that_no_feature_asks_about() {
        FactScene some = new FactScene()
                .listened("news", hoursBefore(30), TICK - 5_000)
                .text("news", "1", hoursBefore(2), 1, "BTC", "one");
        FactMemory without = some.at(TICK);
        FactMemory with = some.listened("kraken", hoursBefore(2) - 5_000, hoursBefore(1) - 5_000)
                .at(TICK);

        for (FactMemory memory : List.of(without, with)) {
            Facts facts = memory.facts("BTC", TICK, FactScene.RULES);
            assertThat(facts.texts("news").count24()).isEqualTo(1);
            assertThat(facts.flows().sum(Flow.WHALE_USD, 1)).isNaN();
            assertThat(memory.assets()).containsExactly("BTC");
        }
        assertThat(with.inputs()).isEqualTo(without.inputs());
    }

    @Test
    void leaves_a_retracted_transfer_out_of_later_windows() {
        FactScene scene = new FactScene()
                .listened("bitcoin", hoursBefore(30), hoursBefore(3) - 5_000)
                .listened("bitcoin", hoursBefore(3) - 5_000, TICK - 5_000)
                .transfer("a", hoursBefore(5), 2e6, "unknown", "unknown")
                .transfer("b", hoursBefore(4), 3e6, "unknown", "kraken")
                .retract("a", hoursBefore(2));

        assertThat(scene.facts("BTC", hoursBefore(3)).flows().sum(Flow.WHALE_USD, 3))
                .isEqualTo(5e6);
        assertThat(scene.facts("BTC", TICK).flows().sum(Flow.WHALE_USD, 24)).isEqualTo(3e6);
        assertThat(refusals(new FactScene().retract("a", TICK).foldAllAt(TICK))).containsExactly(Refusal.UNKNOWN_FACT);
    }

    @Test
    void has_no_flows_of_an_asset_whose_chain_is_not_followed_or_was_not_for_an_hour() {
        FactScene gap = new FactScene()
                .listened("bitcoin", hoursBefore(30), hoursBefore(10) - 5_000)
                .listened("bitcoin", hoursBefore(9) - 5_000, TICK - 5_000)
                .transfer("a", hoursBefore(1), 2e6, "unknown", "unknown");

        assertThat(gap.facts("BTC", TICK).flows().sum(Flow.WHALE_COUNT, 9)).isEqualTo(1);
        assertThat(gap.facts("BTC", TICK).flows().sum(Flow.WHALE_COUNT, 10)).isNaN();
        assertThat(gap.facts("DOGE", TICK).flows().sum(Flow.WHALE_COUNT, 1)).isNaN();
    }

    @Test
    void keeps_the_first_version_of_a_metric_and_forgets_it_when_it_is_stale() {
        long dayEnd = TICK - 5_000 - 80 * TickGrid.HOUR;
        FactScene scene = new FactScene()
                .daily("BTC", "fees", dayEnd - TickGrid.DAY, dayEnd, 10)
                .daily("BTC", "fees", dayEnd, dayEnd + 12 * TickGrid.HOUR, 20)
                .daily("BTC", "fees", dayEnd, dayEnd + 13 * TickGrid.HOUR, 99);

        Facts facts = scene.facts("BTC", TICK);

        assertThat(facts.daily("fees", 1, 69 * TickGrid.HOUR)).containsExactly(10, 20);
        assertThat(facts.daily("fees", 1, 68 * TickGrid.HOUR)).containsOnly(Double.NaN);
        assertThat(facts.latest("fees", 1, 69 * TickGrid.HOUR)).isEqualTo(20);
    }

    @Test
    void is_the_same_however_its_events_come_in_blocks() {
        FactScene scene = EveryFactFeatureTest.busyWeeks();
        List<EventBlock> reversed = new ArrayList<>(scene.told());
        Collections.reverse(reversed);
        FactMemory one = new FactMemory();
        FactMemory other = new FactMemory();

        one.fold(TICK, scene.told(), (asset, at) -> 1, FactScene.RULES);
        other.fold(TICK, reversed, (asset, at) -> 1, FactScene.RULES);

        assertThat(RoundTrip.bytes(one::write)).isEqualTo(RoundTrip.bytes(other::write));
    }

    @Test
    void comes_back_from_its_bytes() {
        FactMemory memory = EveryFactFeatureTest.busyWeeks().at(TICK);

        FactMemory read = RoundTrip.of(memory::write, FactMemory::read);

        assertThat(RoundTrip.bytes(read::write)).isEqualTo(RoundTrip.bytes(memory::write));
        assertThat(read.inputs()).isEqualTo(memory.inputs()).hasSizeGreaterThan(32);
        assertThat(read.assets()).containsExactly("BTC", "ETH");
    }
}

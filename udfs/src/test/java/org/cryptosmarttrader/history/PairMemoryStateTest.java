package org.cryptosmarttrader.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.history.PairRun.bytes;
import static org.cryptosmarttrader.history.PairRun.state;
import static org.cryptosmarttrader.history.Scene.FEED;
import static org.cryptosmarttrader.history.Scene.HOURLY;
import static org.cryptosmarttrader.history.Scene.MINUTES;
import static org.cryptosmarttrader.history.Scene.PAIR;
import static org.cryptosmarttrader.history.Scene.TRADES;
import static org.cryptosmarttrader.history.Scene.known;
import static org.cryptosmarttrader.history.Scene.minute;
import static org.cryptosmarttrader.history.Scene.payload;
import static org.cryptosmarttrader.history.Scene.rules;
import static org.cryptosmarttrader.history.Scene.trade;
import static org.cryptosmarttrader.time.TickGrid.HOUR;
import static org.cryptosmarttrader.time.TickGrid.MINUTE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.CanonicalOrder;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The state of a pair's memory, byte by byte,")
class PairMemoryStateTest {

    private static EventBlock hour(long bar) {
        double price = 100 + bar % 17;
        return Scene.bar(bar * HOUR, price, price + 1, price - 1, price, 1 + bar % 5, 1 + bar % 3);
    }

    private static List<EventBlock> hours(long from, long until) {
        List<EventBlock> hours = new ArrayList<>();
        for (long bar = from; bar < until; bar++) {
            if (bar % 23 != 0) {
                hours.add(hour(bar));
            }
        }
        return hours;
    }

    /** Two days of minutes with every 7th late, some of them beyond healing, each with a payload of its own. */
    private static List<EventBlock> minutes() {
        List<EventBlock> minutes = new ArrayList<>();
        for (int i = 0; i < 48 * 60; i++) {
            EventBlock minute =
                    payload(Sha256.of(new byte[] {(byte) i, (byte) (i >> 8)}), minute(i * MINUTE, 100 + i % 31));
            minutes.add(i % 7 == 3 ? known(minute.availableAt(0) + (i % 11) * 43 * MINUTE, minute) : minute);
        }
        return minutes;
    }

    private static List<EventBlock> trades() {
        List<EventBlock> trades = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            long time = i * 43_211L;
            EventBlock trade = trade(i, time, 100 + i % 31, 1 + i % 7, i % 3 - 1);
            trades.add(i % 5 == 3 ? known(time + (i % 13) * 31 * MINUTE, trade) : trade);
        }
        return trades;
    }

    @Test
    void does_not_depend_on_the_blocks_of_minute_bars() {
        checkBlocks(rules(MINUTES), minutes(), 60);
    }

    @Test
    void does_not_depend_on_the_blocks_of_trades() {
        checkBlocks(rules(TRADES), trades(), 30);
    }

    private static void checkBlocks(MemoryRules rules, List<EventBlock> events, long lastBar) {
        PairRun oneByOne = new PairRun(rules, events);
        List<PairMemory> blocked = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) {
            blocked.add(new PairMemory(PAIR));
        }
        for (long bar = oneByOne.next(); bar <= lastBar; bar++) {
            oneByOne.to(bar);
            for (int seed = 0; seed < blocked.size(); seed++) {
                List<EventBlock> blocks = reblock(oneByOne.known(bar), new Random(31 * bar + seed));
                blocked.get(seed).fold(HOURLY.tick(bar), blocks, rules);
                assertThat(state(blocked.get(seed)))
                        .as("bar %d, seed %d", bar, seed)
                        .isEqualTo(state(oneByOne.memory()));
            }
        }
    }

    /** The same events in blocks cut at random, the blocks in random order. */
    private static List<EventBlock> reblock(List<EventBlock> events, Random random) {
        List<EventBlock> ordered = new ArrayList<>();
        CanonicalOrder.visit(events, (block, event) -> ordered.add(block));
        List<EventBlock> blocks = new ArrayList<>();
        int from = 0;
        while (from < ordered.size()) {
            int until = Math.min(ordered.size(), from + 1 + random.nextInt(20));
            blocks.add(join(ordered.subList(from, until)));
            from = until;
        }
        Collections.shuffle(blocks, random);
        return blocks;
    }

    private static EventBlock join(List<EventBlock> events) {
        EventBlock first = events.get(0);
        int width = first.kind().width();
        double[] values = new double[events.size() * width];
        byte[] hashes = new byte[events.size() * Sha256.BYTES];
        for (int i = 0; i < events.size(); i++) {
            System.arraycopy(events.get(i).values(), 0, values, i * width, width);
            System.arraycopy(events.get(i).payloadHash(0), 0, hashes, i * Sha256.BYTES, Sha256.BYTES);
        }
        return new EventBlock(
                first.kind(),
                first.source(),
                first.pair(),
                first.intervalMillis(),
                Availability.RECORDED,
                events.stream().mapToLong(event -> event.sequence(0)).toArray(),
                events.stream().mapToLong(event -> event.eventTime(0)).toArray(),
                events.stream().mapToLong(event -> event.availableAt(0)).toArray(),
                values,
                hashes);
    }

    @Test
    void survives_being_written_and_read_at_every_tick() {
        PairRun whole = new PairRun(rules(MINUTES), minutes());
        PairRun interrupted = new PairRun(rules(MINUTES), minutes());

        for (long bar = 0; bar < 60; bar++) {
            whole.to(bar);
            interrupted.to(bar);
            interrupted.memory(PairRun.read(bytes(interrupted.memory())));
            assertThat(state(interrupted.memory())).as("bar %d", bar).isEqualTo(state(whole.memory()));
            assertThat(interrupted.memory().isEmpty()).isEqualTo(whole.memory().isEmpty());
        }
    }

    @Test
    void survives_being_read_when_half_the_memory_is_used_up() {
        PairRun whole = new PairRun(rules(FEED), hours(1, 1_200));
        PairRun interrupted = new PairRun(rules(FEED), hours(1, 1_200));
        whole.to(970);
        interrupted.to(970);
        interrupted.memory(PairRun.read(bytes(interrupted.memory())));

        whole.to(1_199);
        interrupted.to(1_199);

        assertThat(state(interrupted.memory())).isEqualTo(state(whole.memory()));
    }

    @Test
    void knows_a_repetition_after_being_read_or_copied() {
        EventBlock minute = minute(0, 100);
        EventBlock trade = trade(7, MINUTE, 100, 1, 1);
        for (EventBlock event : List.of(minute, trade)) {
            MarketFeed feed = MarketFeed.of(event);
            PairRun read = new PairRun(feed, event, known(2 * HOUR, event));
            read.to(0);
            PairRun copied = new PairRun(feed, event, known(2 * HOUR, event));
            copied.to(0);

            read.memory(PairRun.read(bytes(read.memory())));
            copied.memory(copied.memory().copy());

            for (FoldReport report : List.of(read.to(1), copied.to(1))) {
                assertThat(report.refused())
                        .extracting(FoldReport.Refused::reason)
                        .containsExactly(Refusal.DUPLICATE);
            }
        }
    }

    @Test
    void is_not_shared_with_a_copy() {
        PairRun original = new PairRun(rules(MINUTES), minutes());
        PairRun copy = new PairRun(rules(MINUTES), minutes());
        original.to(20);
        copy.to(20);
        copy.memory(original.memory().copy());
        String before = state(original.memory());

        copy.to(40);
        assertThat(state(original.memory())).isEqualTo(before);

        original.to(40);
        assertThat(state(original.memory())).isEqualTo(state(copy.memory()));
    }

    @Test
    void after_a_pause_longer_than_memory_is_that_of_a_fresh_one() {
        List<EventBlock> old = hours(1, 500);
        List<EventBlock> recent = hours(1_440, 1_500);
        PairRun fresh = new PairRun(rules(FEED), recent);
        fresh.to(1_499);

        PairRun ticking = new PairRun(rules(FEED), joined(old, recent));
        ticking.to(1_499);
        assertThat(state(ticking.memory())).isEqualTo(state(fresh.memory()));

        PairRun paused = new PairRun(rules(FEED), joined(old, recent));
        paused.to(499);
        paused.jumpTo(1_440);
        paused.to(1_499);
        assertThat(state(paused.memory())).isEqualTo(state(fresh.memory()));
    }

    @Test
    void rests_on_nothing_before_the_memory_on_whichever_day_a_run_began() {
        PairRun early = new PairRun(rules(FEED), hours(1, 1_300));
        PairRun late = new PairRun(rules(FEED), hours(240, 1_300));

        // bars 240 to 1139 fill the memory at the tick of the last
        early.to(1_138);
        late.to(1_138);
        assertThat(state(late.memory())).isNotEqualTo(state(early.memory()));
        for (long bar = 1_139; bar < 1_300; bar++) {
            early.to(bar);
            late.to(bar);
            assertThat(state(late.memory())).as("bar %d", bar).isEqualTo(state(early.memory()));
        }
    }

    @Test
    void after_a_refill_is_that_without_the_outage() {
        List<EventBlock> healthy = new ArrayList<>();
        List<EventBlock> refilled = new ArrayList<>();
        long outage = 10 * HOUR;
        long recovery = outage + 7 * HOUR + 30 * MINUTE;
        for (long time = 0; time < 30 * HOUR; time += MINUTE) {
            EventBlock minute = minute(time, 100 + time / MINUTE % 37);
            boolean isLost = time >= outage && time < recovery;
            healthy.add(minute);
            refilled.add(isLost ? known(recovery + 4 * MINUTE, minute) : minute);
        }
        PairRun undisturbed = new PairRun(rules(MINUTES), healthy);
        PairRun disturbed = new PairRun(rules(MINUTES), refilled);
        undisturbed.to(16);
        disturbed.to(16);
        for (long bar = 10; bar <= 16; bar++) {
            assertThat(disturbed.isPresent(bar)).isFalse();
        }

        undisturbed.to(17);
        FoldReport report = disturbed.to(17);

        assertThat(report.healed()).isEqualTo(7);
        assertThat(report.refused()).isEmpty();
        for (long bar = 0; bar <= 17; bar++) {
            for (Column column : Column.values()) {
                assertThat(Double.doubleToRawLongBits(disturbed.value(column, bar)))
                        .as("%s of bar %d", column, bar)
                        .isEqualTo(Double.doubleToRawLongBits(undisturbed.value(column, bar)));
            }
        }
        assertThat(disturbed.memory().inputs()).isEqualTo(undisturbed.memory().inputs());

        // once nothing of the refill can be healed any more, no byte remembers it
        undisturbed.to(29);
        disturbed.to(29);
        assertThat(state(disturbed.memory())).isEqualTo(state(undisturbed.memory()));
    }

    @Test
    void keeps_raw_events_no_longer_than_they_can_be_healed() {
        PairRun run = new PairRun(MINUTES, minute(0, 100), minute(59 * MINUTE, 101));

        // bar 0 ended at 01:00; what could heal it must be known by 07:00, before the tick of bar 6 at 07:00:05
        run.to(5);
        int withEvents = bytes(run.memory()).length;
        run.to(6);

        int twoEvents = 2 * (EventKind.BAR.width() * Double.BYTES + 2 * Long.BYTES);
        assertThat(bytes(run.memory()).length).isLessThan(withEvents - twoEvents);
    }

    private static List<EventBlock> joined(List<EventBlock> first, List<EventBlock> second) {
        List<EventBlock> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}

package org.cryptosmarttrader.ingest.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.ingest.kraken.Scene.START;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedTrade;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.box.FrameFault;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One pair that trades each minute, the first time at 22:51, so that its n-th message is due n minutes after 22:50; listened to from
 * 22:50 on. Midnight is {@link Scene#START}.
 */
@DisplayName("Hours of the market that were heard whole")
class HeardHoursTest {

    private static final long MINUTE = TickGrid.MINUTE;
    private static final long HOUR = TickGrid.HOUR;
    private static final long BEGIN = START - 70 * MINUTE;

    /** A minute behind one o'clock. */
    private static final long END = START + 61 * MINUTE;

    /** Decisions fall five seconds behind an hour. */
    private static final long GRACE = 5_000;

    private static final String UNTIL_MIDNIGHT = "the hour until 2025-11-11T00:00:00Z does not count as heard: ";

    @TempDir
    Path folder;

    private final List<String> complaintsAtMidnight = new ArrayList<>();

    private static List<BoxedTrade> minutely() {
        return Scene.traded(BEGIN, 1_000, 140, MINUTE);
    }

    private static FaultPlan frames(int minutesAfterBegin, FrameFault fault) {
        return FaultPlan.none()
                .frames(Collections.nCopies(minutesAfterBegin - 1, FrameFault.NONE)
                        .toArray(FrameFault[]::new))
                .frames(fault);
    }

    /** The hours that were said to be heard, by their ends. */
    private List<Instant> heard(FaultPlan plan, List<BoxedPair> pairs) {
        BoxedVenue venue = new BoxedVenue(pairs, plan, BEGIN, 20_000);
        try (FollowedVenue followed = new FollowedVenue(venue, folder, OptionalLong.of(BEGIN), 50, 60_000)) {
            venue.advanceTo(START + 30_000);
            complaintsAtMidnight.addAll(followed.feed.complaints());
            venue.advanceTo(END);
            followed.requireAlive();
            List<Instant> ends = new ArrayList<>();
            for (EventBlock hour : followed.events(EventKind.HEALTH)) {
                long end = hour.eventTime(0) + 1;
                assertThat(hour.word(0, EventKind.FEED)).isEqualTo("kraken");
                assertThat(hour.intervalMillis()).isEqualTo(HOUR);
                assertThat(hour.availableAt(0)).isBetween(end, end + GRACE);
                requireWhole(followed, pairs, end);
                ends.add(Instant.ofEpochMilli(end));
            }
            return ends;
        }
    }

    /** What the claim promises: all that was traded in the hour is known when it is decided on. */
    private static void requireWhole(FollowedVenue followed, List<BoxedPair> pairs, long end) {
        for (BoxedPair pair : pairs) {
            long traded = pair.trades().stream()
                    .map(trade -> Math.floorDiv(trade.timeNanos(), 1_000_000))
                    .filter(at -> at >= end - HOUR && at < end)
                    .count();
            assertThat(followed.trades(pair.symbol()))
                    .as("%s until %s", pair.symbol(), Instant.ofEpochMilli(end))
                    .filteredOn(trade -> trade.eventTime(0) >= end - HOUR && trade.eventTime(0) < end)
                    .filteredOn(trade -> trade.availableAt(0) <= end + GRACE)
                    .hasSize((int) traded);
        }
    }

    private List<Instant> heard(FaultPlan plan) {
        return heard(plan, List.of(BoxedPair.always("BTC/USD", minutely())));
    }

    private static final Instant MIDNIGHT = Instant.ofEpochMilli(START);
    private static final Instant ONE = MIDNIGHT.plusSeconds(3_600);

    @Test
    void are_all_but_the_one_it_began_in() {
        assertThat(heard(FaultPlan.none())).containsExactly(MIDNIGHT, ONE);
        assertThat(complaintsAtMidnight).isEmpty();
    }

    @Test
    void may_lack_a_trade_that_was_read_again() {
        assertThat(heard(frames(40, FrameFault.MISSING))).containsExactly(MIDNIGHT, ONE);
    }

    @Test
    void may_lack_a_connection_for_a_while() {
        assertThat(heard(frames(40, FrameFault.CLOSED))).containsExactly(MIDNIGHT, ONE);
    }

    /** The trade of 23:59 is missing, which that of midnight shows: there is a second to read it again. */
    @Test
    void may_end_with_a_gap_that_is_filled_before_the_decision() {
        assertThat(heard(frames(69, FrameFault.MISSING))).containsExactly(MIDNIGHT, ONE);
    }

    @Test
    void do_not_end_with_a_gap() {
        FaultPlan plan = frames(69, FrameFault.MISSING).busy(START - 10_000, START + 20_000);

        assertThat(heard(plan)).containsExactly(ONE);
        assertThat(complaintsAtMidnight)
                .contains(UNTIL_MIDNIGHT + "kraken trades BTC/USD: ids 1068 to 1068 are missing");
    }

    @Test
    void have_no_hole_of_the_venue() {
        List<BoxedTrade> trades = minutely();
        trades.removeIf(trade -> trade.id() == 1_039);

        assertThat(heard(FaultPlan.none(), List.of(BoxedPair.always("BTC/USD", trades))))
                .containsExactly(ONE);
        assertThat(complaintsAtMidnight)
                .containsExactlyInAnyOrder(
                        "kraken trades BTC/USD: ids 1039 to 1039 are missing at the venue, too",
                        UNTIL_MIDNIGHT + "kraken trades BTC/USD: ids 1039 to 1039 are missing at the venue, too");
    }

    /** That of 23:59 was never given: neither the hour before it nor the one behind is known to be whole. */
    @Test
    void are_both_touched_by_a_hole_at_their_border() {
        List<BoxedTrade> trades = minutely();
        trades.removeIf(trade -> trade.id() == 1_068);

        assertThat(heard(FaultPlan.none(), List.of(BoxedPair.always("BTC/USD", trades))))
                .isEmpty();
    }

    @Test
    void are_none_in_which_the_venue_was_closed() {
        assertThat(heard(FaultPlan.none().maintenance(BEGIN + 40 * MINUTE, BEGIN + 41 * MINUTE)))
                .containsExactly(ONE);
        assertThat(complaintsAtMidnight).containsExactly(UNTIL_MIDNIGHT + "the venue was maintenance");
    }

    @Test
    void do_not_end_without_a_connection() {
        FaultPlan plan = frames(69, FrameFault.CLOSED).storm(START - MINUTE, START + 20_000);

        assertThat(heard(plan)).containsExactly(ONE);
        assertThat(complaintsAtMidnight)
                .contains(UNTIL_MIDNIGHT + "connection 0, of 1 pairs, was not heard at its end");
    }

    @Test
    void do_not_end_in_silence() {
        assertThat(heard(frames(69, FrameFault.DEAD))).containsExactly(ONE);
    }

    /** It could have been a trade, and the last one. */
    @Test
    void have_no_message_that_could_not_be_understood() {
        assertThat(heard(frames(40, FrameFault.GARBAGE))).containsExactly(ONE);
        assertThat(complaintsAtMidnight)
                .containsExactly(
                        UNTIL_MIDNIGHT + "a message could not be understood, or a trade lay ahead of this clock");
    }

    @Test
    void follow_every_pair_that_can_be_traded() {
        List<BoxedPair> pairs =
                List.of(BoxedPair.always("BTC/USD", minutely()), BoxedPair.always("ODD/USD", List.of()));

        assertThat(heard(FaultPlan.none().refused("ODD/USD", START + 10 * MINUTE), pairs))
                .as("it is asked for again every ten minutes")
                .containsExactly(ONE);
        assertThat(complaintsAtMidnight)
                .contains(UNTIL_MIDNIGHT + "ODD/USD was not followed at its end")
                .anyMatch(complaint -> complaint.startsWith("ODD/USD is not sent: "));
    }
}

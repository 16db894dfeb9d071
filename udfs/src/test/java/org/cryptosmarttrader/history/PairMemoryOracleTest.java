package org.cryptosmarttrader.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.history.Scene.HOURLY;
import static org.cryptosmarttrader.history.Scene.MINUTES;
import static org.cryptosmarttrader.history.Scene.known;
import static org.cryptosmarttrader.history.Scene.minute;
import static org.cryptosmarttrader.history.Scene.rules;
import static org.cryptosmarttrader.time.TickGrid.HOUR;
import static org.cryptosmarttrader.time.TickGrid.MINUTE;

import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Bitfinex BTC/USD by the minute, the week of 2018-02-05; each 200th bar is delivered late by a rule over its time. */
@DisplayName("Bars folded tick by tick, on a recorded week with late deliveries,")
class PairMemoryOracleTest {

    private static final long START = 1_517_788_800_000L; // 2018-02-05T00:00Z
    private static final int HOURS = 7 * 24;
    private static final long HEAL_LIMIT = 6 * HOUR;

    private final List<EventBlock> week = week();
    private final long first = HOURLY.barOf(START);

    @Test
    void are_those_rebuilt_from_all_that_was_known() {
        PairRun run = new PairRun(rules(MINUTES), week);
        int healed = 0;
        int refused = 0;
        for (long bar = first; bar < first + HOURS + 12; bar++) {
            FoldReport report = run.to(bar);
            healed += report.healed();
            refused += report.refused().size();
            // what a tick can change lies within the heal limit
            for (long past = Math.max(first, bar - 8); past <= bar; past++) {
                check(run, past, HOURLY.tick(bar));
            }
        }

        assertThat(healed).as("bars healed").isGreaterThan(20);
        assertThat(refused).as("events beyond the heal limit").isGreaterThan(5);
        for (long bar = first; bar < first + HOURS; bar++) {
            check(run, bar, Long.MAX_VALUE);
        }
    }

    private void check(PairRun run, long bar, long knownBy) {
        assertThat(new double[] {
                    run.value(Column.OPEN, bar),
                    run.value(Column.HIGH, bar),
                    run.value(Column.LOW, bar),
                    run.value(Column.CLOSE, bar),
                    run.value(Column.VOLUME, bar),
                    run.value(Column.ENTRY_PRICE, bar),
                    run.value(Column.FILL_PRICE, bar)
                })
                .as("bar %d as known by %d", bar - first, knownBy)
                .isEqualTo(rebuilt(bar, knownBy));
    }

    /** The bar from scratch: minutes in time order that were known by then and within the heal limit. */
    private double[] rebuilt(long bar, long knownBy) {
        double[] built = {Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0, 0};
        for (EventBlock minute : week) {
            long end = minute.eventTime(0) + 1;
            boolean counts = HOURLY.barOf(minute.eventTime(0)) == bar
                    && minute.availableAt(0) <= knownBy
                    && minute.availableAt(0) - end <= HEAL_LIMIT;
            if (counts) {
                extend(built, minute, end - MINUTE >= HOURLY.start(bar) + 5_000);
            }
        }
        return Double.isNaN(built[0])
                ? new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN}
                : built;
    }

    private static void extend(double[] built, EventBlock minute, boolean isBehindDecision) {
        boolean isFirst = Double.isNaN(built[0]);
        double open = minute.value(0, EventKind.OPEN);
        double high = minute.value(0, EventKind.HIGH);
        double low = minute.value(0, EventKind.LOW);
        built[0] = isFirst ? open : built[0];
        built[1] = isFirst || high > built[1] ? high : built[1];
        built[2] = isFirst || low < built[2] ? low : built[2];
        built[3] = minute.value(0, EventKind.CLOSE);
        built[4] += minute.value(0, EventKind.VOLUME);
        // minutes start a minute apart: the first behind the decision is also the first behind the latency
        if (isBehindDecision && built[5] == 0) {
            built[5] = open;
            built[6] = open;
        }
    }

    private static List<EventBlock> week() {
        List<EventBlock> week = new ArrayList<>();
        for (String line : Golden.lines("ohlcv/bitfinex-1m-2018/BTCUSD_1.csv.gz")) {
            String[] cells = line.split(",");
            long start = Long.parseLong(cells[0]) * 1_000;
            if (start >= START && start < START + HOURS * HOUR) {
                EventBlock minute = minute(
                        start,
                        Double.parseDouble(cells[1]),
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3]),
                        Double.parseDouble(cells[4]),
                        Double.parseDouble(cells[5]));
                week.add(known(minute.availableAt(0) + delay(start), minute));
            }
        }
        return week;
    }

    /** Nought for 199 bars of 200; else from a second to eight and a half hours, by a multiplicative hash of the minute. */
    private static long delay(long start) {
        long hash = start / MINUTE * 2_654_435_761L % 4_294_967_296L;
        return hash % 200 == 0 ? 1_000 + hash / 140 : 0;
    }
}

package org.cryptosmarttrader.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.history.Scene;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every feature depends on no recorded bar beyond its memory")
class EveryFeatureOverRecordedBarsTest {

    /** 2018-01-01; Kraken was down from the 11th to the 13th. */
    private static final long JANUARY_2018 = Scene.HOURLY.barOf(1_514_764_800_000L);

    /** 2020-07-15; a thin pair, many hours without a trade. */
    private static final long JULY_2020 = Scene.HOURLY.barOf(1_594_771_200_000L);

    private int known;
    private int missing;

    @Test
    void of_bitcoin_around_an_outage() {
        compare("BTC/USD", "XBTUSD_60.csv.gz", JANUARY_2018);

        assertThat(known).isGreaterThan(1_000);
        assertThat(missing).isGreaterThan(100);
    }

    @Test
    void of_a_thin_pair() {
        compare("STORJ/USD", "STORJUSD_60.csv.gz", JULY_2020);

        assertThat(known).isGreaterThan(500);
        assertThat(missing).isGreaterThan(100);
    }

    private void compare(String pair, String file, long from) {
        long days = TickGrid.DAY / TickGrid.HOUR;
        Tape tape = Tape.recorded(pair, "ohlcv/kraken-1h/" + file, from - MemoryRules.HISTORY_BARS, from + 40 * days);
        for (long bar = from; bar < from + 40 * days; bar += 23) {
            if (tape.has(bar)) {
                compare(tape, tape.decidedOn(bar));
            }
        }
        System.out.printf(
                "%s: %d values known and %d missing, alike with and without what lies before%n", pair, known, missing);
    }

    private void compare(Tape tape, History whole) {
        for (Feature feature : EveryFeatureTest.all()) {
            double expected = feature.value(whole);
            double actual = feature.value(tape.decidedOn(whole.bar(), feature.memoryBars()));
            assertThat(Double.doubleToRawLongBits(actual))
                    .as("%s at bar %d", feature.name(), whole.bar())
                    .isEqualTo(Double.doubleToRawLongBits(expected));
            known += Double.isNaN(actual) ? 0 : 1;
            missing += Double.isNaN(actual) ? 1 : 0;
        }
    }
}

package org.cryptosmarttrader.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;

/**
 * Generated prices of many symbols by day, in memory only: load, not data.
 *
 * @param closes by symbol and day
 */
record DailyCloses(double[][] closes) {

    static final TickGrid DAILY = new TickGrid(TickGrid.DAY, 0);
    static final MarketFeed FEED = new MarketFeed("generated", EventKind.BAR, TickGrid.DAY);

    private static final byte[] PAYLOAD = Sha256.of(new byte[0]);
    private static final double FIRST_PRICE = 100;
    /** Widest step of a day. */
    private static final double STEP = 0.04;

    static DailyCloses generate(int symbols, int days) {
        double[][] closes = new double[symbols][days];
        for (int symbol = 0; symbol < symbols; symbol++) {
            SplittableRandom random = new SplittableRandom(symbol);
            double price = FIRST_PRICE;
            for (int day = 0; day < days; day++) {
                price *= 1 + STEP * (random.nextDouble() - 0.5);
                closes[symbol][day] = price;
            }
        }
        return new DailyCloses(closes);
    }

    int symbols() {
        return closes.length;
    }

    int days() {
        return closes[0].length;
    }

    static String pair(int symbol) {
        return "S%03d/USD".formatted(symbol);
    }

    /** A day as the event a source would hand out. */
    EventBlock bar(int symbol, String pair, int day) {
        double close = closes[symbol][day];
        double none = Double.NaN;
        long end = DAILY.end(day);
        return new EventBlock(
                EventKind.BAR,
                FEED.source(),
                pair,
                TickGrid.DAY,
                Availability.ASSIGNED,
                new long[] {day},
                new long[] {end - 1},
                new long[] {end},
                new double[] {close, close, close, close, 1, none, none, none, none},
                PAYLOAD);
    }

    /** All symbols, day by day. */
    Series<EventBlock> byDay() {
        return new Series<>(days(), day -> DAILY.tick(day), day -> {
            List<EventBlock> bars = new ArrayList<>(symbols());
            for (int symbol = 0; symbol < symbols(); symbol++) {
                bars.add(bar(symbol, pair(symbol), (int) day));
            }
            return bars;
        });
    }
}

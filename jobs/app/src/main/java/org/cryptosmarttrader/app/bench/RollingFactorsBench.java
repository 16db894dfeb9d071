package org.cryptosmarttrader.app.bench;

import java.util.List;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.MarketFeeds;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.history.PairMemory;
import org.cryptosmarttrader.history.Window;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.time.Lateness;
import org.cryptosmarttrader.time.TickGrid;

/**
 * The task by which Qlib compares stores of market data: 14 factors of 800 stocks each day from 2007 to 2020, some 3,400
 * days. Here on generated closes and on one thread: mean and standard deviation over 5, 10, 20, 30 and 60 days, and the
 * close 5, 10, 20 and 30 days ago over that of the day; a window that has only begun is taken as far as it goes.
 *
 * <p>Published for one processor: 147.0 s without caches, 47.6 s with the factors cached, 7.4 s with the finished table
 * cached, which then is read and not computed (365.3 s out of MySQL). Their figures include reading from disk, these
 * include folding an event into a history for every stock and day; the machines differ. Source: Yang et al. 2020, Qlib: An
 * AI-oriented quantitative investment platform, arXiv 2009.11189; README of microsoft/qlib, "Performance of Qlib Data
 * Server".
 */
record RollingFactorsBench() implements Bench {

    private static final int SYMBOLS = 800;
    private static final int DAYS = 3_400;
    private static final int[] WINDOWS = {5, 10, 20, 30, 60};
    private static final int[] LAGS = {5, 10, 20, 30};
    private static final int FACTORS = 2 * WINDOWS.length + LAGS.length;
    private static final MemoryRules RULES = new MemoryRules(
            DailyCloses.DAILY,
            new Lateness(0, 6 * TickGrid.HOUR),
            MarketFeeds.always("*/USD", DailyCloses.FEED),
            1_000);

    @Override
    public String name() {
        return "qlib";
    }

    @Override
    public String unit() {
        return "stock days";
    }

    @Override
    public String meaning() {
        return "14 rolling factors of %d stocks over %,d generated days, Qlib's public task: events folded into histories, factors read from their windows, one thread; the loop computes each window anew from an array; Flink alone moves the events"
                .formatted(SYMBOLS, DAYS);
    }

    @Override
    public Ways over(Load load) {
        DailyCloses closes = DailyCloses.generate(scaled(SYMBOLS, load), scaled(DAYS, load));
        return new Ways(
                () -> all(closes, RollingFactorsBench::factors),
                () -> all(closes, RollingFactorsBench::naive),
                () -> BareKeyedJob.run(load, closes.byDay(), MessageType.of(EventBlock.class), EventBlock::pair));
    }

    private static int scaled(int full, Load load) {
        return Math.max(1, (int) Math.round(full * load.share()));
    }

    /** Computes the factors of one symbol: days × {@value #FACTORS}, row-major. */
    private interface Table {
        double[] of(DailyCloses closes, int symbol);
    }

    private static Ways.Done all(DailyCloses closes, Table table) {
        long sum = 0;
        for (int symbol = 0; symbol < closes.symbols(); symbol++) {
            sum += Bits.of(table.of(closes, symbol)) * (symbol + 1);
        }
        long bits = sum;
        return new Ways.Done((long) closes.symbols() * closes.days(), () -> bits);
    }

    static double[] factors(DailyCloses closes, int symbol) {
        String pair = DailyCloses.pair(symbol);
        double[] table = new double[closes.days() * FACTORS];
        PairMemory memory = new PairMemory(pair);
        for (int day = 0; day < closes.days(); day++) {
            memory.fold(DailyCloses.DAILY.tick(day), List.of(closes.bar(symbol, pair, day)), RULES);
            factors(memory.history(DailyCloses.DAILY, List.of()), table, day * FACTORS);
        }
        return table;
    }

    private static void factors(History history, double[] table, int from) {
        int at = from;
        for (int days : WINDOWS) {
            Window window = history.window(Column.CLOSE, days);
            table[at++] = window.mean();
            table[at++] = window.standardDeviation();
        }
        for (int lag : LAGS) {
            table[at++] = history.at(Column.CLOSE, lag) / history.now(Column.CLOSE);
        }
    }

    static double[] naive(DailyCloses all, int symbol) {
        double[] closes = all.closes()[symbol];
        double[] table = new double[closes.length * FACTORS];
        int at = 0;
        for (int day = 0; day < closes.length; day++) {
            for (int days : WINDOWS) {
                int from = Math.max(0, day - days + 1);
                double mean = mean(closes, from, day);
                table[at++] = mean;
                table[at++] = deviation(closes, from, day, mean);
            }
            for (int lag : LAGS) {
                table[at++] = day < lag ? Double.NaN : closes[day - lag] / closes[day];
            }
        }
        return table;
    }

    private static double mean(double[] values, int from, int last) {
        double sum = 0;
        for (int i = from; i <= last; i++) {
            sum += values[i];
        }
        return sum / (last - from + 1);
    }

    private static double deviation(double[] values, int from, int last, double mean) {
        double sum = 0;
        for (int i = from; i <= last; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return from == last ? Double.NaN : Math.sqrt(sum / (last - from));
    }
}

package org.cryptosmarttrader.app.certify;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;

/** Blocks of events made by hand; each event is known at the hours stated and numbered by them. */
final class SomeEvents {

    /** open, high, low, close, volume, quote volume, trades, bought; what was sold is unknown. */
    static final double[] BAR = {10, 12, 9, 11, 5, 55, 7, 2, Double.NaN};

    private SomeEvents() {}

    static EventBlock bars(long... hours) {
        return block(EventKind.BAR, "BTC/USD", repeated(hours.length, BAR), new String[0], hours);
    }

    static EventBlock trades(long... hours) {
        return block(EventKind.TRADE, "BTC/USD", repeated(hours.length, 10, 5, 1), new String[0], hours);
    }

    static EventBlock texts(long... hours) {
        String[] words = IntStream.range(0, hours.length)
                .boxed()
                .flatMap(event -> Arrays.stream(new String[] {"news", "id", "BTC", "scorer", "bitcoin", ""}))
                .toArray(String[]::new);
        return block(EventKind.TEXT, "", repeated(hours.length, 0.5), words, hours);
    }

    static EventBlock metrics(double value, long... hours) {
        String[] words = IntStream.range(0, hours.length)
                .boxed()
                .flatMap(event -> Arrays.stream(new String[] {"BTC", "flow"}))
                .toArray(String[]::new);
        return block(EventKind.METRIC, "", repeated(hours.length, value), words, hours);
    }

    static EventBlock health(long... hours) {
        return block(EventKind.HEALTH, "", new double[0], filled("news", hours.length), hours);
    }

    static EventBlock listings(String standing, long... hours) {
        return block(EventKind.LISTING, "BTC/USD", new double[0], filled(standing, hours.length), hours);
    }

    static long[] hours(int count) {
        return LongStream.range(0, count).toArray();
    }

    private static String[] filled(String word, int count) {
        String[] words = new String[count];
        Arrays.fill(words, word);
        return words;
    }

    private static double[] repeated(int count, double... values) {
        double[] all = new double[count * values.length];
        Arrays.setAll(all, at -> values[at % values.length]);
        return all;
    }

    private static EventBlock block(EventKind kind, String pair, double[] values, String[] words, long... hours) {
        long[] at = Arrays.stream(hours).map(SomeRows::at).toArray();
        return new EventBlock(
                kind,
                "desk",
                pair,
                kind == EventKind.BAR ? 3_600_000 : 0,
                Availability.RECORDED,
                hours.clone(),
                at,
                at.clone(),
                values,
                new byte[EventBlock.HASH_BYTES],
                words);
    }
}

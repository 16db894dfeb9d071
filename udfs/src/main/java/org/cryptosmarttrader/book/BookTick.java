package org.cryptosmarttrader.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything the book hears at one tick. The order within the lists has no meaning.
 *
 * @param tick decision instant, epoch milliseconds UTC
 * @param bar grid index of the bar decided on
 * @param quotes at most one of a pair
 * @param signals at most one of a pair and horizon
 * @param notices that became known since the tick before
 */
public record BookTick(long tick, long bar, List<PairQuote> quotes, List<Signal> signals, List<Notice> notices) {

    public BookTick {
        quotes = List.copyOf(quotes);
        signals = List.copyOf(signals);
        notices = List.copyOf(notices);
    }

    /** A tick of the market alone. */
    public BookTick(long tick, long bar, List<PairQuote> quotes, List<Signal> signals) {
        this(tick, bar, quotes, signals, List.of());
    }

    /** The same with more of the same tick. */
    public BookTick and(BookTick more) {
        return new BookTick(
                tick, bar, joined(quotes, more.quotes), joined(signals, more.signals), joined(notices, more.notices));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    public void write(DataOutput out) throws IOException {
        out.writeLong(tick);
        out.writeLong(bar);
        out.writeInt(quotes.size());
        for (PairQuote quote : quotes) {
            quote.write(out);
        }
        out.writeInt(signals.size());
        for (Signal signal : signals) {
            signal.write(out);
        }
        out.writeInt(notices.size());
        for (Notice notice : notices) {
            notice.write(out);
        }
    }

    public static BookTick read(DataInput in) throws IOException {
        long tick = in.readLong();
        long bar = in.readLong();
        List<PairQuote> quotes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            quotes.add(PairQuote.read(in));
        }
        List<Signal> signals = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            signals.add(Signal.read(in));
        }
        List<Notice> notices = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            notices.add(Notice.read(in));
        }
        return new BookTick(tick, bar, quotes, signals, notices);
    }
}

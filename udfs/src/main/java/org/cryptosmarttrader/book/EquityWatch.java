package org.cryptosmarttrader.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import org.cryptosmarttrader.time.UtcDays;

/** Equity at the last tick, its peak, and where the UTC day began. Mutable; part of the state of the book. */
final class EquityWatch {

    private BigDecimal equity;
    private BigDecimal peak;
    private BigDecimal dayStart;
    private long day = Long.MIN_VALUE;

    /** @param deposit counts as the first peak */
    EquityWatch(BigDecimal deposit) {
        this.equity = deposit;
        this.peak = deposit;
        this.dayStart = deposit;
    }

    /** @return whether the tick is the first of its UTC day */
    boolean mark(BigDecimal marked, long tick) {
        equity = marked;
        peak = peak.max(marked);
        boolean isFirst = UtcDays.dayOf(tick) != day;
        if (isFirst) {
            day = UtcDays.dayOf(tick);
            dayStart = marked;
        }
        return isFirst;
    }

    /** Measures drawdowns from the equity of now on. */
    void restartPeak() {
        peak = equity;
    }

    BigDecimal equity() {
        return equity;
    }

    BigDecimal peak() {
        return peak;
    }

    BigDecimal dayStart() {
        return dayStart;
    }

    void write(DataOutput out) throws IOException {
        Decimals.write(out, equity);
        Decimals.write(out, peak);
        Decimals.write(out, dayStart);
        out.writeLong(day);
    }

    static EquityWatch read(DataInput in) throws IOException {
        EquityWatch watch = new EquityWatch(Decimals.read(in));
        watch.peak = Decimals.read(in);
        watch.dayStart = Decimals.read(in);
        watch.day = in.readLong();
        return watch;
    }
}

package org.cryptosmarttrader.judgement;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import org.cryptosmarttrader.time.TickGrid;

/**
 * How wrong a member of the ensemble was in the forecasts that matured in the last 720 hours. Mutable; part of the state of
 * one horizon.
 */
final class MemberRecord {

    private static final long HOURS = 720;

    /** Fewer forecasts say nothing of a member. */
    private static final int FEWEST = 200;

    /** Squared errors of the forecasts that matured in one hour. */
    private record Hour(long hour, int forecasts, double squaredErrors) {}

    private final ArrayDeque<Hour> hours;

    MemberRecord() {
        this(new ArrayDeque<>());
    }

    private MemberRecord(ArrayDeque<Hour> hours) {
        this.hours = hours;
    }

    MemberRecord copy() {
        return new MemberRecord(new ArrayDeque<>(hours));
    }

    /** @param tick at which the forecasts matured, never before an earlier one */
    void add(long tick, int forecasts, double squaredErrors) {
        long hour = tick / TickGrid.HOUR;
        Hour last = hours.peekLast();
        if (last != null && last.hour() == hour) {
            hours.removeLast();
            hours.addLast(new Hour(hour, last.forecasts() + forecasts, last.squaredErrors() + squaredErrors));
        } else {
            hours.addLast(new Hour(hour, forecasts, squaredErrors));
        }
    }

    /**
     * Mean squared error of P(up) over the window that ends at a tick; what lies before it is forgotten.
     *
     * @return NaN if fewer than {@value #FEWEST} forecasts matured in it
     */
    double brier(long tick) {
        while (!hours.isEmpty() && hours.peekFirst().hour() <= tick / TickGrid.HOUR - HOURS) {
            hours.removeFirst();
        }
        long forecasts = 0;
        double squaredErrors = 0;
        for (Hour hour : hours) {
            forecasts += hour.forecasts();
            squaredErrors += hour.squaredErrors();
        }
        return forecasts < FEWEST ? Double.NaN : squaredErrors / forecasts;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(hours.size());
        for (Hour hour : hours) {
            out.writeLong(hour.hour());
            out.writeInt(hour.forecasts());
            out.writeDouble(hour.squaredErrors());
        }
    }

    static MemberRecord read(DataInput in) throws IOException {
        MemberRecord read = new MemberRecord();
        for (int left = in.readInt(); left > 0; left--) {
            read.hours.addLast(new Hour(in.readLong(), in.readInt(), in.readDouble()));
        }
        return read;
    }
}

package org.cryptosmarttrader.uncertainty;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Notices when a daily value has risen for good: the sum of its standardised excess over half a deviation, never below 0,
 * passes five deviations. What is normal is learnt from the days before, and anew after each alarm. Of values that never
 * change it cries wolf once in some 900 days.
 *
 * <p>Source: Page, Continuous Inspection Schemes, Biometrika 41 (1954), with the usual k = 0.5 and h = 5 (Montgomery,
 * Statistical Quality Control). Mutable, not thread-safe; part of the state of one key.
 */
public final class ChangeDetector {

    /** Days a normal level is learnt from before anything can be unusual. */
    public static final int FEWEST_DAYS = 28;

    private static final double SLACK = 0.5;
    private static final double LIMIT = 5;

    private long days;
    private double mean;
    private double squares;
    private double sum;
    private long alarmOn = Long.MIN_VALUE;

    public ChangeDetector copy() {
        ChangeDetector copy = new ChangeDetector();
        copy.days = days;
        copy.mean = mean;
        copy.squares = squares;
        copy.sum = sum;
        copy.alarmOn = alarmOn;
        return copy;
    }

    /**
     * Takes the value of the next day.
     *
     * @param day UTC day
     * @param value e.g. a mean loss; a missing one (NaN) is left out
     */
    public void add(long day, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (days >= FEWEST_DAYS && squares > 0) {
            double deviation = Math.sqrt(squares / (days - 1));
            sum = Math.max(0, sum + (value - mean) / deviation - SLACK);
            if (sum > LIMIT) {
                alarmOn = day;
                days = 0;
                mean = 0;
                squares = 0;
                sum = 0;
            }
        }
        days++;
        double before = value - mean;
        mean += before / days;
        squares += before * (value - mean);
    }

    /** Standardised excess summed up so far, in deviations; NaN while the normal level is being learnt. */
    public double sum() {
        return days < FEWEST_DAYS ? Double.NaN : sum;
    }

    /** Whether a change was noticed within the {@value #FEWEST_DAYS} days up to a day. */
    public boolean alarmAt(long day) {
        return alarmOn > day - FEWEST_DAYS && alarmOn <= day;
    }

    public void write(DataOutput out) throws IOException {
        out.writeLong(days);
        out.writeDouble(mean);
        out.writeDouble(squares);
        out.writeDouble(sum);
        out.writeLong(alarmOn);
    }

    public static ChangeDetector read(DataInput in) throws IOException {
        ChangeDetector read = new ChangeDetector();
        read.days = in.readLong();
        read.mean = in.readDouble();
        read.squares = in.readDouble();
        read.sum = in.readDouble();
        read.alarmOn = in.readLong();
        return read;
    }
}

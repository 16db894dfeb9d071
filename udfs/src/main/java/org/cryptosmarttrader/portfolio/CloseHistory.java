package org.cryptosmarttrader.portfolio;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The closes of the last bars by asset, as they were known at their ticks; a gap stays a gap. Enough for {@value #RETURNS}
 * returns.
 *
 * <p>Mutable, not thread-safe; part of the state of one key.
 */
public final class CloseHistory {

    /** Returns that are remembered of an asset. */
    public static final int RETURNS = 720;

    private static final int BARS = RETURNS + 1;

    /** Of each asset a ring by bar, NaN where no bar came. */
    private final TreeMap<String, double[]> closes = new TreeMap<>();

    private long newest = Long.MIN_VALUE;

    /**
     * Goes on to a bar; what is too old for it is forgotten.
     *
     * @param bar grid index
     * @throws IllegalArgumentException if it is not behind the newest
     */
    public void advanceTo(long bar) {
        if (bar <= newest) {
            throw new IllegalArgumentException(
                    "closes: bar %d behind bar %d; bars must come in order".formatted(bar, newest));
        }
        long gone = newest == Long.MIN_VALUE ? BARS : Math.min(bar - newest, BARS);
        for (double[] ring : closes.values()) {
            for (long step = 0; step < gone; step++) {
                ring[slot(bar - step)] = Double.NaN;
            }
        }
        closes.values().removeIf(ring -> Arrays.stream(ring).allMatch(Double::isNaN));
        newest = bar;
    }

    /** The close of an asset in the newest bar. */
    public void put(String asset, double close) {
        closes.computeIfAbsent(asset, absent -> empty())[slot(newest)] = close;
    }

    private static double[] empty() {
        double[] ring = new double[BARS];
        Arrays.fill(ring, Double.NaN);
        return ring;
    }

    private static int slot(long bar) {
        return (int) Math.floorMod(bar, (long) BARS);
    }

    /** The close of an asset some bars ago, NaN if no bar came then. */
    public double close(String asset, int ago) {
        double[] ring = closes.get(asset);
        return ring == null || ago < 0 || ago >= BARS ? Double.NaN : ring[slot(newest - ago)];
    }

    /** Simple return of an asset over its last bars, NaN if the bar at either end did not come. */
    public double change(String asset, int bars) {
        return close(asset, 0) / close(asset, bars) - 1;
    }

    /**
     * Simple returns from bar to bar, NaN where one of the two did not come.
     *
     * @return the last {@value #RETURNS}, oldest first
     */
    public double[] returns(String asset) {
        double[] returns = new double[RETURNS];
        for (int ago = 0; ago < RETURNS; ago++) {
            returns[RETURNS - 1 - ago] = close(asset, ago) / close(asset, ago + 1) - 1;
        }
        return returns;
    }

    public void write(DataOutput out) throws IOException {
        out.writeLong(newest);
        out.writeInt(closes.size());
        for (Map.Entry<String, double[]> entry : closes.entrySet()) {
            out.writeUTF(entry.getKey());
            for (double close : entry.getValue()) {
                out.writeDouble(close);
            }
        }
    }

    public static CloseHistory read(DataInput in) throws IOException {
        CloseHistory history = new CloseHistory();
        history.newest = in.readLong();
        for (int left = in.readInt(); left > 0; left--) {
            String asset = in.readUTF();
            double[] ring = new double[BARS];
            for (int slot = 0; slot < BARS; slot++) {
                ring[slot] = in.readDouble();
            }
            history.closes.put(asset, ring);
        }
        return history;
    }
}

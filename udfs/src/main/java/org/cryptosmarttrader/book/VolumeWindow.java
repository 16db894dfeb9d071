package org.cryptosmarttrader.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.time.TickGrid;

/**
 * What an account traded in the last 30 days, for its fee tier. Decimals add and subtract without rounding, so the running
 * sum is the sum. Mutable; part of the state of the book.
 */
final class VolumeWindow {

    private final TreeMap<Long, BigDecimal> ofTick;
    private BigDecimal total;

    VolumeWindow() {
        this(new TreeMap<>(), BigDecimal.ZERO);
    }

    private VolumeWindow(TreeMap<Long, BigDecimal> ofTick, BigDecimal total) {
        this.ofTick = ofTick;
        this.total = total;
    }

    void add(long tick, BigDecimal notional) {
        ofTick.merge(tick, notional, BigDecimal::add);
        total = total.add(notional);
    }

    /** Forgets what lies 30 days or more before a tick. */
    void advanceTo(long tick) {
        long oldest = tick - FeeSchedule.VOLUME_DAYS * TickGrid.DAY;
        while (!ofTick.isEmpty() && ofTick.firstKey() <= oldest) {
            total = total.subtract(ofTick.pollFirstEntry().getValue());
        }
    }

    BigDecimal total() {
        return total;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(ofTick.size());
        for (Map.Entry<Long, BigDecimal> entry : ofTick.entrySet()) {
            out.writeLong(entry.getKey());
            Decimals.write(out, entry.getValue());
        }
    }

    static VolumeWindow read(DataInput in) throws IOException {
        VolumeWindow window = new VolumeWindow();
        for (int left = in.readInt(); left > 0; left--) {
            window.add(in.readLong(), Decimals.read(in));
        }
        return window;
    }
}

package org.cryptosmarttrader.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cryptosmarttrader.domain.Numbers;
import org.cryptosmarttrader.provenance.Sha256;

/** A digest for each bar in memory and for the rest of the oldest one's day. Mutable; part of the state of one key. */
final class BarDigests {

    /** More than the memory and a day of the shortest bars, 288; a power of two. */
    private static final int SLOTS = 2_048;

    private final byte[][] slots;
    private long first;
    /** Behind the newest. */
    private long end;

    BarDigests() {
        this(new byte[SLOTS][], 0, 0);
    }

    private BarDigests(byte[][] slots, long first, long end) {
        this.slots = slots;
        this.first = first;
        this.end = end;
    }

    BarDigests copy() {
        return new BarDigests(slots.clone(), first, end);
    }

    /** Sets the digest of a bar; what lies too far before it to be in memory with it is forgotten. */
    void put(long bar, byte[] digest) {
        forgetBefore(bar - SLOTS + 1);
        if (first == end) {
            first = bar;
            end = bar;
        }
        first = Math.min(first, bar);
        end = Math.max(end, bar + 1);
        slots[slot(bar)] = digest;
    }

    private static int slot(long bar) {
        return (int) (bar & SLOTS - 1);
    }

    void forgetBefore(long bar) {
        while (first < end && first < bar) {
            slots[slot(first++)] = null;
        }
    }

    /** The digests of the bars {@code [from, until)} that have one. */
    List<byte[]> between(long from, long until) {
        List<byte[]> found = new ArrayList<>();
        for (long bar = Math.max(from, first); bar < Math.min(until, end); bar++) {
            if (slots[slot(bar)] != null) {
                found.add(slots[slot(bar)]);
            }
        }
        return found;
    }

    /** In two pieces: some 900 digests one by one took as long as all bars. */
    void write(DataOutput out) throws IOException {
        long[] bars = new long[(int) (end - first)];
        ByteBuffer all = ByteBuffer.allocate(bars.length * Sha256.BYTES);
        int count = 0;
        for (long bar = first; bar < end; bar++) {
            if (slots[slot(bar)] != null) {
                bars[count++] = bar;
                all.put(slots[slot(bar)]);
            }
        }
        Numbers.write(out, Arrays.copyOf(bars, count));
        out.write(all.array(), 0, count * Sha256.BYTES);
    }

    static BarDigests read(DataInput in) throws IOException {
        long[] bars = Numbers.readLongs(in);
        byte[] all = new byte[bars.length * Sha256.BYTES];
        in.readFully(all);
        BarDigests read = new BarDigests();
        for (int i = 0; i < bars.length; i++) {
            read.put(bars[i], Arrays.copyOfRange(all, i * Sha256.BYTES, (i + 1) * Sha256.BYTES));
        }
        return read;
    }
}

package org.cryptosmarttrader.uncertainty;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.cryptosmarttrader.domain.Numbers;

/** How many values fell into each bin of a fixed grid. Most bins of a single day are empty, and are not written. */
final class BinCounts {

    private final int[] counts;
    private long total;

    BinCounts(int bins) {
        this(new int[bins], 0);
    }

    private BinCounts(int[] counts, long total) {
        this.counts = counts;
        this.total = total;
    }

    BinCounts copy() {
        return new BinCounts(counts.clone(), total);
    }

    void add(int bin, int count) {
        counts[bin] = Math.addExact(counts[bin], count);
        total += count;
    }

    void addAll(BinCounts other) {
        if (other.total == 0) {
            return;
        }
        for (int bin = 0; bin < counts.length; bin++) {
            add(bin, other.counts[bin]);
        }
    }

    int count(int bin) {
        return counts[bin];
    }

    long total() {
        return total;
    }

    /** Writes the bins in use, each as its number and its count in one long. */
    void write(DataOutput out) throws IOException {
        long[] used = new long[counts.length];
        int size = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            if (counts[bin] > 0) {
                used[size++] = (long) bin << Integer.SIZE | counts[bin];
            }
        }
        Numbers.write(out, Arrays.copyOf(used, size));
    }

    /** @throws IOException if it is none of so many bins */
    static BinCounts read(DataInput in, int bins) throws IOException {
        BinCounts read = new BinCounts(bins);
        int size = in.readInt();
        if (size < 0 || size > bins) {
            throw new IOException("a histogram of %d bins says that %d of them are in use".formatted(bins, size));
        }
        for (int i = 0; i < size; i++) {
            long used = in.readLong();
            int bin = (int) (used >> Integer.SIZE);
            if (bin < 0 || bin >= bins || (int) used <= 0 || read.counts[bin] > 0) {
                throw new IOException("a histogram of %d bins says %d of bin %d".formatted(bins, (int) used, bin));
            }
            read.add(bin, (int) used);
        }
        return read;
    }
}

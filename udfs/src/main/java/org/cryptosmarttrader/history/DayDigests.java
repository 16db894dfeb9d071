package org.cryptosmarttrader.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Numbers;
import org.cryptosmarttrader.provenance.HashSets;
import org.cryptosmarttrader.provenance.MerkleTree;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.time.UtcDays;

/**
 * What a row's values rest on, as hashes: the payloads of the current UTC day one by one, each earlier day within memory
 * as one digest. Some sixty hashes instead of 900 bars. Mutable; part of the state of one key.
 *
 * <p>The digest of a day covers all its bars, also those of its oldest day that have left the memory; so the digest of
 * each bar is kept as long as its day's.
 */
final class DayDigests {

    private final TreeMap<Long, byte[]> payloadsOfBar;
    private final BarDigests digestOfBar;
    private final TreeMap<Long, byte[]> digestOfDay;

    // follow from the above; null if they must be taken anew. The payloads put last are among those of a bar of today
    private byte[] lastPayloads;
    private byte[] lastDigest;
    private byte[] inputs;

    DayDigests() {
        this(new TreeMap<>(), new BarDigests(), new TreeMap<>());
    }

    private DayDigests(TreeMap<Long, byte[]> payloadsOfBar, BarDigests digestOfBar, TreeMap<Long, byte[]> digestOfDay) {
        this.payloadsOfBar = payloadsOfBar;
        this.digestOfBar = digestOfBar;
        this.digestOfDay = digestOfDay;
    }

    DayDigests copy() {
        return new DayDigests(new TreeMap<>(payloadsOfBar), digestOfBar.copy(), new TreeMap<>(digestOfDay));
    }

    /** Notes the payloads of a bar just computed; they replace what an earlier computation of it rested on. */
    void put(long bar, byte[] payloads) {
        byte[] replaced = payloadsOfBar.put(bar, payloads);
        if (!Arrays.equals(payloads, lastPayloads)) {
            lastPayloads = payloads;
            lastDigest = MerkleTree.rootOfSet(payloads);
            inputs = null;
        } else if (replaced != null && !Arrays.equals(payloads, replaced)) {
            inputs = null;
        }
        // bars out of one file have one digest, and the second of them adds nothing to the inputs
        digestOfBar.put(bar, lastDigest);
    }

    /**
     * Closes days before the one of {@code tick} and forgets those that the memory no longer touches.
     *
     * @param oldest bar in memory
     */
    void advanceTo(long tick, long oldest, TickGrid grid) {
        long today = UtcDays.dayOf(tick);
        while (!payloadsOfBar.isEmpty() && dayOf(payloadsOfBar.firstKey(), grid) < today) {
            close(dayOf(payloadsOfBar.firstKey(), grid), grid);
        }
        long oldestDay = dayOf(oldest, grid);
        digestOfBar.forgetBefore(firstBar(oldestDay, grid));
        while (!digestOfDay.isEmpty() && digestOfDay.firstKey() < oldestDay) {
            digestOfDay.pollFirstEntry();
            inputs = null;
        }
    }

    private void close(long day, TickGrid grid) {
        long end = firstBar(day + 1, grid);
        List<byte[]> digests = digestOfBar.between(firstBar(day, grid), end);
        digestOfDay.put(day, MerkleTree.rootOfSet(HashSets.union(digests)));
        inputs = null;
        lastPayloads = null;
        payloadsOfBar.headMap(end).clear();
    }

    /** The set of hashes a row of the current day rests on: n × 32 bytes, sorted, distinct, not to be changed. */
    byte[] inputs() {
        if (inputs == null) {
            List<byte[]> parts = new ArrayList<>(payloadsOfBar.values());
            parts.addAll(digestOfDay.values());
            inputs = HashSets.union(parts);
        }
        return inputs;
    }

    private static long dayOf(long bar, TickGrid grid) {
        return UtcDays.dayOf(grid.start(bar));
    }

    private static long firstBar(long day, TickGrid grid) {
        return grid.barOf(UtcDays.start(day));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(payloadsOfBar.size());
        for (Map.Entry<Long, byte[]> entry : payloadsOfBar.entrySet()) {
            out.writeLong(entry.getKey());
            Numbers.write(out, entry.getValue());
        }
        digestOfBar.write(out);
        out.writeInt(digestOfDay.size());
        for (Map.Entry<Long, byte[]> entry : digestOfDay.entrySet()) {
            out.writeLong(entry.getKey());
            out.write(entry.getValue());
        }
    }

    static DayDigests read(DataInput in) throws IOException {
        TreeMap<Long, byte[]> payloadsOfBar = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            long bar = in.readLong();
            payloadsOfBar.put(bar, Numbers.readBytes(in));
        }
        BarDigests digestOfBar = BarDigests.read(in);
        TreeMap<Long, byte[]> digestOfDay = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            long day = in.readLong();
            byte[] digest = new byte[Sha256.BYTES];
            in.readFully(digest);
            digestOfDay.put(day, digest);
        }
        return new DayDigests(payloadsOfBar, digestOfBar, digestOfDay);
    }
}

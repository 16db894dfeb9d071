package org.cryptosmarttrader.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
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
 * each bar is kept as long as its day's. Source: definitions K.3.
 */
final class DayDigests {

    private final TreeMap<Long, byte[]> payloadsOfBar;
    private final TreeMap<Long, byte[]> digestOfBar;
    private final TreeMap<Long, byte[]> digestOfDay;

    // follow from the above: what the payloads put last hash to, and all digests of days as one set
    private byte[] lastPayloads = new byte[0];
    private byte[] lastDigest;
    private byte[] earlierDays;

    DayDigests() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    private DayDigests(
            TreeMap<Long, byte[]> payloadsOfBar, TreeMap<Long, byte[]> digestOfBar, TreeMap<Long, byte[]> digestOfDay) {
        this.payloadsOfBar = payloadsOfBar;
        this.digestOfBar = digestOfBar;
        this.digestOfDay = digestOfDay;
    }

    DayDigests copy() {
        return new DayDigests(new TreeMap<>(payloadsOfBar), new TreeMap<>(digestOfBar), new TreeMap<>(digestOfDay));
    }

    /** Notes the payloads of a bar just computed; they replace what an earlier computation of it rested on. */
    void put(long bar, byte[] payloads) {
        payloadsOfBar.put(bar, payloads);
        digestOfBar.put(bar, digest(payloads));
    }

    /** Bars out of one file have one digest. */
    private byte[] digest(byte[] payloads) {
        if (lastDigest == null || !Arrays.equals(payloads, lastPayloads)) {
            lastPayloads = payloads;
            lastDigest = MerkleTree.rootOfSet(payloads);
        }
        return lastDigest;
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
        forgetBefore(firstBar(oldestDay, grid), digestOfBar);
        if (forgetBefore(oldestDay, digestOfDay)) {
            earlierDays = null;
        }
    }

    /** Whether anything was forgotten. */
    private static boolean forgetBefore(long first, TreeMap<Long, byte[]> digests) {
        boolean forgot = false;
        while (!digests.isEmpty() && digests.firstKey() < first) {
            digests.pollFirstEntry();
            forgot = true;
        }
        return forgot;
    }

    private void close(long day, TickGrid grid) {
        long end = firstBar(day + 1, grid);
        List<byte[]> digests =
                new ArrayList<>(digestOfBar.subMap(firstBar(day, grid), end).values());
        digestOfDay.put(day, MerkleTree.rootOfSet(HashSets.union(digests)));
        earlierDays = null;
        payloadsOfBar.headMap(end).clear();
    }

    /** The set of hashes a row of the current day rests on: n × 32 bytes, sorted, distinct. */
    byte[] inputs() {
        if (earlierDays == null) {
            earlierDays = HashSets.union(List.copyOf(digestOfDay.values()));
        }
        List<byte[]> parts = new ArrayList<>(payloadsOfBar.values());
        parts.add(earlierDays);
        return HashSets.union(parts);
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
        writeDigests(out, digestOfBar);
        writeDigests(out, digestOfDay);
    }

    static DayDigests read(DataInput in) throws IOException {
        TreeMap<Long, byte[]> payloadsOfBar = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            long bar = in.readLong();
            payloadsOfBar.put(bar, Numbers.readBytes(in));
        }
        return new DayDigests(payloadsOfBar, readDigests(in), readDigests(in));
    }

    /** In two pieces: some 900 digests one by one took as long as all bars. */
    private static void writeDigests(DataOutput out, TreeMap<Long, byte[]> digests) throws IOException {
        Numbers.write(out, digests.keySet().stream().mapToLong(Long::longValue).toArray());
        ByteBuffer all = ByteBuffer.allocate(digests.size() * Sha256.BYTES);
        digests.values().forEach(all::put);
        out.write(all.array());
    }

    private static TreeMap<Long, byte[]> readDigests(DataInput in) throws IOException {
        long[] keys = Numbers.readLongs(in);
        byte[] all = new byte[keys.length * Sha256.BYTES];
        in.readFully(all);
        TreeMap<Long, byte[]> digests = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            digests.put(keys[i], Arrays.copyOfRange(all, i * Sha256.BYTES, (i + 1) * Sha256.BYTES));
        }
        return digests;
    }
}

package org.cryptosmarttrader.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Numbers;
import org.cryptosmarttrader.provenance.HashSets;
import org.cryptosmarttrader.provenance.MerkleTree;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.time.UtcDays;

/**
 * What a row's values rest on, as hashes: the payloads of the current UTC day one by one, each earlier day within memory
 * as one digest. Some sixty hashes instead of 900 bars. Mutable; part of the state of one key.
 *
 * <p>Source: definitions K.3.
 */
final class DayDigests {

    private final TreeMap<Long, byte[]> payloadsOfBar;
    private final TreeMap<Long, byte[]> digestOfDay;

    DayDigests() {
        this(new TreeMap<>(), new TreeMap<>());
    }

    private DayDigests(TreeMap<Long, byte[]> payloadsOfBar, TreeMap<Long, byte[]> digestOfDay) {
        this.payloadsOfBar = payloadsOfBar;
        this.digestOfDay = digestOfDay;
    }

    DayDigests copy() {
        return new DayDigests(new TreeMap<>(payloadsOfBar), new TreeMap<>(digestOfDay));
    }

    /** Notes the payloads of a bar just computed; they replace what an earlier computation of it rested on. */
    void put(long bar, byte[] payloads) {
        payloadsOfBar.put(bar, payloads);
    }

    /** Closes days before the one of {@code tick} and forgets what is out of memory. */
    void advanceTo(long tick, TickGrid grid, BarCells cells) {
        long today = UtcDays.dayOf(tick);
        while (!payloadsOfBar.isEmpty() && dayOf(payloadsOfBar.firstKey(), grid) < today) {
            long day = dayOf(payloadsOfBar.firstKey(), grid);
            close(day, grid, cells);
            payloadsOfBar.headMap(grid.barOf(UtcDays.start(day + 1))).clear();
        }
        digestOfDay.headMap(dayOf(cells.newest() - cells.length() + 1, grid)).clear();
    }

    private void close(long day, TickGrid grid, BarCells cells) {
        List<byte[]> digests = new ArrayList<>();
        long end = grid.barOf(UtcDays.start(day + 1));
        for (long bar = grid.barOf(UtcDays.start(day)); bar < end; bar++) {
            if (cells.isPresent(bar)) {
                digests.add(cells.digest(bar));
            }
        }
        digestOfDay.put(day, MerkleTree.rootOfSet(HashSets.union(digests)));
    }

    /** The set of hashes a row of the current day rests on: n × 32 bytes, sorted, distinct. */
    byte[] inputs() {
        List<byte[]> parts = new ArrayList<>(payloadsOfBar.values());
        parts.addAll(digestOfDay.values());
        return HashSets.union(parts);
    }

    private static long dayOf(long bar, TickGrid grid) {
        return UtcDays.dayOf(grid.start(bar));
    }

    void write(DataOutput out) throws IOException {
        write(out, payloadsOfBar);
        write(out, digestOfDay);
    }

    static DayDigests read(DataInput in) throws IOException {
        return new DayDigests(readMap(in), readMap(in));
    }

    private static void write(DataOutput out, TreeMap<Long, byte[]> map) throws IOException {
        out.writeInt(map.size());
        for (Map.Entry<Long, byte[]> entry : map.entrySet()) {
            out.writeLong(entry.getKey());
            Numbers.write(out, entry.getValue());
        }
    }

    private static TreeMap<Long, byte[]> readMap(DataInput in) throws IOException {
        TreeMap<Long, byte[]> map = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            long key = in.readLong();
            map.put(key, Numbers.readBytes(in));
        }
        return map;
    }
}

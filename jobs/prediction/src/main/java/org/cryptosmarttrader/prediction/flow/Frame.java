package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Numbers;

/**
 * All pairs of one tick, with the features of the whole catalogue.
 *
 * @param rows by pair, ascending; their features are complete, their inputs stand in the groups
 * @param groups the universe of each quote currency
 */
public record Frame(long tick, List<PairRow> rows, SortedMap<String, Group> groups) {

    /**
     * The pairs of one quote currency at one tick.
     *
     * @param members of the universe: pairs with a bar, stable and metal-backed bases left out
     * @param rawRoot Merkle root over everything the rows of the group rest on, 32 bytes
     */
    public record Group(int members, byte[] rawRoot) {}

    /** The rows of pairs that exist; of the others only labels are of interest. */
    public List<PairRow> listed() {
        boolean all = rows.stream().allMatch(PairRow::listed);
        return all ? rows : rows.stream().filter(PairRow::listed).toList();
    }

    static final class Bytes implements Codec<Frame> {
        private final PairRow.Bytes rowBytes = new PairRow.Bytes();

        @Override
        public Class<Frame> type() {
            return Frame.class;
        }

        @Override
        public void write(Frame frame, DataOutput out) throws IOException {
            out.writeLong(frame.tick);
            out.writeInt(frame.rows.size());
            for (PairRow row : frame.rows) {
                rowBytes.write(row, out);
            }
            out.writeInt(frame.groups.size());
            for (Map.Entry<String, Group> group : frame.groups.entrySet()) {
                out.writeUTF(group.getKey());
                out.writeInt(group.getValue().members());
                Numbers.write(out, group.getValue().rawRoot());
            }
        }

        @Override
        public Frame read(DataInput in) throws IOException {
            long tick = in.readLong();
            int count = in.readInt();
            List<PairRow> rows = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                rows.add(rowBytes.read(in));
            }
            SortedMap<String, Group> groups = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                groups.put(in.readUTF(), new Group(in.readInt(), Numbers.readBytes(in)));
            }
            return new Frame(tick, rows, groups);
        }
    }
}

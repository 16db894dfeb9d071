package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.domain.Numbers;
import org.cryptosmarttrader.history.ReferenceReturns;

/**
 * What concerns every pair at a tick: the returns of the reference pairs, and the hashes of what they rest on.
 *
 * @param inputs of each reference, in their order: n × 32 bytes, sorted, distinct
 */
public record MarketRow(long tick, List<ReferenceReturns> references, List<byte[]> inputs) {

    /** What is known before any reference came. */
    public static MarketRow unknown(long tick) {
        return new MarketRow(tick, List.of(), List.of());
    }

    static final class Bytes implements Codec<MarketRow> {
        @Override
        public Class<MarketRow> type() {
            return MarketRow.class;
        }

        @Override
        public void write(MarketRow row, DataOutput out) throws IOException {
            out.writeLong(row.tick);
            out.writeInt(row.references.size());
            for (ReferenceReturns reference : row.references) {
                out.writeUTF(reference.pair());
                out.writeLong(reference.newest());
                Numbers.write(out, reference.returns());
            }
            for (byte[] inputs : row.inputs) {
                Numbers.write(out, inputs);
            }
        }

        @Override
        public MarketRow read(DataInput in) throws IOException {
            long tick = in.readLong();
            List<ReferenceReturns> references = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                references.add(new ReferenceReturns(in.readUTF(), in.readLong(), Numbers.readDoubles(in)));
            }
            List<byte[]> inputs = new ArrayList<>();
            while (inputs.size() < references.size()) {
                inputs.add(Numbers.readBytes(in));
            }
            return new MarketRow(tick, references, inputs);
        }
    }
}

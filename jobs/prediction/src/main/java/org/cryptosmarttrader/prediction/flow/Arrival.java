package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cryptosmarttrader.domain.EventBlock;

/**
 * Events as they came, and where on the topic they stood.
 *
 * @param partition of the topic; -1 if they came from an archive
 * @param offset within the partition; -1 if they came from an archive
 * @param promised instant up to which everything had been promised to stand before them; the smallest number if nothing was
 * @param block of one event if it came from Kafka
 */
public record Arrival(int partition, long offset, long promised, EventBlock block) {

    /** No heartbeat came before. */
    public static final long NOTHING = Long.MIN_VALUE;

    private static final int NOWHERE = -1;

    /** Events that are kept already. */
    public static Arrival fromArchive(EventBlock block) {
        return new Arrival(NOWHERE, NOWHERE, NOTHING, block);
    }

    /** Whether a heartbeat had promised that nothing of their time was to come: the input is at fault, not the market. */
    public boolean breaksPromise() {
        return block.availableAt(0) <= promised;
    }

    public boolean isFromKafka() {
        return partition != NOWHERE;
    }

    static final class Bytes implements Codec<Arrival> {
        private final Blocks.OfOne block = new Blocks.OfOne();

        @Override
        public Class<Arrival> type() {
            return Arrival.class;
        }

        @Override
        public void write(Arrival arrival, DataOutput out) throws IOException {
            out.writeInt(arrival.partition);
            out.writeLong(arrival.offset);
            out.writeLong(arrival.promised);
            block.write(arrival.block, out);
        }

        @Override
        public Arrival read(DataInput in) throws IOException {
            return new Arrival(in.readInt(), in.readLong(), in.readLong(), block.read(in));
        }
    }
}

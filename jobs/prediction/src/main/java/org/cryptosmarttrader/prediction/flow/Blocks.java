package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Numbers;
import org.cryptosmarttrader.domain.Words;

/** Event blocks that wait for their tick. */
public record Blocks(List<EventBlock> list) {

    static final class OfOne implements Codec<EventBlock> {
        @Override
        public Class<EventBlock> type() {
            return EventBlock.class;
        }

        @Override
        public void write(EventBlock block, DataOutput out) throws IOException {
            out.writeByte(block.kind().ordinal());
            out.writeUTF(block.source());
            out.writeUTF(block.pair());
            out.writeLong(block.intervalMillis());
            out.writeByte(block.availability().ordinal());
            Numbers.write(out, block.sequences());
            Numbers.write(out, block.eventTimes());
            Numbers.write(out, block.availableAts());
            Numbers.write(out, block.values());
            Numbers.write(out, block.payloadHashes());
            Words.write(out, block.words());
        }

        @Override
        public EventBlock read(DataInput in) throws IOException {
            return new EventBlock(
                    EventKind.values()[in.readByte()],
                    in.readUTF(),
                    in.readUTF(),
                    in.readLong(),
                    Availability.values()[in.readByte()],
                    Numbers.readLongs(in),
                    Numbers.readLongs(in),
                    Numbers.readLongs(in),
                    Numbers.readDoubles(in),
                    Numbers.readBytes(in),
                    Words.read(in));
        }
    }

    static final class Bytes implements Codec<Blocks> {
        private final OfOne one = new OfOne();

        @Override
        public Class<Blocks> type() {
            return Blocks.class;
        }

        @Override
        public Blocks copy(Blocks blocks) {
            return new Blocks(new ArrayList<>(blocks.list));
        }

        @Override
        public void write(Blocks blocks, DataOutput out) throws IOException {
            out.writeInt(blocks.list.size());
            for (EventBlock block : blocks.list) {
                one.write(block, out);
            }
        }

        @Override
        public Blocks read(DataInput in) throws IOException {
            int count = in.readInt();
            List<EventBlock> list = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                list.add(one.read(in));
            }
            return new Blocks(list);
        }
    }
}

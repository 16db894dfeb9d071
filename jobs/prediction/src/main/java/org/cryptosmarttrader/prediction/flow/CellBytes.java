package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cryptosmarttrader.drift.DayCells;
import org.cryptosmarttrader.drift.FrameCells;

/** Bytes of what tells how columns are distributed. */
final class CellBytes {

    private CellBytes() {}

    static final class OfFrame implements Codec<FrameCells> {
        @Override
        public Class<FrameCells> type() {
            return FrameCells.class;
        }

        @Override
        public void write(FrameCells frame, DataOutput out) throws IOException {
            frame.write(out);
        }

        @Override
        public FrameCells read(DataInput in) throws IOException {
            return FrameCells.read(in);
        }
    }

    static final class OfDay implements Codec<DayCells> {
        @Override
        public Class<DayCells> type() {
            return DayCells.class;
        }

        @Override
        public void write(DayCells day, DataOutput out) throws IOException {
            day.write(out);
        }

        @Override
        public DayCells read(DataInput in) throws IOException {
            return DayCells.read(in);
        }
    }
}

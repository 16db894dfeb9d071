package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cryptosmarttrader.history.PairMemory;

/** Bytes of the state of a pair. */
final class PairMemoryBytes implements Codec<PairMemory> {

    @Override
    public Class<PairMemory> type() {
        return PairMemory.class;
    }

    @Override
    public PairMemory copy(PairMemory memory) {
        return memory.copy();
    }

    @Override
    public void write(PairMemory memory, DataOutput out) throws IOException {
        memory.write(out);
    }

    @Override
    public PairMemory read(DataInput in) throws IOException {
        return PairMemory.read(in);
    }
}

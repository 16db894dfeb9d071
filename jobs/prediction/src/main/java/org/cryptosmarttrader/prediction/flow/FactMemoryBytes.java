package org.cryptosmarttrader.prediction.flow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.cryptosmarttrader.facts.FactMemory;

/** Bytes of what is remembered beside prices. */
final class FactMemoryBytes implements Codec<FactMemory> {

    @Override
    public Class<FactMemory> type() {
        return FactMemory.class;
    }

    @Override
    public FactMemory copy(FactMemory memory) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            memory.write(new DataOutputStream(bytes));
            return FactMemory.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException("facts could not be copied in memory", e);
        }
    }

    @Override
    public void write(FactMemory memory, DataOutput out) throws IOException {
        memory.write(out);
    }

    @Override
    public FactMemory read(DataInput in) throws IOException {
        return FactMemory.read(in);
    }
}

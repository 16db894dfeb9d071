package org.cryptosmarttrader.facts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A transfer between owners as it is remembered.
 *
 * @param id chain and id there, e.g. {@code bitcoin:4a5e…:0}
 * @param usd value at the close known then, NaN if there was none
 * @param toExchange whether the receiver is a labelled exchange
 * @param fromExchange whether the sender is one
 * @param payloadHash SHA-256 of its payload, 32 bytes
 */
record Transfer(
        String id,
        String asset,
        long availableAt,
        double usd,
        boolean toExchange,
        boolean fromExchange,
        byte[] payloadHash) {

    void write(DataOutput out) throws IOException {
        out.writeUTF(id);
        out.writeUTF(asset);
        out.writeLong(availableAt);
        out.writeDouble(usd);
        out.writeBoolean(toExchange);
        out.writeBoolean(fromExchange);
        out.write(payloadHash);
    }

    static Transfer read(DataInput in) throws IOException {
        return new Transfer(
                in.readUTF(),
                in.readUTF(),
                in.readLong(),
                in.readDouble(),
                in.readBoolean(),
                in.readBoolean(),
                Hashes.read(in));
    }
}

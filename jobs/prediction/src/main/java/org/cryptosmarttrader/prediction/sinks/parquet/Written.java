package org.cryptosmarttrader.prediction.sinks.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * What a writer hands over at a checkpoint: a completed file, or only how far it has come.
 *
 * @param hidden path of the file as written; empty if there is none
 * @param shown path under which it is to be seen
 * @param watermark everything up to here has been written by this subtask
 */
record Written(String hidden, String shown, long watermark) {

    static Written upTo(long watermark) {
        return new Written("", "", watermark);
    }

    boolean isFile() {
        return !hidden.isEmpty();
    }

    static final class Bytes implements SimpleVersionedSerializer<Written> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Written written) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF(written.hidden);
            out.writeUTF(written.shown);
            out.writeLong(written.watermark);
            return bytes.toByteArray();
        }

        @Override
        public Written deserialize(int version, byte[] serialized) throws IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
            return new Written(in.readUTF(), in.readUTF(), in.readLong());
        }
    }
}

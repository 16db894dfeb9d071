package org.cryptosmarttrader.prediction.sources.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.cryptosmarttrader.wire.archive.Buckets;

/**
 * A share of the archive's pairs and how far it has been read.
 *
 * @param index of the split, 0 to {@value #COUNT} − 1
 * @param position tick up to which all its events were handed out
 */
record BucketSplit(int index, long position) implements SourceSplit {

    /** Enough for any parallelism a two-digit number of cores asks for. */
    static final int COUNT = 64;

    private static final int BUCKETS = Buckets.COUNT / COUNT;

    @Override
    public String splitId() {
        return "buckets-" + index;
    }

    boolean holds(int bucket) {
        return bucket / BUCKETS == index;
    }

    BucketSplit at(long tick) {
        return new BucketSplit(index, tick);
    }

    static final class Bytes implements SimpleVersionedSerializer<BucketSplit> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(BucketSplit split) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(split.index);
            out.writeLong(split.position);
            return bytes.toByteArray();
        }

        @Override
        public BucketSplit deserialize(int version, byte[] serialized) throws IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
            return new BucketSplit(in.readInt(), in.readLong());
        }
    }
}

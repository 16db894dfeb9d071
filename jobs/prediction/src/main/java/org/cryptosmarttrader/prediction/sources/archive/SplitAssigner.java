package org.cryptosmarttrader.prediction.sources.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Hands each reader its share of the splits when it registers: split i to reader i modulo the parallelism. */
final class SplitAssigner implements SplitEnumerator<BucketSplit, List<BucketSplit>> {

    private final SplitEnumeratorContext<BucketSplit> context;
    private final List<BucketSplit> unassigned;

    SplitAssigner(SplitEnumeratorContext<BucketSplit> context, List<BucketSplit> unassigned) {
        this.context = context;
        this.unassigned = new ArrayList<>(unassigned);
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, String host) {}

    @Override
    public void addSplitsBack(List<BucketSplit> splits, int subtask) {
        unassigned.addAll(splits);
    }

    @Override
    public void addReader(int subtask) {
        Iterator<BucketSplit> splits = unassigned.iterator();
        while (splits.hasNext()) {
            BucketSplit split = splits.next();
            if (split.index() % context.currentParallelism() == subtask) {
                context.assignSplit(split, subtask);
                splits.remove();
            }
        }
        // the reader begins only now, when it knows all its splits
        context.signalNoMoreSplits(subtask);
    }

    @Override
    public List<BucketSplit> snapshotState(long checkpoint) {
        return List.copyOf(unassigned);
    }

    @Override
    public void close() {}

    static final class Bytes implements SimpleVersionedSerializer<List<BucketSplit>> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(List<BucketSplit> splits) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(splits.size());
            for (BucketSplit split : splits) {
                out.writeInt(split.index());
                out.writeLong(split.position());
            }
            return bytes.toByteArray();
        }

        @Override
        public List<BucketSplit> deserialize(int version, byte[] serialized) throws IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
            List<BucketSplit> splits = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                splits.add(new BucketSplit(in.readInt(), in.readLong()));
            }
            return splits;
        }
    }
}

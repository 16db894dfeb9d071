package org.cryptosmarttrader.prediction.sources.archive;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.sources.Sources;

/** Archives as the beginning of a bounded run: full blocks, a watermark at each tick. */
public final class ArchiveSource implements Sources, Source<Arrival, BucketSplit, List<BucketSplit>> {

    private static final long serialVersionUID = 1L;

    private final ArchiveSpan span;

    public ArchiveSource(ArchiveSpan span) {
        this.span = span;
    }

    @Override
    public DataStream<Arrival> events(StreamExecutionEnvironment env) {
        return env.fromSource(this, WatermarkStrategy.noWatermarks(), "archive", MessageType.of(Arrival.class))
                .uid("archive-source")
                .name("events: archive");
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<Arrival, BucketSplit> createReader(SourceReaderContext context) {
        return new ArchiveReader(span);
    }

    @Override
    public SplitEnumerator<BucketSplit, List<BucketSplit>> createEnumerator(
            SplitEnumeratorContext<BucketSplit> context) {
        List<BucketSplit> all = IntStream.range(0, BucketSplit.COUNT)
                .mapToObj(index -> new BucketSplit(index, Long.MIN_VALUE))
                .toList();
        return new SplitAssigner(context, all);
    }

    @Override
    public SplitEnumerator<BucketSplit, List<BucketSplit>> restoreEnumerator(
            SplitEnumeratorContext<BucketSplit> context, List<BucketSplit> unassigned) {
        return new SplitAssigner(context, unassigned);
    }

    @Override
    public SimpleVersionedSerializer<BucketSplit> getSplitSerializer() {
        return new BucketSplit.Bytes();
    }

    @Override
    public SimpleVersionedSerializer<List<BucketSplit>> getEnumeratorCheckpointSerializer() {
        return new SplitAssigner.Bytes();
    }
}

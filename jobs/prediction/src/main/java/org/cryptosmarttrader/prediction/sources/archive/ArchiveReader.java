package org.cryptosmarttrader.prediction.sources.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.wire.archive.Buckets;
import org.cryptosmarttrader.wire.archive.TickReader;

/** Reads all its splits together, a whole tick at a time, so that a checkpoint always falls between two ticks. */
final class ArchiveReader implements SourceReader<Arrival, BucketSplit> {

    private final ArchiveSpan span;
    private final List<BucketSplit> splits = new ArrayList<>();
    private final CompletableFuture<Void> allAssigned = new CompletableFuture<>();
    private TickReader ticks;

    ArchiveReader(ArchiveSpan span) {
        this.span = span;
    }

    @Override
    public void start() {}

    @Override
    public void addSplits(List<BucketSplit> assigned) {
        splits.addAll(assigned);
    }

    @Override
    public void notifyNoMoreSplits() {
        allAssigned.complete(null);
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return allAssigned;
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Arrival> output) throws IOException {
        if (!allAssigned.isDone()) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        if (splits.isEmpty()) {
            return InputStatus.END_OF_INPUT;
        }
        if (ticks == null) {
            ticks = span.open(this::holds, slowest());
        }
        TickReader.Tick tick = ticks.next();
        if (tick == null) {
            return InputStatus.END_OF_INPUT;
        }
        emit(tick, output);
        return InputStatus.MORE_AVAILABLE;
    }

    private void emit(TickReader.Tick tick, ReaderOutput<Arrival> output) {
        for (EventBlock block : tick.blocks()) {
            if (isNew(block, tick.tick())) {
                output.collect(Arrival.fromArchive(block), block.availableAt(0));
            }
        }
        splits.replaceAll(split -> split.at(Math.max(split.position(), tick.tick())));
        output.emitWatermark(new Watermark(tick.tick()));
    }

    /** After a change of parallelism a reader may hold splits that others had read further. */
    private boolean isNew(EventBlock block, long tick) {
        int bucket = Buckets.of(block.pair());
        return splits.stream().anyMatch(split -> split.holds(bucket) && split.position() < tick);
    }

    private boolean holds(int bucket) {
        return splits.stream().anyMatch(split -> split.holds(bucket));
    }

    private long slowest() {
        return splits.stream().mapToLong(BucketSplit::position).min().orElseThrow();
    }

    @Override
    public List<BucketSplit> snapshotState(long checkpoint) {
        return List.copyOf(splits);
    }

    @Override
    public void close() throws IOException {
        if (ticks != null) {
            ticks.close();
        }
    }
}

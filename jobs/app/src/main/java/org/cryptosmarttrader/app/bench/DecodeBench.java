package org.cryptosmarttrader.app.bench;

import java.util.List;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSource;
import org.cryptosmarttrader.prediction.stages.AdmitEvents;
import org.cryptosmarttrader.wire.archive.TickReader;

/** Events out of the archive. */
record DecodeBench() implements Bench {

    @Override
    public String name() {
        return "decode";
    }

    @Override
    public String unit() {
        return "events";
    }

    @Override
    public String meaning() {
        return "archive to blocks: the job's source; the loop reads the same files without Flink; Flink alone moves the blocks out of memory";
    }

    @Override
    public Ways over(Load load) throws Exception {
        load.ticks();
        return new Ways(() -> source(load), () -> loop(load), () -> BareKeyedJob.run(load));
    }

    private static Ways.Done source(Load load) throws Exception {
        MemoryJob job = new MemoryJob(load.job());
        ArchiveSource archive = new ArchiveSource(load.plan().archiveSpan(List.of()));
        return job.run(AdmitEvents.of(archive.events(job.env()), false), EventBlock::count, block -> bits(block));
    }

    private static Ways.Done loop(Load load) throws Exception {
        long events = 0;
        long bits = 0;
        try (TickReader reader = load.plan().archiveSpan(List.of()).open()) {
            for (TickReader.Tick tick = reader.next(); tick != null; tick = reader.next()) {
                for (EventBlock block : tick.blocks()) {
                    events += block.count();
                    bits += bits(block);
                }
            }
        }
        long sum = bits;
        return new Ways.Done(events, () -> sum);
    }

    private static long bits(EventBlock block) {
        return Bits.of(block.values()) + block.eventTime(0);
    }
}

package org.cryptosmarttrader.app.bench;

import java.util.function.ToLongFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.flow.Frame;
import org.cryptosmarttrader.prediction.flow.MarketRow;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.flow.PairRow;
import org.cryptosmarttrader.prediction.stages.AssembleFrames;
import org.cryptosmarttrader.prediction.stages.EventsOf;
import org.cryptosmarttrader.prediction.stages.FoldMarket;
import org.cryptosmarttrader.prediction.stages.KnowPairs;
import org.cryptosmarttrader.wire.archive.TickReader;

/** The rows of the stage known over blocks in memory, by the stage and by a loop. */
final class KnownRows {

    private KnownRows() {}

    static Ways.Done stage(Load load, GraphSettings settings, MemoryJob.Worth<PairRow> bits) throws Exception {
        MemoryJob job = new MemoryJob(load.job());
        return job.run(of(job, load, settings), row -> 1, bits);
    }

    static DataStream<PairRow> of(MemoryJob job, Load load, GraphSettings settings) throws Exception {
        DataStream<EventBlock> blocks = job.stream(BareKeyedJob.blocks(load), MessageType.of(EventBlock.class));
        DataStream<EventBlock> traded = EventsOf.market(blocks);
        return KnowPairs.of(traded, FoldMarket.of(traded, EventsOf.facts(blocks), settings), settings);
    }

    static DataStream<Frame> frames(MemoryJob job, Series<EventBlock> events, GraphSettings settings) {
        DataStream<EventBlock> blocks = job.stream(events, MessageType.of(EventBlock.class));
        DataStream<EventBlock> traded = EventsOf.market(blocks);
        SingleOutputStreamOperator<MarketRow> market = FoldMarket.of(traded, EventsOf.facts(blocks), settings);
        DataStream<PairRow> known = KnowPairs.of(traded, market, settings);
        return AssembleFrames.of(known, market.getSideOutput(FoldMarket.INPUTS), settings);
    }

    static Ways.Done loop(Load load, GraphSettings settings, ToLongFunction<History> bits) throws Exception {
        long[] sums = new long[2];
        PlainLoop loop = new PlainLoop(settings, history -> {
            sums[0]++;
            sums[1] += bits.applyAsLong(history);
        });
        for (TickReader.Tick tick : load.ticks()) {
            loop.add(tick);
        }
        loop.end();
        return new Ways.Done(sums[0], () -> sums[1]);
    }
}

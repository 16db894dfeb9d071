package org.cryptosmarttrader.prediction;

import java.util.List;
import java.util.TreeMap;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.cryptosmarttrader.book.BookTick;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.prediction.flow.Frame;
import org.cryptosmarttrader.prediction.flow.MarketRow;
import org.cryptosmarttrader.prediction.flow.PairRow;
import org.cryptosmarttrader.prediction.sources.Sources;
import org.cryptosmarttrader.prediction.stages.AdmitEvents;
import org.cryptosmarttrader.prediction.stages.AssembleFrames;
import org.cryptosmarttrader.prediction.stages.EventsOf;
import org.cryptosmarttrader.prediction.stages.FoldMarket;
import org.cryptosmarttrader.prediction.stages.KnowPairs;

/** What the graph tells its trade book besides forecasts: the stages in front of these, over sources that end. */
public final class HeardByBook {

    private HeardByBook() {}

    /**
     * @return every tick from the genesis on, in order, with quotes and notices, without signals
     * @throws Exception what made the job fail
     */
    public static List<BookTick> of(GraphSettings settings, Sources sources, JobSettings job) throws Exception {
        StreamExecutionEnvironment env = LocalJob.environment(job);
        SingleOutputStreamOperator<EventBlock> events =
                AdmitEvents.of(sources.events(env), settings.judging().admitsTestInputs());
        DataStream<EventBlock> traded = EventsOf.market(events);
        SingleOutputStreamOperator<MarketRow> market = FoldMarket.of(traded, EventsOf.facts(events), settings);
        SingleOutputStreamOperator<PairRow> known = KnowPairs.of(traded, market, settings);
        SingleOutputStreamOperator<Frame> frames =
                AssembleFrames.of(known, market.getSideOutput(FoldMarket.INPUTS), settings);
        TreeMap<Long, BookTick> ticks = new TreeMap<>();
        try (CloseableIterator<BookTick> heard = frames.getSideOutput(AssembleFrames.QUOTES)
                .union(EventsOf.book(events, settings))
                .executeAndCollect("heard by the book")) {
            heard.forEachRemaining(part -> ticks.merge(part.tick(), part, BookTick::and));
        }
        return List.copyOf(ticks.values());
    }
}

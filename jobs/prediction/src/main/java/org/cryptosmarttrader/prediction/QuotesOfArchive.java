package org.cryptosmarttrader.prediction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

/** What the graph tells its trade book of the markets: the stages in front of the forecasts, over sources that end. */
public final class QuotesOfArchive {

    private QuotesOfArchive() {}

    /**
     * @return every tick from the genesis on, in order, with quotes and without signals
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
        List<BookTick> ticks = new ArrayList<>();
        try (CloseableIterator<BookTick> quotes =
                frames.getSideOutput(AssembleFrames.QUOTES).executeAndCollect("quotes")) {
            quotes.forEachRemaining(ticks::add);
        }
        ticks.sort(Comparator.comparingLong(BookTick::tick));
        return ticks;
    }
}

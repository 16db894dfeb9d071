package org.cryptosmarttrader.prediction;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.cryptosmarttrader.book.BookTick;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.flow.Frame;
import org.cryptosmarttrader.prediction.flow.HorizonFrame;
import org.cryptosmarttrader.prediction.flow.MarketRow;
import org.cryptosmarttrader.prediction.flow.PairRow;
import org.cryptosmarttrader.prediction.sinks.Sinks;
import org.cryptosmarttrader.prediction.sources.Sources;
import org.cryptosmarttrader.prediction.stages.AdmitEvents;
import org.cryptosmarttrader.prediction.stages.AssembleFrames;
import org.cryptosmarttrader.prediction.stages.EventsOf;
import org.cryptosmarttrader.prediction.stages.FoldMarket;
import org.cryptosmarttrader.prediction.stages.JudgeForecasts;
import org.cryptosmarttrader.prediction.stages.KeepBook;
import org.cryptosmarttrader.prediction.stages.KnowPairs;
import org.cryptosmarttrader.prediction.stages.ScoreFrames;
import org.cryptosmarttrader.prediction.stages.WatchColumns;
import org.cryptosmarttrader.wire.rows.RowBatch;

/**
 * The one graph. What a stage is said to do, it does at ticks, on everything known by then.
 *
 * @param settings what is computed
 * @param mark which run it is; it goes on from no other's checkpoints
 * @param sources where events come from
 * @param sinks where rows go
 */
public record PredictionGraph(GraphSettings settings, RunMark mark, Sources sources, Sinks sinks) {

    public void addTo(StreamExecutionEnvironment env) {
        DataStream<Arrival> arrivals = sources.events(env);
        sinks.events(arrivals);
        SingleOutputStreamOperator<EventBlock> events =
                AdmitEvents.of(arrivals, settings.judging().admitsTestInputs());
        DataStream<EventBlock> traded = EventsOf.market(events);
        DataStream<EventBlock> models = EventsOf.models(events);

        // what was known of each pair, and of all pairs together, at each tick
        SingleOutputStreamOperator<MarketRow> market = FoldMarket.of(traded, EventsOf.facts(events), settings);
        SingleOutputStreamOperator<PairRow> known = KnowPairs.of(traded, market, settings);
        SingleOutputStreamOperator<Frame> frames =
                AssembleFrames.of(known, market.getSideOutput(FoldMarket.INPUTS), settings);

        // what the models in force expect, and how far they may be believed
        SingleOutputStreamOperator<HorizonFrame> forecasts = ScoreFrames.of(frames, models, settings);
        SingleOutputStreamOperator<HorizonFrame> drift =
                WatchColumns.of(frames.getSideOutput(AssembleFrames.COLUMNS), models, settings);
        SingleOutputStreamOperator<BookTick> judged = JudgeForecasts.of(forecasts.union(drift), models, settings, mark);

        // what is done about it, on paper or as a venue reports it
        SingleOutputStreamOperator<RowBatch> booked = KeepBook.of(
                judged, frames.getSideOutput(AssembleFrames.QUOTES), EventsOf.book(events, settings), settings);

        sinks.rows(frames.getSideOutput(AssembleFrames.FEATURES)
                .union(
                        frames.getSideOutput(AssembleFrames.BARS),
                        frames.getSideOutput(AssembleFrames.LABELS),
                        forecasts.getSideOutput(ScoreFrames.FORECASTS),
                        judged.getSideOutput(JudgeForecasts.VERDICTS),
                        judged.getSideOutput(JudgeForecasts.STATEMENTS),
                        judged.getSideOutput(JudgeForecasts.STATUS),
                        judged.getSideOutput(JudgeForecasts.COVERAGE),
                        drift.getSideOutput(WatchColumns.DRIFT),
                        booked,
                        booked.getSideOutput(KeepBook.REFUSED),
                        events.getSideOutput(AdmitEvents.REFUSED),
                        market.getSideOutput(KnowPairs.LATE),
                        market.getSideOutput(KnowPairs.REFUSED),
                        known.getSideOutput(KnowPairs.LATE),
                        known.getSideOutput(KnowPairs.REFUSED),
                        forecasts.getSideOutput(ScoreFrames.REFUSED)));
    }
}

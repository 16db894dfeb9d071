package org.cryptosmarttrader.app.live;

import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.cryptosmarttrader.book.BookTick;
import org.cryptosmarttrader.book.Signal;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.PredictionGraph;
import org.cryptosmarttrader.prediction.flow.Frame;
import org.cryptosmarttrader.prediction.flow.MarketRow;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.flow.PairRow;
import org.cryptosmarttrader.prediction.sinks.Sinks;
import org.cryptosmarttrader.prediction.sources.Sources;
import org.cryptosmarttrader.prediction.stages.AdmitEvents;
import org.cryptosmarttrader.prediction.stages.AssembleFrames;
import org.cryptosmarttrader.prediction.stages.EventsOf;
import org.cryptosmarttrader.prediction.stages.FoldMarket;
import org.cryptosmarttrader.prediction.stages.KeepBook;
import org.cryptosmarttrader.prediction.stages.KnowPairs;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;

/**
 * The stages of {@link PredictionGraph}, wired as there, but for forecasts, drift and judge: in their place stands one signal that
 * passes every gate, at one tick, and its verdict. The gates themselves need twelve weeks of hours and a model that earned trust.
 */
record GraphOfOneSignal(GraphSettings settings, String pair, long tick, Sources sources, Sinks sinks) {

    void addTo(StreamExecutionEnvironment env) {
        SingleOutputStreamOperator<EventBlock> events =
                AdmitEvents.of(sources.events(env), settings.judging().admitsTestInputs());
        DataStream<EventBlock> traded = EventsOf.market(events);
        SingleOutputStreamOperator<MarketRow> market = FoldMarket.of(traded, EventsOf.facts(events), settings);
        SingleOutputStreamOperator<PairRow> known = KnowPairs.of(traded, market, settings);
        SingleOutputStreamOperator<Frame> frames =
                AssembleFrames.of(known, market.getSideOutput(FoldMarket.INPUTS), settings);
        DataStream<BookTick> quotes = frames.getSideOutput(AssembleFrames.QUOTES);

        String bought = pair;
        long decided = tick;
        DataStream<BookTick> judged = quotes.flatMap(
                        (BookTick quoted, Collector<BookTick> out) -> signal(quoted, bought, decided, out),
                        MessageType.of(BookTick.class))
                .uid("one-signal");
        DataStream<RowBatch> verdicts = quotes.flatMap(
                        (BookTick quoted, Collector<RowBatch> out) -> verdict(quoted, bought, decided, out),
                        MessageType.of(RowBatch.class))
                .uid("one-verdict");

        SingleOutputStreamOperator<RowBatch> booked =
                KeepBook.of(judged, quotes, EventsOf.book(events, settings), settings);
        sinks.rows(booked.union(verdicts, booked.getSideOutput(KeepBook.REFUSED)));
    }

    private static void signal(BookTick quoted, String pair, long tick, Collector<BookTick> out) {
        if (quoted.tick() == tick) {
            Signal rise = new Signal(pair, new Horizon(24), 0.9, 0.05, 0.1, 0.001, "NORMAL/SIDEWAYS", true, true);
            out.collect(new BookTick(tick, quoted.bar(), List.of(), List.of(rise)));
        }
    }

    private static void verdict(BookTick quoted, String pair, long tick, Collector<RowBatch> out) {
        if (quoted.tick() == tick) {
            RowBatch row = RowBatch.of(Datasets.VERDICTS, 1);
            row.longs(Datasets.VERDICTS.indexOf(Datasets.DECISION_AT))[0] = tick;
            row.strings(Datasets.VERDICTS.indexOf("pair"))[0] = pair;
            row.strings(Datasets.VERDICTS.indexOf("horizon"))[0] = "24h";
            row.booleans(Datasets.VERDICTS.indexOf("gated"))[0] = true;
            out.collect(row);
        }
    }
}

package org.cryptosmarttrader.app.bench;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.PredictionGraph;
import org.cryptosmarttrader.prediction.RunMark;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.sinks.Sinks;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.wire.archive.TickReader;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;

/** A live tick, from its events to its last row. */
record TickBench() implements Bench {

    private static final int TICKS = 100;

    @Override
    public String name() {
        return "tick";
    }

    @Override
    public String unit() {
        return "ticks";
    }

    @Override
    public String meaning() {
        return "the bars of %d pairs handed to the whole graph, with a forest in force for every horizon that the load has labels for, and once more for every statement declared, until the tick's last row has come out, tick after tick; the loop folds and computes the pairs' features; Flink alone moves the events; processor times hold the fill of the memory before the first tick"
                .formatted(LiveMarket.PAIRS);
    }

    @Override
    public Ways over(Load load) throws Exception {
        List<BenchForest> forests = forests(load);
        LiveMarket market = LiveMarket.behind(load, TICKS);
        GraphSettings settings = market.settings(load.plan().settings());
        return new Ways(
                () -> graph(load, settings, market, forests), () -> loop(settings, market), () -> flink(load, market));
    }

    /** The models of every horizon, and as many of statements as are declared. */
    private static List<BenchForest> forests(Load load) throws Exception {
        List<BenchForest> forests = new ArrayList<>();
        for (BenchForest forest : BenchForest.ofEveryHorizon(load)) {
            forests.add(forest);
            for (Statement statement : load.plan().settings().statements()) {
                forests.add(forest.about(statement, load));
            }
        }
        return forests;
    }

    private static Ways.Done graph(Load load, GraphSettings settings, LiveMarket market, List<BenchForest> forests)
            throws Exception {
        Turns turns = turns(market);
        MemoryJob job = new MemoryJob(load.job().forLive());
        DataStream<EventBlock> events = job.stream(series(market, turns, announced(forests, market)), blocks());
        Rows rows = new Rows();
        new PredictionGraph(settings, new RunMark("bench", ""), env -> arrivals(events), rows).addTo(job.env());
        String features = Datasets.features(settings.catalog()).dataset();
        int ofPair = settings.catalog().ofPair().size();
        long first = market.firstTick();
        return job.run(rows.stream, turns, batch -> batch.dataset().equals(features) ? bits(batch, ofPair, first) : 0);
    }

    /** What the graph hands to its sinks. */
    private static final class Rows implements Sinks {
        private DataStream<RowBatch> stream;

        @Override
        public void events(DataStream<Arrival> events) {
            // they are made up
        }

        @Override
        public void rows(DataStream<RowBatch> rows) {
            stream = rows;
        }
    }

    private static DataStream<Arrival> arrivals(DataStream<EventBlock> events) {
        return events.map(Arrival::fromArchive, MessageType.of(Arrival.class));
    }

    static List<EventBlock> announced(List<BenchForest> forests, LiveMarket market) throws Exception {
        List<EventBlock> announced = new ArrayList<>();
        for (BenchForest forest : forests) {
            announced.add(ModelFolder.announce(forest.folder()).event(market.firstTick() - 1, announced.size() + 1L));
        }
        return announced;
    }

    private static long bits(RowBatch features, int ofPair, long first) {
        boolean isTimed = features.rows() > 0 && features.longs(0)[0] > first;
        return isTimed ? Bits.ofColumns(features, Datasets.FEATURES_FROM, Datasets.FEATURES_FROM + ofPair) : 0;
    }

    private static Ways.Done loop(GraphSettings settings, LiveMarket market) throws Exception {
        long[] bits = new long[1];
        PlainLoop loop = new PlainLoop(settings, history -> {
            if (history.tick() > market.firstTick()) {
                bits[0] += Bits.of(settings.catalog().values(history));
            }
        });
        Turns turns = turns(market);
        for (TickReader.Tick tick : market.ticks()) {
            turns.begin(tick.tick());
            loop.add(tick);
            turns.end(tick.tick());
        }
        return new Ways.Done(turns.millis().length, () -> bits[0], turns.millis());
    }

    static Ways.Done flink(Load load, LiveMarket market) throws Exception {
        Turns turns = turns(market);
        MemoryJob job = new MemoryJob(load.job().forLive());
        DataStream<Long> seen = job.stream(series(market, turns, List.of()), blocks())
                .keyBy(EventBlock::pair, Types.STRING)
                .process(new BareKeyedJob<>(), Types.LONG);
        return job.run(seen, turns, one -> 0);
    }

    private static MessageType<EventBlock> blocks() {
        return MessageType.of(EventBlock.class);
    }

    private static Turns turns(LiveMarket market) {
        return new Turns(market.firstTick() + 1);
    }

    private static Series<EventBlock> series(LiveMarket market, Turns turns, List<EventBlock> before) {
        List<TickReader.Tick> ticks = market.ticks();
        return new Series<>(ticks.size(), number -> ticks.get((int) number).tick(), number -> {
            TickReader.Tick tick = ticks.get((int) number);
            turns.begin(tick.tick());
            List<EventBlock> events = new ArrayList<>(number == 0 ? before : List.of());
            events.addAll(tick.blocks());
            return events;
        });
    }
}

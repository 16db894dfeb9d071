package org.cryptosmarttrader.prediction.stages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.cryptosmarttrader.book.PairQuote;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.history.FoldReport;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.PairMemory;
import org.cryptosmarttrader.labels.ReturnLabel;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.flow.Blocks;
import org.cryptosmarttrader.prediction.flow.MarketRow;
import org.cryptosmarttrader.prediction.flow.MaturedLabel;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.flow.PairRow;
import org.cryptosmarttrader.provenance.HashSets;
import org.cryptosmarttrader.wire.rows.RowBatch;

/**
 * What is known of each pair at each tick: its history, the features of it, and the labels that mature. A pair has a row at
 * every tick while it exists, also when no bar came.
 */
public final class KnowPairs extends KeyedBroadcastProcessFunction<String, EventBlock, MarketRow, PairRow> {

    private static final long serialVersionUID = 1L;

    /** Events that came late: they changed no row already issued. */
    public static final OutputTag<RowBatch> LATE = new OutputTag<>("late", MessageType.of(RowBatch.class));

    /** Events that were not used, and why. */
    public static final OutputTag<RowBatch> REFUSED = new OutputTag<>("refused", MessageType.of(RowBatch.class));

    private static final MapStateDescriptor<Long, MarketRow> MARKET =
            new MapStateDescriptor<>("market", Types.LONG, MessageType.of(MarketRow.class));
    private static final MapStateDescriptor<Long, Blocks> PENDING =
            new MapStateDescriptor<>("pending", Types.LONG, MessageType.of(Blocks.class));
    private static final ValueStateDescriptor<PairMemory> MEMORY =
            new ValueStateDescriptor<>("memory", MessageType.of(PairMemory.class));
    private static final ValueStateDescriptor<Long> FIRST_ROW = new ValueStateDescriptor<>("firstRow", Types.LONG);

    private final GraphSettings settings;
    private transient List<ReturnLabel> labels;
    private transient PendingBlocks pending;
    private transient ValueState<PairMemory> memoryState;
    private transient ValueState<Long> firstRow;
    private transient TickTimer timer;
    private transient Counter disorder;

    private KnowPairs(GraphSettings settings) {
        this.settings = settings;
    }

    public static SingleOutputStreamOperator<PairRow> of(
            DataStream<EventBlock> bars, DataStream<MarketRow> market, GraphSettings settings) {
        return bars.filter(block -> settings.isForecast(block.pair()))
                .uid("known-pairs")
                .name("pairs to forecast")
                .keyBy(EventBlock::pair, Types.STRING)
                .connect(market.broadcast(MARKET))
                .process(new KnowPairs(settings), MessageType.of(PairRow.class))
                .uid("known")
                .name("known: history, features, matured labels");
    }

    @Override
    public void open(OpenContext context) {
        pending = new PendingBlocks(getRuntimeContext().getMapState(PENDING), settings.grid());
        memoryState = getRuntimeContext().getState(MEMORY);
        firstRow = getRuntimeContext().getState(FIRST_ROW);
        timer = new TickTimer(getRuntimeContext(), settings.until());
        labels = settings.horizons().stream()
                .map(horizon -> ReturnLabel.of(horizon, settings.grid()))
                .toList();
        disorder = getRuntimeContext().getMetricGroup().counter("disorder");
    }

    @Override
    public void processElement(EventBlock block, ReadOnlyContext context, Collector<PairRow> out) throws Exception {
        long tick = pending.tickOf(block);
        if (tick <= context.timerService().currentWatermark()) {
            // a heartbeat promised that nothing of this time was to come: the input is at fault, not the market
            disorder.inc(block.count());
            context.output(
                    REFUSED, EventRowsOut.disorder(block, context.timerService().currentWatermark()));
        } else if (tick <= settings.until()) {
            pending.add(tick, block);
            timer.request(tick, context.timerService());
        }
    }

    @Override
    public void processBroadcastElement(MarketRow row, Context context, Collector<PairRow> out) throws Exception {
        var rows = context.getBroadcastState(MARKET);
        rows.put(row.tick(), row);
        Iterator<Map.Entry<Long, MarketRow>> known = rows.iterator();
        while (known.hasNext()) {
            if (known.next().getKey() <= context.currentWatermark()) {
                known.remove();
            }
        }
    }

    @Override
    public void onTimer(long tick, OnTimerContext context, Collector<PairRow> out) throws Exception {
        PairMemory memory = memoryState.value();
        if (memory == null) {
            memory = new PairMemory(context.getCurrentKey());
        }
        FoldReport report = memory.fold(tick, pending.take(tick), settings.memory());
        EventRowsOut.late(report, tick).ifPresent(rows -> context.output(LATE, rows));
        EventRowsOut.refused(report, tick).ifPresent(rows -> context.output(REFUSED, rows));
        if (!memory.isEmpty()) {
            if (firstRow.value() == null) {
                firstRow.update(tick);
            }
            out.collect(row(context.getCurrentKey(), tick, memory, report, market(tick, context)));
        }
        timer.done();
        if (memory.isEmpty() && !memory.hasWaiting()) {
            memoryState.clear();
            firstRow.clear();
            // events of a pair that comes back may have arrived ahead of the tick that forgot it
            OptionalLong waiting = pending.earliest();
            if (waiting.isPresent()) {
                timer.request(waiting.getAsLong(), context.timerService());
            }
        } else {
            memoryState.update(memory);
            timer.request(tick + settings.grid().intervalMillis(), context.timerService());
        }
    }

    private MarketRow market(long tick, OnTimerContext context) throws Exception {
        ReadOnlyBroadcastState<Long, MarketRow> rows = context.getBroadcastState(MARKET);
        MarketRow row = rows.get(tick);
        return row == null ? MarketRow.unknown(tick) : row;
    }

    private PairRow row(String pair, long tick, PairMemory memory, FoldReport report, MarketRow market)
            throws IOException {
        History history = memory.history(settings.grid(), market.references());
        return new PairRow(
                pair,
                tick,
                memory.isListed(settings.grid()),
                market.complete(settings.catalog().values(history), pair, settings.catalog()),
                settings.catalog().crossSectionInputs(history),
                PairQuote.of(history),
                report.healed(),
                maturing(history),
                inputs(pair, memory, market));
    }

    /** Hashes of the pair's own events, and of those of its references that have no row of their own beside it. */
    private byte[] inputs(String pair, PairMemory memory, MarketRow market) {
        List<byte[]> inputs = new ArrayList<>(List.of(memory.inputs()));
        for (int i = 0; i < market.references().size(); i++) {
            String reference = market.references().get(i).pair();
            if (!settings.isForecast(reference) && Symbols.quote(reference).equals(Symbols.quote(pair))) {
                inputs.add(market.inputs().get(i));
            }
        }
        return inputs.size() == 1 ? inputs.get(0) : HashSets.union(inputs);
    }

    /** A refill may reach behind the pair's first row; a decision that nobody could take is none, and has no label. */
    private List<MaturedLabel> maturing(History history) throws IOException {
        long first = firstRow.value();
        List<MaturedLabel> matured = new ArrayList<>(labels.size());
        for (ReturnLabel label : labels) {
            label.maturing(history)
                    .filter(found -> settings.grid().tick(found.bar()) >= first)
                    .ifPresent(found ->
                            matured.add(new MaturedLabel(label.horizon().hours(), found)));
        }
        return matured;
    }
}

package org.cryptosmarttrader.prediction.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.facts.FactMemory;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.history.FoldReport;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.PairMemory;
import org.cryptosmarttrader.history.ReferenceReturns;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.flow.Blocks;
import org.cryptosmarttrader.prediction.flow.FactRow;
import org.cryptosmarttrader.prediction.flow.MarketRow;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.flow.PairRow;

/**
 * What concerns every pair, at each tick: the returns of the reference pairs, the features taken of them, and those of what is
 * known beside prices.
 */
public final class FoldMarket extends KeyedProcessFunction<Integer, EventBlock, MarketRow> {

    private static final long serialVersionUID = 1L;
    private static final MapStateDescriptor<Long, Blocks> PENDING =
            new MapStateDescriptor<>("pending", Types.LONG, MessageType.of(Blocks.class));
    private static final MapStateDescriptor<String, PairMemory> MEMORIES =
            new MapStateDescriptor<>("memories", Types.STRING, MessageType.of(PairMemory.class));

    private static final ValueStateDescriptor<FactMemory> FACTS =
            new ValueStateDescriptor<>("facts", MessageType.of(FactMemory.class));

    /** What the rows of every pair rest on besides their own market. */
    public static final OutputTag<PairRow> INPUTS = new OutputTag<>("market-inputs", MessageType.of(PairRow.class));

    /** No asset's symbol: what is known of an asset of which nothing was ever said. */
    private static final String NOBODY = " ";

    private final GraphSettings settings;
    private transient PendingBlocks pending;
    private transient MapState<String, PairMemory> memories;
    private transient ValueState<FactMemory> factState;
    private transient TickTimer timer;

    private FoldMarket(GraphSettings settings) {
        this.settings = settings;
    }

    /** One row per tick from the first event of a reference or fact on. */
    public static SingleOutputStreamOperator<MarketRow> of(
            DataStream<EventBlock> bars, DataStream<EventBlock> facts, GraphSettings settings) {
        List<String> references = settings.references();
        return bars.filter(block -> references.contains(Symbols.base(block.pair())))
                .uid("market-references")
                .name("references of the market")
                .union(facts)
                .keyBy(block -> 0, Types.INT)
                .process(new FoldMarket(settings), MessageType.of(MarketRow.class))
                .uid("market")
                .name("market: what concerns every pair")
                .setParallelism(1);
    }

    @Override
    public void open(OpenContext context) {
        pending = new PendingBlocks(getRuntimeContext().getMapState(PENDING), settings.grid());
        memories = getRuntimeContext().getMapState(MEMORIES);
        factState = getRuntimeContext().getState(FACTS);
        timer = new TickTimer(getRuntimeContext(), settings.until());
    }

    @Override
    public void processElement(EventBlock block, Context context, Collector<MarketRow> out) throws Exception {
        long tick = pending.tickOf(block);
        if (tick <= context.timerService().currentWatermark()) {
            if (block.kind().isFact() || isOnlyReference(block.pair())) {
                context.output(
                        KnowPairs.REFUSED,
                        EventRowsOut.disorder(block, context.timerService().currentWatermark()));
            }
        } else if (tick <= settings.until()) {
            pending.add(tick, block);
            timer.request(tick, context.timerService());
        }
    }

    @Override
    public void onTimer(long tick, OnTimerContext context, Collector<MarketRow> out) throws Exception {
        FactMemory facts = factState.value() == null ? new FactMemory() : factState.value();
        fold(tick, facts, context);
        factState.update(facts);
        byte[] inputs = facts.inputs();
        if (inputs.length > 0) {
            context.output(INPUTS, PairRow.ofMarket(tick, inputs));
        }
        out.collect(row(tick, facts));
        timer.done();
        timer.request(tick + settings.grid().intervalMillis(), context.timerService());
    }

    /** Whether nobody else hears of the pair's events, as it is not among those to forecast. */
    private boolean isOnlyReference(String pair) {
        return !settings.isForecast(pair);
    }

    private void fold(long tick, FactMemory facts, OnTimerContext context) throws Exception {
        Map<String, List<EventBlock>> byPair = new TreeMap<>();
        List<EventBlock> known = new ArrayList<>();
        for (EventBlock block : pending.take(tick)) {
            if (block.kind().isFact()) {
                known.add(block);
            } else {
                byPair.computeIfAbsent(block.pair(), absent -> new ArrayList<>())
                        .add(block);
            }
        }
        KnownCloses closes = new KnownCloses(tick, settings.grid());
        closes.before(memories.entries());
        foldReferences(tick, byPair, context);
        closes.after(memories.entries());
        report(facts.fold(tick, known, closes, settings.facts()), tick, context);
    }

    private void foldReferences(long tick, Map<String, List<EventBlock>> byPair, OnTimerContext context)
            throws Exception {
        for (String pair : memories.keys()) {
            byPair.putIfAbsent(pair, List.of());
        }
        for (Map.Entry<String, List<EventBlock>> entry : byPair.entrySet()) {
            PairMemory memory = memories.get(entry.getKey());
            if (memory == null) {
                memory = new PairMemory(entry.getKey());
            }
            FoldReport report = memory.fold(tick, entry.getValue(), settings.memory());
            if (isOnlyReference(entry.getKey())) {
                report(report, tick, context);
            }
            memories.put(entry.getKey(), memory);
        }
    }

    private static void report(FoldReport report, long tick, OnTimerContext context) {
        EventRowsOut.late(report, tick).ifPresent(rows -> context.output(KnowPairs.LATE, rows));
        EventRowsOut.refused(report, tick).ifPresent(rows -> context.output(KnowPairs.REFUSED, rows));
    }

    private MarketRow row(long tick, FactMemory facts) throws Exception {
        Map<String, PairMemory> known = new TreeMap<>();
        for (Map.Entry<String, PairMemory> entry : memories.entries()) {
            known.put(entry.getKey(), entry.getValue());
        }
        List<ReferenceReturns> references = new ArrayList<>();
        List<byte[]> inputs = new ArrayList<>();
        SortedMap<String, Map<String, History>> byQuote = new TreeMap<>();
        known.forEach((pair, memory) -> {
            History history = memory.history(settings.grid(), List.of());
            references.add(ReferenceReturns.of(history));
            inputs.add(memory.inputs());
            byQuote.computeIfAbsent(Symbols.quote(pair), absent -> new TreeMap<>())
                    .put(Symbols.base(pair), history);
        });
        SortedMap<String, double[]> features = new TreeMap<>();
        byQuote.forEach(
                (quote, ofQuote) -> features.put(quote, settings.catalog().referenceValues(ofQuote)));
        return new MarketRow(tick, references, inputs, features, factRow(tick, facts));
    }

    private FactRow factRow(long tick, FactMemory facts) {
        FeatureCatalog catalog = settings.catalog();
        TreeSet<String> assets = new TreeSet<>(facts.assets());
        assets.addAll(settings.facts().chains().keySet());
        SortedMap<String, double[]> ofAssets = new TreeMap<>();
        for (String asset : assets) {
            ofAssets.put(asset, catalog.assetValues(facts.facts(asset, tick, settings.facts())));
        }
        return new FactRow(
                catalog.marketValues(subject -> facts.facts(subject, tick, settings.facts())),
                ofAssets,
                catalog.assetValues(facts.facts(NOBODY, tick, settings.facts())));
    }
}

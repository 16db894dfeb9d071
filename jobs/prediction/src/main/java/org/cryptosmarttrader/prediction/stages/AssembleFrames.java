package org.cryptosmarttrader.prediction.stages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.cryptosmarttrader.book.BookTick;
import org.cryptosmarttrader.book.PairQuote;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.drift.FrameCells;
import org.cryptosmarttrader.features.CrossSectionFeature;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.flow.Frame;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.flow.PairRow;
import org.cryptosmarttrader.wire.rows.RowBatch;

/** All pairs of a tick side by side: adds the columns of the cross-section and the root of what the rows rest on. */
public final class AssembleFrames extends KeyedProcessFunction<Long, PairRow, Frame> {

    private static final long serialVersionUID = 1L;

    /** One row per pair and tick with every feature. */
    public static final OutputTag<RowBatch> FEATURES = new OutputTag<>("features", MessageType.of(RowBatch.class));

    /** Labels that matured at the tick. */
    public static final OutputTag<RowBatch> LABELS = new OutputTag<>("labels", MessageType.of(RowBatch.class));

    public static final OutputTag<RowBatch> BARS = new OutputTag<>("bars", MessageType.of(RowBatch.class));

    /** What trading needs to know of the pairs of a tick. */
    public static final OutputTag<BookTick> QUOTES = new OutputTag<>("quotes", MessageType.of(BookTick.class));

    /** How the columns of a tick are distributed. */
    public static final OutputTag<FrameCells> COLUMNS = new OutputTag<>("columns", MessageType.of(FrameCells.class));

    private static final ListStateDescriptor<PairRow> ROWS =
            new ListStateDescriptor<>("rows", MessageType.of(PairRow.class));

    private final GraphSettings settings;
    private transient ListState<PairRow> rows;
    private transient FeatureRowsOut featureRows;
    private transient InputRoots roots;

    private AssembleFrames(GraphSettings settings) {
        this.settings = settings;
    }

    /** @param market what the rows of every pair rest on besides their own */
    public static SingleOutputStreamOperator<Frame> of(
            DataStream<PairRow> known, DataStream<PairRow> market, GraphSettings settings) {
        return known.union(market)
                .keyBy(PairRow::tick, Types.LONG)
                .process(new AssembleFrames(settings), MessageType.of(Frame.class))
                .uid("frames")
                .name("frames: all pairs of a tick, cross-section");
    }

    @Override
    public void open(OpenContext context) {
        rows = getRuntimeContext().getListState(ROWS);
        featureRows = new FeatureRowsOut(settings.catalog());
        roots = new InputRoots();
    }

    @Override
    public void processElement(PairRow row, Context context, Collector<Frame> out) throws Exception {
        rows.add(row);
        context.timerService().registerEventTimeTimer(row.tick());
    }

    @Override
    public void onTimer(long tick, OnTimerContext context, Collector<Frame> out) throws Exception {
        List<PairRow> ofTick = new ArrayList<>();
        List<byte[]> ofMarket = new ArrayList<>(1);
        for (PairRow row : rows.get()) {
            if (row.isOfMarket()) {
                ofMarket.add(row.inputs());
            } else {
                ofTick.add(row);
            }
        }
        rows.clear();
        if (!ofTick.isEmpty()) {
            ofTick.sort(Comparator.comparing(PairRow::pair));
            emit(frame(tick, ofTick, ofMarket), ofTick, context, out);
        }
    }

    private void emit(Frame frame, List<PairRow> ofTick, OnTimerContext context, Collector<Frame> out) {
        context.output(FEATURES, featureRows.features(frame));
        featureRows.bars(frame, settings.grid()).ifPresent(bars -> context.output(BARS, bars));
        featureRows.labels(frame, settings.grid()).ifPresent(labels -> context.output(LABELS, labels));
        context.output(QUOTES, quotes(frame.tick(), ofTick));
        context.output(COLUMNS, columns(frame));
        out.collect(frame);
    }

    private FrameCells columns(Frame frame) {
        return FrameCells.of(
                frame.tick(),
                settings.catalog().size(),
                frame.listed().stream().map(PairRow::features).toList());
    }

    private BookTick quotes(long tick, List<PairRow> ofTick) {
        List<PairQuote> quotes = ofTick.stream().map(PairRow::quote).toList();
        return new BookTick(tick, settings.grid().barAt(tick), quotes, List.of());
    }

    private Frame frame(long tick, List<PairRow> ofTick, List<byte[]> ofMarket) {
        SortedMap<String, List<PairRow>> byQuote = new TreeMap<>();
        for (PairRow row : ofTick) {
            byQuote.computeIfAbsent(Symbols.quote(row.pair()), absent -> new ArrayList<>())
                    .add(row);
        }
        SortedMap<String, Frame.Group> groups = new TreeMap<>();
        List<PairRow> complete = new ArrayList<>(ofTick.size());
        for (Map.Entry<String, List<PairRow>> group : byQuote.entrySet()) {
            List<PairRow> members = group.getValue();
            groups.put(group.getKey(), group(group.getKey(), members, ofMarket));
            complete.addAll(withCrossSection(members));
        }
        complete.sort(Comparator.comparing(PairRow::pair));
        return new Frame(tick, complete, groups);
    }

    private Frame.Group group(String quote, List<PairRow> rowsOfQuote, List<byte[]> ofMarket) {
        int members = (int) rowsOfQuote.stream().filter(this::isMember).count();
        List<byte[]> inputs = Stream.concat(rowsOfQuote.stream().map(PairRow::inputs), ofMarket.stream())
                .toList();
        return new Frame.Group(members, roots.of(quote, inputs));
    }

    /** A member of the universe has a bar and is not tied to a currency or metal. */
    private boolean isMember(PairRow row) {
        return row.listed()
                && row.quote().present()
                && !settings.excludedBases().contains(Symbols.base(row.pair()));
    }

    private List<PairRow> withCrossSection(List<PairRow> rowsOfQuote) {
        List<CrossSectionFeature> crossSection = settings.catalog().ofCrossSection();
        int from = settings.catalog().beforeCrossSection();
        List<double[]> features = rowsOfQuote.stream()
                .map(row -> Arrays.copyOf(row.features(), settings.catalog().size()))
                .toList();
        for (int column = 0; column < crossSection.size(); column++) {
            double[] values = crossSection.get(column).values(inputs(rowsOfQuote, column));
            for (int row = 0; row < values.length; row++) {
                features.get(row)[from + column] = values[row];
            }
        }
        List<PairRow> complete = new ArrayList<>(rowsOfQuote.size());
        for (int row = 0; row < rowsOfQuote.size(); row++) {
            complete.add(rowsOfQuote.get(row).withFeatures(features.get(row)));
        }
        return complete;
    }

    private double[] inputs(List<PairRow> rowsOfQuote, int column) {
        return rowsOfQuote.stream()
                .mapToDouble(row -> isMember(row) ? row.crossSectionInputs()[column] : Double.NaN)
                .toArray();
    }
}

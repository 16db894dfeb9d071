package org.cryptosmarttrader.prediction.stages;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.drift.ColumnDrift;
import org.cryptosmarttrader.drift.DayCells;
import org.cryptosmarttrader.drift.Deciles;
import org.cryptosmarttrader.drift.FrameCells;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.flow.HorizonFrame;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.scoring.ModelsInForce;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;

/**
 * How the columns of the last 28 whole days compare with the training sets of the models to be judged: at the first tick of
 * each UTC day, and when a model is replaced. Models of one training set are compared once; written down is what concerns the
 * direction.
 */
public final class WatchColumns extends KeyedBroadcastProcessFunction<Integer, FrameCells, EventBlock, HorizonFrame> {

    private static final long serialVersionUID = 1L;

    /** The population stability index of every column. */
    public static final OutputTag<RowBatch> DRIFT = new OutputTag<>("drift", MessageType.of(RowBatch.class));

    private static final MapStateDescriptor<Long, FrameCells> TICKS =
            new MapStateDescriptor<>("ticks", Types.LONG, MessageType.of(FrameCells.class));
    private static final MapStateDescriptor<Long, DayCells> DAYS =
            new MapStateDescriptor<>("days", Types.LONG, MessageType.of(DayCells.class));
    private static final ValueStateDescriptor<Long> CLOSED = new ValueStateDescriptor<>("closed", Types.LONG);
    private static final MapStateDescriptor<String, String> COMPARED =
            new MapStateDescriptor<>("compared", Types.STRING, Types.STRING);

    private final GraphSettings settings;
    private final List<String> statements;
    private transient MapState<Long, FrameCells> ticks;
    private transient MapState<Long, DayCells> days;
    private transient ValueState<Long> closed;
    private transient MapState<String, String> compared;
    private transient AnnouncedModels announced;

    /** Deciles of a training set, and how far the columns are from them. */
    private record Compared(Deciles deciles, double[] stability) {}

    private WatchColumns(GraphSettings settings) {
        this.settings = settings;
        this.statements = Stream.concat(
                        Stream.of(Statement.UP), settings.statements().stream().map(Statement::name))
                .toList();
    }

    public static SingleOutputStreamOperator<HorizonFrame> of(
            DataStream<FrameCells> columns, DataStream<EventBlock> models, GraphSettings settings) {
        return columns.keyBy(cells -> 0, Types.INT)
                .connect(models.broadcast(AnnouncedModels.STATE))
                .process(new WatchColumns(settings), MessageType.of(HorizonFrame.class))
                .uid("drift")
                .name("drift: columns against training sets");
    }

    @Override
    public void open(OpenContext context) {
        ticks = getRuntimeContext().getMapState(TICKS);
        days = getRuntimeContext().getMapState(DAYS);
        closed = getRuntimeContext().getState(CLOSED);
        compared = getRuntimeContext().getMapState(COMPARED);
        announced = new AnnouncedModels();
    }

    @Override
    public void processElement(FrameCells frame, ReadOnlyContext context, Collector<HorizonFrame> out)
            throws Exception {
        ticks.put(frame.tick(), frame);
        context.timerService().registerEventTimeTimer(frame.tick());
    }

    @Override
    public void processBroadcastElement(EventBlock announcement, Context context, Collector<HorizonFrame> out)
            throws Exception {
        announced.add(context.getBroadcastState(AnnouncedModels.STATE), announcement, context.currentWatermark());
    }

    @Override
    public void onTimer(long tick, OnTimerContext context, Collector<HorizonFrame> out) throws Exception {
        long day = UtcDays.dayOf(tick);
        boolean newDay = closed.value() == null || closed.value() < day;
        if (newDay) {
            close(day);
        }
        Map<String, List<ModelsInForce.Active>> inForce =
                announced.inForce(context.getBroadcastState(AnnouncedModels.STATE), tick);
        for (Horizon horizon : settings.horizons()) {
            List<ModelsInForce.Active> models = inForce.getOrDefault(horizon.label(), List.of());
            List<Compared> done = new ArrayList<>();
            for (String statement : statements) {
                List<ModelsInForce.Active> about = ModelsInForce.about(statement, models);
                if (!about.isEmpty()
                        && about.get(0).hasItsCard()
                        && (newDay || isNew(horizon, statement, about.get(0)))) {
                    compared.put(key(horizon, statement), about.get(0).foundCard());
                    compare(tick, horizon, about.get(0), done, context, out);
                }
            }
        }
    }

    private boolean isNew(Horizon horizon, String statement, ModelsInForce.Active lead) throws Exception {
        return !lead.foundCard().equals(compared.get(key(horizon, statement)));
    }

    private static String key(Horizon horizon, String statement) {
        return horizon.label() + " " + statement;
    }

    /** Adds up the ticks of the days before one; drops days that no window needs any more. */
    private void close(long day) throws Exception {
        SortedMap<Long, List<FrameCells>> whole = new TreeMap<>();
        for (FrameCells frame : ticks.values()) {
            if (UtcDays.dayOf(frame.tick()) < day) {
                whole.computeIfAbsent(UtcDays.dayOf(frame.tick()), absent -> new ArrayList<>())
                        .add(frame);
            }
        }
        for (Map.Entry<Long, List<FrameCells>> ofDay : whole.entrySet()) {
            days.put(ofDay.getKey(), DayCells.of(settings.catalog().size(), ofDay.getValue()));
            for (FrameCells frame : ofDay.getValue()) {
                ticks.remove(frame.tick());
            }
        }
        Iterator<Map.Entry<Long, DayCells>> all = days.iterator();
        while (all.hasNext()) {
            if (all.next().getKey() < day - ColumnDrift.DAYS) {
                all.remove();
            }
        }
        closed.update(day);
    }

    /**
     * Nothing is said before 28 days are whole, or of a model of other columns: the scoring refuses it.
     *
     * @param done comparisons of this tick; grows
     */
    private void compare(
            long tick,
            Horizon horizon,
            ModelsInForce.Active lead,
            List<Compared> done,
            OnTimerContext context,
            Collector<HorizonFrame> out)
            throws Exception {
        ModelCard card = lead.announcement().card();
        SortedMap<Long, DayCells> window = new TreeMap<>();
        for (Map.Entry<Long, DayCells> day : days.entries()) {
            window.put(day.getKey(), day.getValue());
        }
        if (window.size() < ColumnDrift.DAYS
                || card.deciles().columns().size() != settings.catalog().size()) {
            return;
        }
        double[] stability = stability(card.deciles(), List.copyOf(window.values()), done);
        out.collect(HorizonFrame.ofColumns(
                tick, horizon.hours(), lead.statement(), ColumnDrift.of(card.modelSha256(), stability)));
        if (lead.statement().equals(Statement.UP)) {
            context.output(DRIFT, rows(tick, horizon, card, stability));
        }
    }

    private static double[] stability(Deciles deciles, List<DayCells> window, List<Compared> done) {
        return done.stream()
                .filter(known -> known.deciles().isAs(deciles))
                .findFirst()
                .orElseGet(() -> {
                    done.add(new Compared(deciles, deciles.stability(window)));
                    return done.get(done.size() - 1);
                })
                .stability();
    }

    private RowBatch rows(long tick, Horizon horizon, ModelCard card, double[] stability) {
        RowBuilder rows = new RowBuilder(Datasets.DRIFT, stability.length);
        for (int column = 0; column < stability.length; column++) {
            rows.row()
                    .set(0, tick)
                    .set(1, horizon.label())
                    .set(2, card.modelSha256())
                    .set(3, settings.catalog().names().get(column))
                    .set(4, stability[column])
                    .set(5, stability[column] > ColumnDrift.LIMIT);
        }
        return rows.build();
    }
}

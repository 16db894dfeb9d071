package org.cryptosmarttrader.prediction.stages;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.cryptosmarttrader.book.BookTick;
import org.cryptosmarttrader.book.Signal;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.judgement.DayRecord;
import org.cryptosmarttrader.judgement.HorizonJudge;
import org.cryptosmarttrader.judgement.Issued;
import org.cryptosmarttrader.judgement.JudgeState;
import org.cryptosmarttrader.judgement.Prior;
import org.cryptosmarttrader.judgement.Slate;
import org.cryptosmarttrader.judgement.Verdict;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.RunMark;
import org.cryptosmarttrader.prediction.flow.HorizonFrame;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.scoring.ModelsInForce;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.rows.RowBatch;

/**
 * Each horizon's forecasts judged, tick after tick: outcomes of earlier ones first, then calibration, interval, ledger,
 * gates. Every statement beside the direction is judged by itself, and published only. What was learnt belongs to its run: it
 * goes on from no other's checkpoint.
 */
public final class JudgeForecasts extends KeyedBroadcastProcessFunction<String, HorizonFrame, EventBlock, BookTick>
        implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    /** What was made of each forecast, and why. */
    public static final OutputTag<RowBatch> VERDICTS = new OutputTag<>("verdicts", MessageType.of(RowBatch.class));

    /** What was made of each statement beside the direction, and why. */
    public static final OutputTag<RowBatch> STATEMENTS = new OutputTag<>("statements", MessageType.of(RowBatch.class));

    /** Where each horizon stands. */
    public static final OutputTag<RowBatch> STATUS = new OutputTag<>("status", MessageType.of(RowBatch.class));

    /** What was promised and kept, once a day. */
    public static final OutputTag<RowBatch> COVERAGE = new OutputTag<>("coverage", MessageType.of(RowBatch.class));

    private static final MapStateDescriptor<Long, HorizonFrame> FRAMES =
            new MapStateDescriptor<>("frames", Types.LONG, MessageType.of(HorizonFrame.class));
    private static final MapStateDescriptor<Long, HorizonFrame> DRIFTS =
            new MapStateDescriptor<>("drifts", Types.LONG, MessageType.of(HorizonFrame.class));
    private static final MapStateDescriptor<Long, Issued> ISSUED =
            new MapStateDescriptor<>("issued", Types.LONG, MessageType.of(Issued.class));
    private static final MapStateDescriptor<Long, DayRecord> DAYS =
            new MapStateDescriptor<>("days", Types.LONG, MessageType.of(DayRecord.class));
    private static final ValueStateDescriptor<JudgeState> JUDGE =
            new ValueStateDescriptor<>("judge", MessageType.of(JudgeState.class));

    private final GraphSettings settings;
    private final RunMark mark;
    private transient MapState<Long, HorizonFrame> frames;
    private transient MapState<Long, HorizonFrame> drifts;
    private transient MapState<Long, Issued> issuedAt;
    private transient MapState<Long, DayRecord> days;
    private transient ValueState<JudgeState> states;
    private transient AnnouncedModels announced;
    private transient Map<String, HorizonJudge> judges;
    private transient Map<String, Prior> priors;
    private transient JudgeGauges gauges;

    private JudgeForecasts(GraphSettings settings, RunMark mark) {
        this.settings = settings;
        this.mark = mark;
    }

    public static SingleOutputStreamOperator<BookTick> of(
            DataStream<HorizonFrame> forecasts, DataStream<EventBlock> models, GraphSettings settings, RunMark mark) {
        return forecasts
                .keyBy(HorizonFrame::key, Types.STRING)
                .connect(models.broadcast(AnnouncedModels.STATE))
                .process(new JudgeForecasts(settings, mark), MessageType.of(BookTick.class))
                .uid("judged")
                .name("judged: outcomes, calibration, intervals, gates");
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        OwnCheckpoints.require(mark, context);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // the mark does not change
    }

    @Override
    public void open(OpenContext context) {
        frames = getRuntimeContext().getMapState(FRAMES);
        drifts = getRuntimeContext().getMapState(DRIFTS);
        issuedAt = getRuntimeContext().getMapState(ISSUED);
        days = getRuntimeContext().getMapState(DAYS);
        states = getRuntimeContext().getState(JUDGE);
        announced = new AnnouncedModels();
        judges = new TreeMap<>();
        priors = new TreeMap<>();
        gauges = new JudgeGauges(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(HorizonFrame frame, ReadOnlyContext context, Collector<BookTick> out) throws Exception {
        if (frame.isOfColumns()) {
            drifts.put(frame.tick(), frame);
        } else {
            frames.put(frame.tick(), frame);
        }
        context.timerService().registerEventTimeTimer(frame.tick());
    }

    @Override
    public void processBroadcastElement(EventBlock announcement, Context context, Collector<BookTick> out)
            throws Exception {
        announced.add(context.getBroadcastState(AnnouncedModels.STATE), announcement, context.currentWatermark());
    }

    @Override
    public void onTimer(long tick, OnTimerContext context, Collector<BookTick> out) throws Exception {
        HorizonFrame frame = frames.get(tick);
        frames.remove(tick);
        Horizon horizon = new Horizon(frame.horizonHours());
        HorizonJudge judge = judges.computeIfAbsent(frame.key(), absent -> judge(frame, horizon));
        JudgeState state = states.value();
        if (state == null) {
            state = new JudgeState(horizon, settings.judging());
        }
        if (drifts.contains(tick)) {
            judge.observe(state, drifts.get(tick).drift());
            drifts.remove(tick);
        }
        state.accept(frame.rows());
        learn(judge, state, horizon, frame);
        for (Map.Entry<String, HorizonFrame.MarketReading> market :
                frame.markets().entrySet()) {
            HorizonFrame.MarketReading reading = market.getValue();
            judge.observe(state, tick, market.getKey(), reading.volRatio(), reading.trendStrength());
        }
        if (judge.needsWindow(state, tick)) {
            judge.takeWindow(state, tick, closedDays(judge, tick));
            if (frame.isOfDirection()) {
                context.output(COVERAGE, CoverageRowsOut.rows(tick, horizon, state, settings.judging()));
            }
        }
        Slate slate = slate(frame, context);
        List<Verdict> verdicts = judge.judge(state, tick, slate);
        states.update(state);
        if (!verdicts.isEmpty()) {
            issuedAt.put(tick, Issued.of(slate, verdicts));
        }
        if (frame.isOfDirection()) {
            publish(frame, judge, state, verdicts, context);
            out.collect(new BookTick(tick, settings.grid().barAt(tick), List.of(), signals(horizon, verdicts)));
        } else if (!verdicts.isEmpty()) {
            context.output(STATEMENTS, VerdictRowsOut.statements(frame, slate, state, verdicts));
        }
    }

    private void publish(
            HorizonFrame frame, HorizonJudge judge, JudgeState state, List<Verdict> verdicts, OnTimerContext context) {
        RowBatch status = VerdictRowsOut.status(frame, judge.training(state), state, settings.judging(), verdicts);
        context.output(STATUS, status);
        gauges.show(new Horizon(frame.horizonHours()), status);
        if (!verdicts.isEmpty()) {
            context.output(VERDICTS, VerdictRowsOut.verdicts(frame, state, verdicts));
        }
    }

    private HorizonJudge judge(HorizonFrame frame, Horizon horizon) {
        return frame.isOfDirection()
                ? new HorizonJudge(horizon, settings.judging())
                : HorizonJudge.ofStatement(horizon, settings.judging());
    }

    private void learn(HorizonJudge judge, JudgeState state, Horizon horizon, HorizonFrame frame) throws Exception {
        long decided = frame.tick() - horizon.millis();
        long day = UtcDays.dayOf(frame.tick());
        DayRecord today = days.get(day);
        if (today == null) {
            today = new DayRecord(horizon.bars(settings.grid()));
        }
        judge.learn(state, frame.tick(), frame.outcomes(), issuedAt.get(decided), today);
        issuedAt.remove(decided);
        days.put(day, today);
    }

    /** Records of the days before a tick's that are still needed; older ones are dropped. */
    private SortedMap<Long, DayRecord> closedDays(HorizonJudge judge, long tick) throws Exception {
        SortedMap<Long, DayRecord> kept = new TreeMap<>();
        Iterator<Map.Entry<Long, DayRecord>> all = days.iterator();
        while (all.hasNext()) {
            Map.Entry<Long, DayRecord> day = all.next();
            if (day.getKey() < judge.keptFrom(tick)) {
                all.remove();
            } else if (day.getKey() < UtcDays.dayOf(tick)) {
                kept.put(day.getKey(), day.getValue());
            }
        }
        return kept;
    }

    private Slate slate(HorizonFrame frame, OnTimerContext context) throws Exception {
        List<ModelsInForce.Active> inForce = announced
                .inForce(context.getBroadcastState(AnnouncedModels.STATE), frame.tick())
                .get(new Horizon(frame.horizonHours()).label());
        Prior prior = frame.forecasts().isEmpty()
                ? Prior.NONE
                : prior(ModelsInForce.about(frame.statement(), inForce).get(0));
        return new Slate(frame.model(), prior, frame.forecasts(), frame.members());
    }

    /** What the card of the model to be judged brings; one that was not announced brings nothing. */
    private Prior prior(ModelsInForce.Active lead) {
        return lead.hasItsCard()
                ? priors.computeIfAbsent(
                        lead.foundCard(), absent -> prior(lead.announcement().card()))
                : Prior.NONE;
    }

    private static Prior prior(ModelCard card) {
        return new Prior(card.climatology(), card.prior().map(), card.prior().scores());
    }

    private static List<Signal> signals(Horizon horizon, List<Verdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> new Signal(
                        verdict.forecast().pair(),
                        horizon,
                        verdict.pUp(),
                        verdict.forecast().expectedReturn(),
                        verdict.interval().upper(),
                        verdict.forecast().sigma(),
                        verdict.regime(),
                        Lane.GATED.passes(verdict.judgement()),
                        Lane.RESEARCH.passes(verdict.judgement())))
                .toList();
    }
}

package org.cryptosmarttrader.prediction.stages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
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
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.judgement.Forecast;
import org.cryptosmarttrader.judgement.HorizonJudge.Outcome;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.flow.Frame;
import org.cryptosmarttrader.prediction.flow.HorizonFrame;
import org.cryptosmarttrader.prediction.flow.MaturedLabel;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.flow.PairRow;
import org.cryptosmarttrader.prediction.scoring.MissingModelException;
import org.cryptosmarttrader.prediction.scoring.ModelPool;
import org.cryptosmarttrader.prediction.scoring.ModelsInForce;
import org.cryptosmarttrader.prediction.scoring.TamperedModelException;
import org.cryptosmarttrader.prediction.scoring.UnusableModelException;
import org.cryptosmarttrader.statements.Answer;
import org.cryptosmarttrader.statements.RealisedReturn;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.wire.models.StaleCardException;
import org.cryptosmarttrader.wire.rows.RowBatch;

/** Every pair of a tick scored by the models in force, one call for each; labels pass through to the judges. */
public final class ScoreFrames extends KeyedBroadcastProcessFunction<Long, Frame, EventBlock, HorizonFrame> {

    private static final long serialVersionUID = 1L;

    /** What the models said. */
    public static final OutputTag<RowBatch> FORECASTS = new OutputTag<>("forecasts", MessageType.of(RowBatch.class));

    /** Models that were announced and not used. */
    public static final OutputTag<RowBatch> REFUSED = new OutputTag<>("refused-models", MessageType.of(RowBatch.class));

    private static final ValueStateDescriptor<Frame> FRAME =
            new ValueStateDescriptor<>("frame", MessageType.of(Frame.class));

    private final GraphSettings settings;
    private transient ValueState<Frame> frameState;
    private transient AnnouncedModels announced;
    private transient ModelPool models;
    private transient FrameScorer scorer;
    private transient Map<String, List<ModelsInForce.Active>> lastInForce;
    private transient int volRatio;
    private transient int trendStrength;

    private ScoreFrames(GraphSettings settings) {
        this.settings = settings;
    }

    public static SingleOutputStreamOperator<HorizonFrame> of(
            DataStream<Frame> frames, DataStream<EventBlock> models, GraphSettings settings) {
        return frames.keyBy(Frame::tick, Types.LONG)
                .connect(models.broadcast(AnnouncedModels.STATE))
                .process(new ScoreFrames(settings), MessageType.of(HorizonFrame.class))
                .uid("forecasts")
                .name("forecasts: models in force score the frame");
    }

    @Override
    public void open(OpenContext context) {
        frameState = getRuntimeContext().getState(FRAME);
        announced = new AnnouncedModels();
        models = new ModelPool();
        scorer = new FrameScorer(settings.catalog(), settings.grid());
        lastInForce = new TreeMap<>();
        volRatio = settings.catalog().find("btc_vol_ratio");
        trendStrength = settings.catalog().find("btc_trend_strength");
    }

    @Override
    public void processElement(Frame frame, ReadOnlyContext context, Collector<HorizonFrame> out) throws Exception {
        frameState.update(frame);
        context.timerService().registerEventTimeTimer(frame.tick());
    }

    @Override
    public void processBroadcastElement(EventBlock announcement, Context context, Collector<HorizonFrame> out)
            throws Exception {
        announced.add(context.getBroadcastState(AnnouncedModels.STATE), announcement, context.currentWatermark());
    }

    @Override
    public void onTimer(long tick, OnTimerContext context, Collector<HorizonFrame> out) throws Exception {
        Frame frame = frameState.value();
        frameState.clear();
        Map<String, List<ModelsInForce.Active>> inForce =
                announced.inForce(context.getBroadcastState(AnnouncedModels.STATE), tick);
        if (!inForce.isEmpty()) {
            scorer.begin(frame);
        }
        closeSuperseded(inForce);
        SortedMap<String, HorizonFrame.MarketReading> markets = markets(frame);
        int rows = frame.listed().size();
        for (Horizon horizon : settings.horizons()) {
            ScoredModels scored = score(frame, inForce.getOrDefault(horizon.label(), List.of()), context);
            List<Outcome> outcomes = outcomes(frame, horizon);
            List<RealisedReturn> realised = realised(outcomes);
            out.collect(direction(tick, horizon, scored.about(Statement.UP), outcomes, markets, rows));
            for (Statement statement : settings.statements()) {
                List<Outcome> answered = answered(outcomes, statement.answers(realised));
                out.collect(stated(tick, horizon, statement, scored.about(statement.name()), answered, rows));
            }
        }
    }

    private HorizonFrame direction(
            long tick,
            Horizon horizon,
            ScoredModels scored,
            List<Outcome> outcomes,
            SortedMap<String, HorizonFrame.MarketReading> markets,
            int rows) {
        return new HorizonFrame(
                tick,
                horizon.hours(),
                Statement.UP,
                scored.judgedModel(),
                scored.judged(() -> scorer.withoutModel(horizon)),
                scored.members(),
                outcomes,
                markets,
                rows);
    }

    /** A statement beside the direction: no return is expected, and outcomes tell whether it came true. */
    private HorizonFrame stated(
            long tick, Horizon horizon, Statement statement, ScoredModels scored, List<Outcome> answered, int rows) {
        return new HorizonFrame(
                tick,
                horizon.hours(),
                statement.name(),
                scored.judgedModel(),
                scored.judged(() -> scorer.withoutModel(horizon)).stream()
                        .map(Forecast::withoutReturn)
                        .toList(),
                scored.members(),
                answered,
                Collections.emptySortedMap(),
                rows);
    }

    private static List<RealisedReturn> realised(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> new RealisedReturn(
                        outcome.pair(), outcome.label().value(), outcome.label().scaled()))
                .toList();
    }

    private static List<Outcome> answered(List<Outcome> outcomes, List<Answer> answers) {
        List<Outcome> answered = new ArrayList<>(outcomes.size());
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            Answer answer = answers.get(i);
            answered.add(new Outcome(outcome.pair(), outcome.label().answering(answer.value(), answer.scaled())));
        }
        return answered;
    }

    private ScoredModels score(Frame frame, List<ModelsInForce.Active> models, OnTimerContext context)
            throws Exception {
        List<ScoredModels.Scored> scored = new ArrayList<>(models.size());
        for (ModelsInForce.Active model : models) {
            scored.add(new ScoredModels.Scored(model, forecasts(frame, model, context)));
        }
        return new ScoredModels(scored);
    }

    /** A model that fails leaves with a reason; the others go on. */
    private Optional<List<Forecast>> forecasts(Frame frame, ModelsInForce.Active active, OnTimerContext context)
            throws Exception {
        try {
            active.requireItsCard();
            active.announcement().card().requireFits(settings.catalog(), settings.grid());
            List<Forecast> forecasts = scorer.score(active, models.model(active.announcement()));
            context.output(FORECASTS, ForecastRowsOut.rows(frame.tick(), active, forecasts));
            return Optional.of(forecasts);
        } catch (StaleCardException | TamperedModelException | MissingModelException | UnusableModelException refusal) {
            context.output(REFUSED, ForecastRowsOut.refusal(frame.tick(), active, refusal));
            return Optional.empty();
        }
    }

    /** Features of a reference are the same for every pair of a quote currency, so the first pair tells them. */
    private SortedMap<String, HorizonFrame.MarketReading> markets(Frame frame) {
        SortedMap<String, HorizonFrame.MarketReading> markets = new TreeMap<>();
        if (volRatio >= 0 && trendStrength >= 0) {
            for (PairRow row : frame.listed()) {
                markets.putIfAbsent(
                        Symbols.quote(row.pair()),
                        new HorizonFrame.MarketReading(row.features()[volRatio], row.features()[trendStrength]));
            }
        }
        return markets;
    }

    private static List<Outcome> outcomes(Frame frame, Horizon horizon) {
        List<Outcome> outcomes = new ArrayList<>();
        for (PairRow row : frame.rows()) {
            for (MaturedLabel label : row.labels()) {
                if (label.horizonHours() == horizon.hours()) {
                    outcomes.add(new Outcome(row.pair(), label.label()));
                }
            }
        }
        return outcomes;
    }

    private void closeSuperseded(Map<String, List<ModelsInForce.Active>> inForce) {
        if (!inForce.equals(lastInForce)) {
            TreeSet<String> needed = new TreeSet<>();
            inForce.values().forEach(active -> active.forEach(model -> needed.add(model.modelHash())));
            models.keep(needed);
            scorer.keep(needed);
            lastInForce = inForce;
        }
    }

    @Override
    public void close() {
        if (models != null) {
            models.close();
        }
    }
}

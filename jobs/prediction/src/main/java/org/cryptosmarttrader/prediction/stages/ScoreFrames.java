package org.cryptosmarttrader.prediction.stages;

import java.util.ArrayList;
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
import org.cryptosmarttrader.judgement.Slate;
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
        scorer = new FrameScorer(settings);
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
        for (Horizon horizon : settings.horizons()) {
            List<Scored> scored = score(frame, inForce.getOrDefault(horizon.label(), List.of()), context);
            out.collect(new HorizonFrame(
                    tick,
                    horizon.hours(),
                    lead(scored).map(lead -> lead.model().modelHash()).orElse(""),
                    judged(scored, horizon),
                    members(scored),
                    outcomes(frame, horizon),
                    markets,
                    frame.listed().size()));
        }
    }

    /** What a model in force says; nothing if it failed. */
    private record Scored(ModelsInForce.Active model, Optional<List<Forecast>> forecasts) {}

    private List<Scored> score(Frame frame, List<ModelsInForce.Active> models, OnTimerContext context)
            throws Exception {
        List<Scored> scored = new ArrayList<>(models.size());
        for (ModelsInForce.Active model : models) {
            scored.add(new Scored(model, forecasts(frame, model, context)));
        }
        return scored;
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

    /** The model to be judged, unless it failed. */
    private static Optional<Scored> lead(List<Scored> scored) {
        return scored.stream()
                .limit(1)
                .filter(first -> first.model().isChampion() && first.forecasts().isPresent())
                .findFirst();
    }

    private List<Forecast> judged(List<Scored> scored, Horizon horizon) {
        boolean anyChampion = scored.stream()
                .anyMatch(one -> one.model().isChampion() && one.forecasts().isPresent());
        return anyChampion
                ? lead(scored).flatMap(Scored::forecasts).orElseGet(() -> scorer.withoutModel(horizon))
                : List.of();
    }

    private static List<Slate.Member> members(List<Scored> scored) {
        return scored.stream()
                .filter(one -> one.model().isChampion() && one.forecasts().isPresent())
                .map(one -> new Slate.Member(
                        one.model().member(), votes(one.forecasts().orElseThrow())))
                .toList();
    }

    private static double[] votes(List<Forecast> forecasts) {
        return forecasts.stream().mapToDouble(Forecast::vote).toArray();
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

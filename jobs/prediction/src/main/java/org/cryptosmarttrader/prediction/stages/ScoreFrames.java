package org.cryptosmarttrader.prediction.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.cryptosmarttrader.prediction.scoring.Champions;
import org.cryptosmarttrader.prediction.scoring.ModelPool;
import org.cryptosmarttrader.prediction.scoring.TamperedModelException;
import org.cryptosmarttrader.prediction.scoring.UnusableModelException;
import org.cryptosmarttrader.wire.models.StaleCardException;
import org.cryptosmarttrader.wire.rows.RowBatch;

/** Every pair of a tick scored by the model in force, one call per horizon; labels pass through to the judges. */
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
    private transient Map<String, Champions.Active> lastInForce;
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
        Map<String, Champions.Active> inForce =
                announced.inForce(context.getBroadcastState(AnnouncedModels.STATE), tick);
        if (!inForce.isEmpty()) {
            scorer.begin(frame);
        }
        closeSuperseded(inForce);
        SortedMap<String, HorizonFrame.MarketReading> markets = markets(frame);
        for (Horizon horizon : settings.horizons()) {
            List<Outcome> outcomes = outcomes(frame, horizon);
            Champions.Active active = inForce.get(horizon.label());
            List<Forecast> forecasts = active == null ? List.of() : forecasts(frame, active, context);
            String model = forecasts.isEmpty() ? "" : active.modelHash();
            out.collect(new HorizonFrame(tick, horizon.hours(), model, forecasts, outcomes, markets));
        }
    }

    private List<Forecast> forecasts(Frame frame, Champions.Active active, OnTimerContext context) throws Exception {
        try {
            active.announcement().card().requireFits(settings.catalog(), settings.grid());
            List<Forecast> forecasts = scorer.score(active, models.model(active.announcement()));
            context.output(FORECASTS, ForecastRowsOut.rows(frame.tick(), active, forecasts));
            return forecasts;
        } catch (StaleCardException | TamperedModelException | UnusableModelException refusal) {
            context.output(REFUSED, ForecastRowsOut.refusal(frame.tick(), active, refusal));
            return List.of();
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

    private void closeSuperseded(Map<String, Champions.Active> inForce) {
        if (!inForce.equals(lastInForce)) {
            TreeSet<String> needed = new TreeSet<>();
            inForce.values().forEach(active -> needed.add(active.modelHash()));
            models.keep(needed);
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

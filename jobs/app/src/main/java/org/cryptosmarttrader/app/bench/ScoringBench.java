package org.cryptosmarttrader.app.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.flow.Frame;
import org.cryptosmarttrader.prediction.flow.HorizonFrame;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.flow.PairRow;
import org.cryptosmarttrader.prediction.scoring.OnnxModel;
import org.cryptosmarttrader.prediction.stages.ScoreFrames;
import org.cryptosmarttrader.wire.models.ModelFolder;

/** Feature rows of a whole market scored by the forests of all horizons, by DJL's ONNX Runtime. */
record ScoringBench() implements Bench {

    private static final int TICKS = 800;

    @Override
    public String name() {
        return "scoring";
    }

    @Override
    public String unit() {
        return "rows";
    }

    @Override
    public String meaning() {
        return "frames of %d pairs in memory to forecasts by a forest for every horizon that the load has labels for, each of two outputs: the stage forecasts with novelty and prediction ids; the loop only asks the engine; Flink alone moves the frames"
                .formatted(LiveMarket.PAIRS);
    }

    @Override
    public Ways over(Load load) throws Exception {
        List<BenchForest> forests = BenchForest.ofEveryHorizon(load);
        LiveMarket market = LiveMarket.behind(load, TICKS);
        GraphSettings settings = market.settings(load.plan().settings());
        Series<Frame> frames = frames(load, market, settings);
        return new Ways(
                () -> stage(load, frames, forests, settings),
                () -> loop(frames, forests, settings.catalog().size()),
                () -> BareKeyedJob.run(
                        load, frames, MessageType.of(Frame.class), frame -> Long.toString(frame.tick())));
    }

    private static Series<Frame> frames(Load load, LiveMarket market, GraphSettings settings) throws Exception {
        MemoryJob job = new MemoryJob(load.job());
        return Series.of(job.collect(KnownRows.frames(job, market.series(), settings)).stream()
                .sorted(Comparator.comparingLong(Frame::tick))
                .map(frame -> new Series.Step<>(frame.tick(), List.of(frame)))
                .toList());
    }

    private static Ways.Done stage(Load load, Series<Frame> frames, List<BenchForest> forests, GraphSettings settings)
            throws Exception {
        List<EventBlock> announced = new ArrayList<>();
        for (BenchForest forest : forests) {
            announced.add(ModelFolder.announce(forest.folder())
                    .event(frames.tick().applyAsLong(0) - 1, announced.size() + 1L));
        }
        MemoryJob job = new MemoryJob(load.job());
        DataStream<EventBlock> models = job.stream(
                Series.of(List.of(new Series.Step<>(settings.until(), announced))), MessageType.of(EventBlock.class));
        int first = forests.get(0).horizon().hours();
        return job.run(
                ScoreFrames.of(job.stream(frames, MessageType.of(Frame.class)), models, settings),
                frame -> frame.horizonHours() == first ? frame.forecasts().size() : 0,
                ScoringBench::bits);
    }

    private static long bits(HorizonFrame frame) {
        return frame.forecasts().stream()
                .mapToLong(forecast -> bits(forecast.scaledReturn(), forecast.pUp()))
                .sum();
    }

    private static long bits(double scaledReturn, double pUp) {
        return Bits.of(new double[] {scaledReturn, pUp});
    }

    private static Ways.Done loop(Series<Frame> frames, List<BenchForest> forests, int features) throws Exception {
        long rows = 0;
        long bits = 0;
        for (BenchForest forest : forests) {
            rows = 0;
            try (OnnxModel model = OnnxModel.load(forest.onnx(), features)) {
                for (long tick = 0; tick < frames.ticks(); tick++) {
                    OnnxModel.Scores scores =
                            model.score(matrix(frames.items().apply(tick).get(0), features));
                    for (int row = 0; row < scores.scaledReturns().length; row++) {
                        bits += bits(scores.scaledReturns()[row], scores.risesLikely()[row]);
                        rows++;
                    }
                }
            }
        }
        long sum = bits;
        return new Ways.Done(rows, () -> sum);
    }

    private static float[] matrix(Frame frame, int features) {
        float[] matrix = new float[frame.rows().size() * features];
        int at = 0;
        for (PairRow row : frame.rows()) {
            for (double value : row.features()) {
                matrix[at++] = (float) value;
            }
        }
        return matrix;
    }
}

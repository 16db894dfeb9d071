package org.cryptosmarttrader.app.bench;

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

/** Feature rows scored by the forests of one horizon, by DJL's ONNX Runtime. */
record ScoringBench() implements Bench {

    @Override
    public String name() {
        return "scoring";
    }

    @Override
    public String unit() {
        return "forecasts";
    }

    @Override
    public String meaning() {
        return "frames in memory to forecasts of one horizon, two forests each: the stage forecasts with novelty and prediction ids; the loop only asks the engine; Flink alone moves the frames";
    }

    @Override
    public Ways over(Load load) throws Exception {
        List<Series.Step<Frame>> frames = frames(load);
        BenchForest model =
                BenchForest.train(load, load.plan().settings().horizons().get(0));
        Series<Frame> series = Series.of(frames);
        return new Ways(
                () -> stage(load, frames, model),
                () -> loop(frames, model, load.plan().settings().catalog().size()),
                () -> BareKeyedJob.run(
                        load, series, MessageType.of(Frame.class), frame -> Long.toString(frame.tick())));
    }

    private static List<Series.Step<Frame>> frames(Load load) throws Exception {
        GraphSettings settings = load.plan().settings();
        MemoryJob job = new MemoryJob(load.job());
        return job.collect(KnownRows.frames(job, load, settings)).stream()
                .sorted(Comparator.comparingLong(Frame::tick))
                .map(frame -> new Series.Step<>(frame.tick(), List.of(frame)))
                .toList();
    }

    private static Ways.Done stage(Load load, List<Series.Step<Frame>> frames, BenchForest model) throws Exception {
        EventBlock announced =
                ModelFolder.announce(model.folder()).event(frames.get(0).tick() - 1, 1);
        MemoryJob job = new MemoryJob(load.job());
        DataStream<EventBlock> models = job.stream(
                Series.of(List.of(new Series.Step<>(load.plan().until(), List.of(announced)))),
                MessageType.of(EventBlock.class));
        return job.run(
                ScoreFrames.of(
                        job.stream(Series.of(frames), MessageType.of(Frame.class)),
                        models,
                        load.plan().settings()),
                frame -> frame.forecasts().size(),
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

    private static Ways.Done loop(List<Series.Step<Frame>> frames, BenchForest trained, int features) throws Exception {
        long rows = 0;
        long bits = 0;
        try (OnnxModel model = OnnxModel.load(trained.onnx(), features)) {
            for (Series.Step<Frame> step : frames) {
                OnnxModel.Scores scores = model.score(matrix(step.items().get(0), features));
                for (int row = 0; row < scores.scaledReturns().length; row++) {
                    bits += bits(scores.scaledReturns()[row], scores.risesLikely()[row]);
                    rows++;
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

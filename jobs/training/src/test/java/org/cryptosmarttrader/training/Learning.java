package org.cryptosmarttrader.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.time.TickGrid;

/** Small training sets for tests, drawn from a seed. */
final class Learning {

    static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);
    static final int COLUMNS = 6;
    static final FeatureCatalog CATALOG = new FeatureCatalog(
            IntStream.rangeClosed(1, COLUMNS).<Feature>mapToObj(LogReturn::new).toList(), List.of());
    /** The first decision. */
    static final long START = 1_600_000_000_000L / TickGrid.HOUR * TickGrid.HOUR + 5_000;

    static final RandomForest SMALL = new RandomForest(40, 6, 20, 0.632, 0.5, 64, 7);
    static final Sampling SAMPLING = new Sampling(100_000, Sampling.Weights.UNIQUENESS, 7);
    static final Horizon HOUR = new Horizon(1);
    /** Standard normal features nobody learnt from. */
    static final float[] FRESH = features(5_000, 99);

    private Learning() {}

    static long hours(long hours) {
        return START + hours * TickGrid.HOUR;
    }

    /** A definition of some members. */
    static HorizonDefinition definition(Member... members) {
        return new HorizonDefinition(SAMPLING, List.of(members));
    }

    static Lesson lesson(TrainingSet rows) {
        return new Lesson(rows, SAMPLING, HOUR, HOURLY);
    }

    /** What a member grown on some rows is, as a file. */
    static byte[] grown(Member member, TrainingSet rows) {
        try {
            return member.grow(lesson(rows), new Engine()).onnx();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a model says of the fresh rows, so many at a time. */
    static ModelScorer.Scores said(byte[] onnx, int batch) throws IOException {
        return new Engine().score(onnx, COLUMNS, FRESH, batch);
    }

    /** Standard normal features, a twentieth of them missing. */
    static float[] features(int rows, long seed) {
        Random random = new Random(seed);
        float[] features = new float[rows * COLUMNS];
        for (int i = 0; i < features.length; i++) {
            float value = (float) random.nextGaussian();
            features[i] = random.nextInt(20) == 0 ? Float.NaN : value;
        }
        return features;
    }

    /** One pair, one row an hour; the label follows the first feature as far as {@code signal} says, else it is noise. */
    static TrainingSet set(int rows, double signal, long seed) {
        float[] features = features(rows, seed);
        Random noise = new Random(seed + 1);
        long[] decisions = new long[rows];
        String[] pairs = new String[rows];
        double[] scaled = new double[rows];
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            float first = features[row * COLUMNS];
            decisions[row] = hours(row);
            pairs[row] = "BTC/USD";
            scaled[row] = signal * (Float.isNaN(first) ? 0 : first) + noise.nextGaussian();
            values[row] = 0.01 * scaled[row];
        }
        return new TrainingSet(decisions, pairs, features, COLUMNS, scaled, values);
    }
}

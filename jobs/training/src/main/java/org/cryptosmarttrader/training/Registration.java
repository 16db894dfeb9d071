package org.cryptosmarttrader.training;

import java.io.IOException;
import java.util.Arrays;
import org.cryptosmarttrader.judgement.Forecast;

/** Conditions under which any ONNX model with the documented input and outputs may be used. */
public final class Registration {

    private static final int MOST_ROWS = 500;

    private Registration() {}

    /**
     * Refuses a model whose score of a row depends on the rows scored with it, or is none.
     *
     * @param features some rows × columns, row-major
     * @throws IOException if the model depends on the batch, says what is no return or no probability, never says
     *     anything, or the engine refuses it
     */
    public static void requireUsable(ModelScorer scorer, byte[] onnx, int columns, float[] features)
            throws IOException {
        int rows = Math.min(MOST_ROWS, features.length / columns);
        float[] some = Arrays.copyOf(features, rows * columns);
        ModelScorer.Scores together = scorer.score(onnx, columns, some, rows);
        requireEqual(together, scorer.score(onnx, columns, some, 1));
        requireNumbers(together);
    }

    private static void requireEqual(ModelScorer.Scores together, ModelScorer.Scores alone) throws IOException {
        int rows = together.risesLikely().length;
        for (int row = 0; row < rows; row++) {
            boolean same = bits(together.scaledReturns()[row]) == bits(alone.scaledReturns()[row])
                    && bits(together.risesLikely()[row]) == bits(alone.risesLikely()[row]);
            if (!same) {
                throw new IOException(
                        "model: row %d scores %s, %s alone and %s, %s among %d rows; a forecast would depend on its neighbours, the model is refused"
                                .formatted(
                                        row,
                                        alone.scaledReturns()[row],
                                        alone.risesLikely()[row],
                                        together.scaledReturns()[row],
                                        together.risesLikely()[row],
                                        rows));
            }
        }
    }

    /** Every missing value has the same bits. */
    private static int bits(float value) {
        return Float.floatToIntBits(value);
    }

    /**
     * A missing score is an abstention, as long as not every one is.
     *
     * @throws IOException if a return is infinite, a probability none, or nothing is said of any row
     */
    static void requireNumbers(ModelScorer.Scores scores) throws IOException {
        int rows = scores.risesLikely().length;
        boolean saysSomething = false;
        for (int row = 0; row < rows; row++) {
            float scaledReturn = scores.scaledReturns()[row];
            float likely = scores.risesLikely()[row];
            if (Float.isInfinite(scaledReturn)) {
                throw new IOException("model: scaled_return of row %d is %s, expected a number; the model is refused"
                        .formatted(row, scaledReturn));
            }
            if (!Float.isNaN(likely) && Double.isNaN(Forecast.probability(likely))) {
                throw new IOException(
                        "model: p_up of row %d is %s, expected 0 to 1; the model is refused".formatted(row, likely));
            }
            saysSomething |= !Float.isNaN(scaledReturn) && !Float.isNaN(likely);
        }
        if (!saysSomething) {
            throw new IOException("model: no number for any of %d rows; the model is refused".formatted(rows));
        }
    }
}

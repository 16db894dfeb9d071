package org.cryptosmarttrader.training;

import java.io.IOException;
import java.util.Arrays;

/** Conditions under which any ONNX model with the documented input and outputs may be used. */
public final class Registration {

    private static final int MOST_ROWS = 500;

    private Registration() {}

    /**
     * Refuses a model whose score of a row depends on the rows scored with it.
     *
     * @param features some rows × columns, row-major
     * @throws IOException if the model depends on the batch, or the engine refuses it
     */
    public static void requireBatchInvariant(ModelScorer scorer, byte[] onnx, int columns, float[] features)
            throws IOException {
        int rows = Math.min(MOST_ROWS, features.length / columns);
        float[] some = Arrays.copyOf(features, rows * columns);
        ModelScorer.Scores together = scorer.score(onnx, columns, some, rows);
        ModelScorer.Scores alone = scorer.score(onnx, columns, some, 1);
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

    private static int bits(float value) {
        return Float.floatToRawIntBits(value);
    }
}

package org.cryptosmarttrader.training;

import java.io.IOException;

/** The engine that will run the model in the job, so that a card's scores are those of the model as served. */
@FunctionalInterface
public interface ModelScorer {

    /**
     * What a model says of some rows.
     *
     * @param scaledReturns expected returns in units of volatility
     * @param risesLikely probabilities that the return is above 0
     */
    record Scores(float[] scaledReturns, float[] risesLikely) {}

    /**
     * @param onnx bytes of the model file
     * @param columns features per row
     * @param features rows × columns, row-major
     * @param batch rows per call
     * @throws IOException if the engine refuses the model or the rows
     */
    Scores score(byte[] onnx, int columns, float[] features, int batch) throws IOException;
}

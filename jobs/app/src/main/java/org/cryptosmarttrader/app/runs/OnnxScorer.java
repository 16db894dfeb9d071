package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.util.Arrays;
import org.cryptosmarttrader.prediction.scoring.OnnxModel;
import org.cryptosmarttrader.training.ModelScorer;

/** The job's engine, lent to the training. */
public final class OnnxScorer implements ModelScorer {

    @Override
    public Scores score(byte[] onnx, int columns, float[] features, int batch) throws IOException {
        int rows = features.length / columns;
        float[] scaledReturns = new float[rows];
        float[] risesLikely = new float[rows];
        try (OnnxModel model = OnnxModel.load(onnx, columns)) {
            for (int from = 0; from < rows; from += batch) {
                int until = Math.min(rows, from + batch);
                OnnxModel.Scores scores = model.score(Arrays.copyOfRange(features, from * columns, until * columns));
                System.arraycopy(scores.scaledReturns(), 0, scaledReturns, from, until - from);
                System.arraycopy(scores.risesLikely(), 0, risesLikely, from, until - from);
            }
        }
        return new Scores(scaledReturns, risesLikely);
    }
}

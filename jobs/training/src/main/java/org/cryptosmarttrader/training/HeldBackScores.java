package org.cryptosmarttrader.training;

import java.io.IOException;
import java.util.Arrays;
import org.cryptosmarttrader.evaluation.Correlation;
import org.cryptosmarttrader.evaluation.ProbabilityForecasts;
import org.cryptosmarttrader.judgement.Forecast;

/**
 * What a model says of some rows beside what came of them.
 *
 * @param pUp n probabilities of a return above 0
 * @param scaledReturns n expected returns
 * @param ups n outcomes: 1 above 0, 0 otherwise
 * @param scaled n realised scaled returns
 */
record HeldBackScores(double[] pUp, double[] scaledReturns, double[] ups, double[] scaled) {

    /**
     * @throws IOException if the engine refuses the model, or the model says nothing of a row: a forest never does that
     */
    static HeldBackScores of(ModelScorer scorer, byte[] onnx, TrainingSet rows) throws IOException {
        ModelScorer.Scores said = scorer.score(onnx, rows.columns(), rows.features(), ModelMaker.SCORING_BATCH);
        return of(said, 0, rows);
    }

    /** @param from place of the first of the rows among those scored */
    static HeldBackScores of(ModelScorer.Scores said, int from, TrainingSet rows) throws IOException {
        int n = rows.size();
        double[] pUp = new double[n];
        double[] scaledReturns = new double[n];
        for (int row = 0; row < n; row++) {
            pUp[row] = Forecast.probability(said.risesLikely()[from + row]);
            scaledReturns[row] = said.scaledReturns()[from + row];
            if (Double.isNaN(pUp[row] + scaledReturns[row])) {
                throw new IOException("importance: the model says nothing of row %d of %d held back; train it again"
                        .formatted(row, n));
            }
        }
        double[] ups =
                Arrays.stream(rows.values()).map(value -> value > 0 ? 1 : 0).toArray();
        return new HeldBackScores(pUp, scaledReturns, ups, rows.scaled());
    }

    private ProbabilityForecasts forecasts() {
        return ProbabilityForecasts.of(pUp, ups, new double[ups.length]);
    }

    double brier() {
        return forecasts().brier();
    }

    double areaUnderCurve() {
        return forecasts().areaUnderCurve();
    }

    /** Spearman's rho of expected and realised scaled return; NaN if the model says the same of every row. */
    double rankCorrelation() {
        return Correlation.spearman(scaledReturns, scaled);
    }
}

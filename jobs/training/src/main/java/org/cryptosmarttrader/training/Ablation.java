package org.cryptosmarttrader.training;

import java.io.IOException;
import org.cryptosmarttrader.evaluation.Correlation;
import org.cryptosmarttrader.evaluation.ForecastComparison;
import org.cryptosmarttrader.evaluation.StationaryBootstrap;
import org.cryptosmarttrader.wire.models.Importance;

/**
 * Grows the forest of a model again in another way and compares the two on the rows held back.
 *
 * @param lesson that taught the model
 * @param heldBack rows that did not
 * @param model what it says of them
 */
record Ablation(
        Lesson lesson,
        TrainingSet heldBack,
        HeldBackScores model,
        Member forest,
        ModelScorer scorer,
        StationaryBootstrap bootstrap) {

    /** Rows that grew the model. */
    TrainingSet training() {
        return lesson.rows();
    }

    /** The same forest without some columns, settings and seed alike. */
    Importance.Regrown without(int[] columns) throws IOException {
        return compared(lesson.of(training().without(columns)), forest, heldBack.without(columns));
    }

    /** The same forest with other draws: what differs by chance. */
    Importance.Regrown otherSeed() throws IOException {
        return compared(lesson.seeded(forest.seed() + 1), forest.seeded(forest.seed() + 1), heldBack);
    }

    private Importance.Regrown compared(Lesson taught, Member other, TrainingSet rows) throws IOException {
        return compared(HeldBackScores.of(scorer, other.grow(taught, scorer).onnx(), rows));
    }

    private Importance.Regrown compared(HeldBackScores other) {
        ForecastComparison comparison =
                new ForecastComparison(model.pUp(), other.pUp(), model.ups(), heldBack.decisions());
        return new Importance.Regrown(
                other.brier(),
                Numbers.orNull(other.areaUnderCurve()),
                difference(comparison.brierRise(), comparison.brierRise(bootstrap)),
                difference(comparison.areaLoss(), comparison.areaLoss(bootstrap)),
                Numbers.meanDistance(model.pUp(), other.pUp()),
                Numbers.meanDistance(model.scaledReturns(), other.scaledReturns()),
                Numbers.orNull(Correlation.spearman(model.pUp(), other.pUp())),
                Numbers.orNull(Correlation.spearman(model.scaledReturns(), other.scaledReturns())));
    }

    private static Importance.Difference difference(double value, StationaryBootstrap.Interval interval) {
        return new Importance.Difference(
                Numbers.orNull(value), Numbers.orNull(interval.lower()), Numbers.orNull(interval.upper()));
    }
}

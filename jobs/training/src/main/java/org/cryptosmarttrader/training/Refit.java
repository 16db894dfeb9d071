package org.cryptosmarttrader.training;

import java.util.Optional;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.time.TickGrid;

/**
 * One refit of one horizon: its two blocks, and what all its members share. Each is made when it is first asked for, once.
 * Thread-safe.
 */
public final class Refit {

    /** Fewest rows worth a model. */
    public static final int FEWEST_ROWS = 200;

    private final TrainingSet known;
    private final Horizon horizon;
    private final Fold fold;
    private final String trainingRoot;
    private final Once<TrainingSet> heldBack;
    private final Once<Lesson> lesson;
    private final Once<double[]> finiteShare;

    Refit(TrainingSet known, Sampling sampling, TickGrid grid, Horizon horizon, Fold fold, String trainingRoot) {
        this.known = known;
        this.horizon = horizon;
        this.fold = fold;
        this.trainingRoot = trainingRoot;
        this.heldBack = new Once<>(() -> known.between(fold.calibrationAfter() + 1, lastHeldBack()));
        this.lesson =
                new Once<>(() -> new Lesson(known.between(Long.MIN_VALUE, lastTraining()), sampling, horizon, grid));
        this.finiteShare = new Once<>(() -> finiteShare(lesson().rows()));
    }

    /** Whatever the fold says: a label matures one horizon after its decision. */
    private long lastKnown() {
        return fold.asOf() - horizon.millis();
    }

    private long lastTraining() {
        return Math.min(fold.lastTraining(), lastKnown());
    }

    private long lastHeldBack() {
        return Math.min(fold.lastCalibration(), lastKnown());
    }

    /** Why nothing can be made; empty if it can. */
    public Optional<String> refusal() {
        int training = known.count(Long.MIN_VALUE, lastTraining());
        int calibration = known.count(fold.calibrationAfter() + 1, lastHeldBack());
        return training >= FEWEST_ROWS && calibration > 0
                ? Optional.empty()
                : Optional.of("%,d labels known to train on (%d needed) and %,d to hold back for calibration"
                        .formatted(training, FEWEST_ROWS, calibration));
    }

    Horizon horizon() {
        return horizon;
    }

    Fold fold() {
        return fold;
    }

    String trainingRoot() {
        return trainingRoot;
    }

    /** What the members learn from. */
    Lesson lesson() {
        return lesson.get();
    }

    /** Rows no member learns from, to try them on. */
    TrainingSet heldBack() {
        return heldBack.get();
    }

    /** The same refit with other labels. */
    Refit labelled(double[] scaled, double[] values) {
        return new Refit(
                known.labelled(scaled, values), lesson().sampling(), lesson().grid(), horizon, fold, trainingRoot);
    }

    /** All rows there are, of both blocks and around them. */
    TrainingSet known() {
        return known;
    }

    /** Part of the training rows in which a feature was there, by column. */
    double[] finiteShare() {
        return finiteShare.get();
    }

    private static double[] finiteShare(TrainingSet training) {
        double[] shares = new double[training.columns()];
        for (int column = 0; column < shares.length; column++) {
            shares[column] = training.finiteShare(new int[] {column});
        }
        return shares;
    }
}

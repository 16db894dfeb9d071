package org.cryptosmarttrader.training;

import java.util.Optional;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.time.TickGrid;

/**
 * One refit of one horizon: its two blocks, and what all its members share. Each is made when it is first asked for, once.
 * The same rows with the labels of a statement are another refit, and share with it what does not depend on labels.
 * Thread-safe.
 */
public final class Refit {

    /** Fewest rows worth a model. */
    public static final int FEWEST_ROWS = 200;

    private final String statement;
    private final TrainingSet known;
    private final Horizon horizon;
    private final Fold fold;
    private final String trainingRoot;
    private final Once<TrainingSet> heldBack;
    private final Once<Lesson> lesson;
    private final Once<double[]> finiteShare;

    Refit(TrainingSet known, Sampling sampling, TickGrid grid, Horizon horizon, Fold fold, String trainingRoot) {
        this.statement = Statement.UP;
        this.known = known;
        this.horizon = horizon;
        this.fold = fold;
        this.trainingRoot = trainingRoot;
        this.heldBack = new Once<>(() -> known.between(fold.calibrationAfter() + 1, lastHeldBack()));
        this.lesson =
                new Once<>(() -> new Lesson(known.between(Long.MIN_VALUE, lastTraining()), sampling, horizon, grid));
        this.finiteShare = new Once<>(() -> finiteShare(lesson().rows()));
    }

    private Refit(Refit base, String statement, Targets targets) {
        this.statement = statement;
        this.known = base.known.labelled(targets.scaled(), targets.values());
        this.horizon = base.horizon;
        this.fold = base.fold;
        this.trainingRoot = base.trainingRoot;
        this.heldBack = new Once<>(() -> base.heldBack().labelled(targets.between(heldBackPlaces())));
        this.lesson = new Once<>(() -> base.lesson().labelled(targets.between(trainingPlaces())));
        this.finiteShare = base.finiteShare;
    }

    /**
     * The same refit about a statement.
     *
     * @param outcomes of the run and horizon, up to the instant of the fold at least
     */
    public Refit about(Statement other, Targets.Outcomes outcomes) {
        return new Refit(this, other.name(), outcomes.of(other, known));
    }

    private int[] trainingPlaces() {
        return known.places(Long.MIN_VALUE, lastTraining());
    }

    private int[] heldBackPlaces() {
        return known.places(fold.calibrationAfter() + 1, lastHeldBack());
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
        Targets labels = new Targets(known.scaled(), known.values());
        Targets training = labels.between(trainingPlaces());
        int toTrain = training.known().length;
        int toHoldBack = labels.between(heldBackPlaces()).known().length;
        if (toTrain < FEWEST_ROWS || toHoldBack == 0) {
            return Optional.of("%,d labels known to train on (%d needed) and %,d to hold back for calibration"
                    .formatted(toTrain, FEWEST_ROWS, toHoldBack));
        }
        return isDirection() || (training.count(true) > 0 && training.count(false) > 0)
                ? Optional.empty()
                : Optional.of("%s was %s of all %,d labels known to train on; there is nothing to tell apart"
                        .formatted(statement, training.count(true) > 0 ? "true" : "false", toTrain));
    }

    private boolean isDirection() {
        return statement.equals(Statement.UP);
    }

    /** What P(up) and its scores are of: {@code up}, or the name of another statement. */
    String statement() {
        return statement;
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

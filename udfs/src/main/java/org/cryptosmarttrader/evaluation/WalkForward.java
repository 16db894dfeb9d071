package org.cryptosmarttrader.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.time.TickGrid;

/**
 * The refits of one horizon's forest over a test period: each learns from everything before, none from what its test could
 * have touched. The first forest is available at the beginning of the period.
 *
 * <p>Times are UTC, epoch milliseconds. See docs/glossary.md, walk-forward.
 *
 * @param from first instant tested
 * @param until last instant tested
 * @param retrainMillis time from one refit to the next
 * @param horizon how far ahead the forest looks; as much is purged between blocks
 * @param calibrationMillis length of the calibration window
 * @param embargoMillis left out between blocks in addition to the horizon
 */
public record WalkForward(
        long from, long until, long retrainMillis, Horizon horizon, long calibrationMillis, long embargoMillis) {

    /** The default embargo. */
    public static final long EMBARGO = TickGrid.DAY;

    /** Time from the instant of a fit to that from which the forest is available. */
    public static final long FIT_TIME = TickGrid.HOUR;

    /** @throws IllegalArgumentException if the period is empty or backwards, or a length is impossible */
    public WalkForward {
        if (until <= from) {
            throw new IllegalArgumentException("walk-forward: from %s until %s, expected a later end"
                    .formatted(Instant.ofEpochMilli(from), Instant.ofEpochMilli(until)));
        }
        if (retrainMillis < FIT_TIME || calibrationMillis < 0 || embargoMillis < 0) {
            throw new IllegalArgumentException(
                    "walk-forward: retrain each %d ms, calibrate over %d ms, embargo %d ms; expected an hour or more, 0 or more, 0 or more"
                            .formatted(retrainMillis, calibrationMillis, embargoMillis));
        }
    }

    /** The folds in order of time; their tests cover the period without a gap and without overlap. */
    public List<Fold> folds() {
        List<Fold> folds = new ArrayList<>();
        for (long available = from; available < until; available += retrainMillis) {
            folds.add(fold(available));
        }
        return folds;
    }

    private Fold fold(long availableFrom) {
        long asOf = availableFrom - FIT_TIME;
        long guard = horizon.millis() + embargoMillis;
        long lastCalibration = asOf - guard;
        long calibrationAfter = lastCalibration - calibrationMillis;
        long next = availableFrom + retrainMillis;
        return new Fold(
                asOf,
                availableFrom,
                calibrationAfter - guard,
                calibrationAfter,
                lastCalibration,
                next < until ? next : until + 1);
    }
}

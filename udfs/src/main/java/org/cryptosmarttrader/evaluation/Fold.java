package org.cryptosmarttrader.evaluation;

/**
 * One refit of a walk-forward: which decisions a forest learns from, which calibrate it, and which it is tested on.
 *
 * <p>Blocks in time: train | purge of one horizon | embargo | calibration | purge | embargo | test. See
 * docs/glossary.md, walk-forward.
 *
 * @param asOf instant of the fit; only labels matured by then exist for it
 * @param availableFrom instant from which the forest may be used, and its test begins
 * @param lastTraining last decision trained on
 * @param calibrationAfter instant after which calibration decisions lie
 * @param lastCalibration last decision of the calibration window
 * @param testUntil instant before which the test ends: the next forest's, or just behind the end of the run
 */
public record Fold(
        long asOf, long availableFrom, long lastTraining, long calibrationAfter, long lastCalibration, long testUntil) {

    public boolean isTraining(long decision) {
        return decision <= lastTraining;
    }

    public boolean isCalibration(long decision) {
        return calibrationAfter < decision && decision <= lastCalibration;
    }

    public boolean isTest(long decision) {
        return availableFrom <= decision && decision < testUntil;
    }
}

package org.cryptosmarttrader.uncertainty;

import org.cryptosmarttrader.domain.Horizon;

/**
 * Which calibration a horizon uses: at 1 h Platt scaling with a prior, up to a day a shrink to climatology, beyond that
 * climatology alone until the window holds 52 weeks, then Platt scaling with a prior. Shorter windows made long horizons
 * worse when measured.
 *
 * @param horizon how far ahead the forecasts look
 * @param horizonBars the same in bars of the grid
 */
public record CalibrationRule(Horizon horizon, int horizonBars) {

    /** Independent outcomes from which the graph's own calibration replaces the one of the forest's card. */
    public static final int MINIMUM_OUTCOMES = 30;

    private static final double SHRINK = 0.25;
    private static final int WEEKS_UP_TO_A_DAY = 12;
    private static final int WEEKS_BEYOND_A_DAY = 52;

    /** Length of the window that calibration and conformal scores are taken from, in weeks. */
    public int windowWeeks() {
        return horizon.hours() <= 24 ? WEEKS_UP_TO_A_DAY : WEEKS_BEYOND_A_DAY;
    }

    /**
     * The calibration in force.
     *
     * @param ofCard what the forest's card brings from its held-back window
     * @param independentOutcomes n_eff of the graph's own window
     * @param fitted what {@link #fit} makes of that window
     */
    public Calibration choose(Calibration ofCard, double independentOutcomes, Calibration fitted) {
        return independentOutcomes >= MINIMUM_OUTCOMES ? fitted : ofCard;
    }

    /**
     * The calibration that the outcomes of a window support.
     *
     * @param outcomes of the last {@link #windowWeeks()} weeks
     * @param weeksHeld time since the first outcome ever judged, in weeks; a window that has filled once stays full
     * @param climatology share of matured training labels above 0
     */
    public Calibration fit(OutcomeHistogram outcomes, double weeksHeld, double climatology) {
        if (horizon.hours() > 1 && horizon.hours() <= 24) {
            return new ClimatologyShrink(climatology, SHRINK);
        }
        if (horizon.hours() > 24 && !(weeksHeld >= WEEKS_BEYOND_A_DAY)) {
            return new ClimatologyShrink(climatology, 0);
        }
        return PlattPrior.of(horizonBars).fit(outcomes);
    }
}

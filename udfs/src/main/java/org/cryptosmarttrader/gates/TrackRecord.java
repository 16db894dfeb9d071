package org.cryptosmarttrader.gates;

/**
 * What a horizon has shown up to a tick, the same for all pairs of a quote group. What has not been measured yet is NaN or
 * null.
 *
 * @param training authentic history so far
 * @param calibrationOutcomes independent outcomes in the calibration window, of forecasts the graph itself issued
 * @param driftedShare part of the forest's columns whose distribution left that of training, 0 to 1; NaN if not measured
 * @param coverageAlarm whether the intervals of the quote group break their promise; null if not measured
 * @param skillLowerBound lower end of the 95 % interval of the Brier skill; NaN if not measured
 * @param skillOutcomes independent outcomes behind it
 * @param hitRate share of earlier forecasts that passed every gate, on probation or not, and were right, 0 to 1; NaN if
 *     there were none
 * @param hitRateOutcomes independent outcomes behind it
 */
public record TrackRecord(
        TrainingProgress training,
        double calibrationOutcomes,
        double driftedShare,
        Boolean coverageAlarm,
        double skillLowerBound,
        double skillOutcomes,
        double hitRate,
        double hitRateOutcomes) {}

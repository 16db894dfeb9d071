package org.cryptosmarttrader.evaluation;

/**
 * One point of a reliability diagram: forecasts of nearly one probability and what came of them.
 *
 * @param n number of forecasts in the bin
 * @param meanProbability mean forecast, 0 to 1; NaN if the bin is empty
 * @param upShare share of outcomes above 0, 0 to 1; NaN if the bin is empty
 */
public record ReliabilityBin(int n, double meanProbability, double upShare) {

    /** Distance from the diagonal; NaN if the bin is empty. */
    public double error() {
        return Math.abs(upShare - meanProbability);
    }
}

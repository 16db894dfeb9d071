package org.cryptosmarttrader.serving.report;

import java.util.Arrays;

/**
 * Buying nothing.
 *
 * @param figures of a worth that never changes
 * @param method how it is computed
 */
public record FlatReport(ReturnFigures figures, String method) {

    private static final String METHOD =
            "The deposit stays what it is: nothing is bought, so nothing is paid, and no interest is credited.";

    /** @param periods of the account it stands beside */
    static FlatReport of(int periods, double periodsPerYear) {
        double[] values = new double[periods + 1];
        Arrays.fill(values, 1);
        return new FlatReport(ReturnFigures.of(values, periodsPerYear, METHOD), METHOD);
    }
}

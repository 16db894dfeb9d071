package org.cryptosmarttrader.evaluation;

import java.util.Arrays;

/** Rows of a decision are a period: they are drawn together, since pairs move together. */
final class Periods {

    private Periods() {}

    /**
     * @param decisions n instants, ascending
     * @return n numbers of periods from 0, rows of one decision alike
     * @throws IllegalArgumentException if the instants are not ascending
     */
    static int[] of(long[] decisions) {
        int[] periods = new int[decisions.length];
        for (int row = 1; row < decisions.length; row++) {
            if (decisions[row] < decisions[row - 1]) {
                throw new IllegalArgumentException("periods: decision %d after %d, expected ascending instants"
                        .formatted(decisions[row], decisions[row - 1]));
            }
            periods[row] = periods[row - 1] + (decisions[row] == decisions[row - 1] ? 0 : 1);
        }
        return periods;
    }

    static int count(int[] periods) {
        return periods.length == 0 ? 0 : periods[periods.length - 1] + 1;
    }

    /** Each period once: the history as it was. */
    static int[] once(int count) {
        int[] occurrences = new int[count];
        Arrays.fill(occurrences, 1);
        return occurrences;
    }
}

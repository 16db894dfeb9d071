package org.cryptosmarttrader.features;

import java.io.Serializable;

/**
 * One number known of a pair, or of all, from the pairs of one quote currency at one tick.
 *
 * <p>Gap class {@link GapClass#CROSS_SECTION}: needs {@value #MINIMUM_MEMBERS} members of the universe that have the input.
 */
public interface CrossSectionFeature extends Serializable {

    int MINIMUM_MEMBERS = 5;

    String name();

    String unit();

    String meaning();

    /** What is compared; evaluated per pair. */
    Feature input();

    /**
     * @param inputs one per row of the tick, NaN for pairs that are not members or lack the input
     * @return one value per row, in the same order; NaN where there is none
     */
    double[] values(double[] inputs);

    /** Number of members that have the input. */
    static int members(double[] inputs) {
        int members = 0;
        for (double input : inputs) {
            if (!Double.isNaN(input)) {
                members++;
            }
        }
        return members;
    }
}

package org.cryptosmarttrader.features;

/**
 * One number known of a pair, or of all, from the pairs of one quote currency at one tick.
 *
 * <p>Gap class {@link GapClass#CROSS_SECTION}: needs {@value #MINIMUM_MEMBERS} members of the universe that have the input.
 */
public interface CrossSectionFeature extends Described {

    int MINIMUM_MEMBERS = 5;

    /** What is compared; evaluated per pair. */
    Feature input();

    /**
     * @param inputs one per row of the tick, NaN for pairs that are not members or lack the input
     * @return one value per row, in the same order; NaN where there is none
     */
    double[] values(double[] inputs);

    @Override
    default GapClass gapClass() {
        return GapClass.CROSS_SECTION;
    }

    /** Those the input depends on. */
    @Override
    default int memoryBars() {
        return input().memoryBars();
    }

    @Override
    default String source() {
        return "bars of the pairs of one quote currency";
    }

    @Override
    default String parameters() {
        return input().name();
    }

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

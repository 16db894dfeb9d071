package org.cryptosmarttrader.features;

/** How a feature treats absent bars. Source: definitions B.1. */
public enum GapClass {
    /** Needs the bar decided on and one other bar of the grid. */
    POINTS,
    /** Needs nine tenths of the bars of its window, uses those present. */
    WINDOW,
    /** Needs nine tenths of the returns of its window, never a return across a gap. */
    RETURNS,
    /** Recursive, seeded anew in 240 bars of which 180 must be present. */
    RECURSIVE,
    /** Needs every bar of its window. */
    FULL,
    /** Needs the clock only. */
    TIME,
    /** Needs five members of the cross-section that have the input. */
    CROSS_SECTION
}

package org.cryptosmarttrader.gates;

/** How a forecast is published. See docs/glossary.md, standing. */
public enum Standing {
    /** Every gate passes; the lane GATED may trade it. */
    PASSED,
    /** Every gate passes, but earlier ones have too short a record; not traded. */
    PROBATION,
    /** A gate refuses. */
    REFUSED,
    /** The training gate is shut; published without confidence, for the record only. */
    EXPERIMENTAL
}

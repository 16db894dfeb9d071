package org.cryptosmarttrader.gates;

/** What a gate says of a candidate. */
public enum Finding {
    PASSES,
    /** Nothing against it but too short a record: published, not traded. */
    PROBATION,
    REFUSES,
    /** There is nothing to go by yet; refuses where trades are real, not on paper. */
    NOT_MEASURED;

    static Finding of(boolean passes) {
        return passes ? PASSES : REFUSES;
    }
}

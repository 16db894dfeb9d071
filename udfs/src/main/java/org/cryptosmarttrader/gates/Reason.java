package org.cryptosmarttrader.gates;

/** Why a forecast may not be acted on, in the order refusals list them. */
public enum Reason {
    PROVENANCE("an input cannot be traced to a recorded payload"),
    TRAINING("fewer than 12 weeks of authentic history since the last gap"),
    INDEPENDENT_OUTCOMES("the calibration window holds fewer than 30 independent outcomes"),
    STALE("the newest bar is not the one decided on"),
    MISSING("a mandatory feature is missing"),
    DRIFT("too many features are distributed otherwise than in training"),
    OOD("the row is unlike the training set or lacks too many features"),
    COVERAGE("intervals held fewer outcomes than they promised"),
    SKILL("forecasts may be no better than the base rate"),
    CONFIDENCE("the calibrated probability is not sure enough"),
    HITRATE("gated forecasts of this horizon were not reliably right");

    private final String meaning;

    Reason(String meaning) {
        this.meaning = meaning;
    }

    /** One line for people. */
    public String meaning() {
        return meaning;
    }
}

package org.cryptosmarttrader.labels;

/** How well a label's entry and exit could be found. */
public enum LabelStatus {
    OK,
    ENTRY_LATE,
    EXIT_STALE,
    ENTRY_LATE_EXIT_STALE,
    /** No bar to enter at; no label. */
    ENTRY_GAP,
    /** No bar to leave at; no label. */
    EXIT_GAP;

    /** As written to files and reports, e.g. {@code ENTRY_LATE+EXIT_STALE}. */
    public String code() {
        return this == ENTRY_LATE_EXIT_STALE ? ENTRY_LATE + "+" + EXIT_STALE : name();
    }
}

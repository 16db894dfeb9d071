package org.cryptosmarttrader.serving.alerts;

import java.time.Instant;
import java.util.Map;

/**
 * An alert that begins or ends.
 *
 * @param state {@code firing} or {@code resolved}
 * @param labels of the sample, without those the rule asks for
 * @param runbook where it is told what to do
 * @param at when that was seen
 */
record AlertChange(String state, String alert, String summary, Map<String, String> labels, String runbook, Instant at) {

    /** In one line. */
    String line() {
        return state.equals("firing")
                ? "FIRING %s: %s (%s)".formatted(alert, summary, runbook)
                : "RESOLVED %s: %s".formatted(alert, summary);
    }
}

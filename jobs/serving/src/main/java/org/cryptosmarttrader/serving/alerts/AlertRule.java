package org.cryptosmarttrader.serving.alerts;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A condition that somebody should know of. The list says the same as {@code deploy/alerts.yaml}, but that this process answers at
 * all, which it cannot tell of itself; a test compares the two.
 *
 * @param alert its name
 * @param metric what it looks at
 * @param where labels a sample must have to be looked at
 * @param condition whether a sample is bad
 * @param lasting how long it has to be bad before it is said
 * @param summary in words, labels as {@code {{ $labels.NAME }}}
 * @param runbook where it is told what to do
 */
record AlertRule(
        String alert,
        String metric,
        Map<String, String> where,
        Condition condition,
        Duration lasting,
        String summary,
        String runbook) {

    /** Of a sample's value, at an instant in seconds since 1970. */
    @FunctionalInterface
    interface Condition {
        boolean holds(double value, double now);
    }

    private static final double LATE_SECONDS = 60;
    private static final double STANDING_SECONDS = 7_200;

    static final List<AlertRule> ALL = List.of(
            new AlertRule(
                    "CstPromiseOld",
                    "cst_ingest_promise_age_seconds",
                    Map.of(),
                    (age, now) -> age > LATE_SECONDS,
                    Duration.ofMinutes(2),
                    "ingest has promised nothing for a minute, so nothing is decided",
                    "docs/operations.md#promise-old"),
            new AlertRule(
                    "CstIngestSilent",
                    "cst_ingest_status_age_seconds",
                    Map.of(),
                    (age, now) -> age > LATE_SECONDS,
                    Duration.ofMinutes(2),
                    "ingest says nothing of itself",
                    "docs/operations.md#promise-old"),
            new AlertRule(
                    "CstRunStands",
                    "cst_whole_up_to_seconds",
                    Map.of(),
                    (upTo, now) -> now - upTo > STANDING_SECONDS,
                    Duration.ofMinutes(5),
                    "no tick was completed for two hours",
                    "docs/operations.md#run-stands"),
            new AlertRule(
                    "CstSourceComplains",
                    "cst_source_complaints",
                    Map.of("source", "kraken"),
                    (complaints, now) -> complaints > 0,
                    Duration.ofMinutes(15),
                    "part of the market is not heard",
                    "docs/operations.md#source-complains"),
            new AlertRule(
                    "CstCoverageLow",
                    "cst_refusals",
                    Map.of("reason", "COVERAGE"),
                    (refusals, now) -> refusals > 0,
                    Duration.ofHours(2),
                    "intervals of {{ $labels.horizon }} held fewer outcomes than they promised",
                    "docs/operations.md#models-off"),
            new AlertRule(
                    "CstLogLoss",
                    "cst_log_loss_alarm",
                    Map.of(),
                    (alarm, now) -> alarm == 1,
                    Duration.ZERO,
                    "forecasts of {{ $labels.horizon }} are worse than they used to be",
                    "docs/operations.md#models-off"),
            new AlertRule(
                    "CstStopped",
                    "cst_stopped",
                    Map.of(),
                    (stopped, now) -> stopped == 1,
                    Duration.ZERO,
                    "the kill switch of {{ $labels.lane }} in {{ $labels.quote }} has tripped",
                    "docs/operations.md#stopped"),
            new AlertRule(
                    "CstTainted",
                    "cst_tainted_rows",
                    Map.of(),
                    (rows, now) -> rows > 0,
                    Duration.ZERO,
                    "rows rest on sources that name themselves as made up",
                    "docs/operations.md#tainted"),
            new AlertRule(
                    "CstUnread",
                    "cst_unread_parts",
                    Map.of(),
                    (parts, now) -> parts > 0,
                    Duration.ofMinutes(10),
                    "part of the metrics cannot be read",
                    "docs/operations.md#down"));

    /** The summary of a sample. */
    String summary(Map<String, String> labels) {
        String said = summary;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            said = said.replace("{{ $labels.%s }}".formatted(label.getKey()), label.getValue());
        }
        return said;
    }
}

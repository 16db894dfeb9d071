package org.cryptosmarttrader.wire.events;

import java.util.List;

/** Names of the topics of one installation. Several may share a broker under different prefixes. */
public record Topics(String prefix) {

    /** What a topic holds: {@code events} in, {@code announcements} on their way there; the datasets out. */
    private static final List<String> OUT =
            List.of("forecasts", "verdicts", "statements", "orders", "fills", "audit", "status");

    /** @throws IllegalArgumentException if the prefix cannot be part of a topic's name */
    public Topics {
        if (!prefix.matches("[a-zA-Z0-9._-]{0,100}")) {
            throw new IllegalArgumentException(
                    "topic prefix '%s': expected letters, digits, dots, dashes and underscores".formatted(prefix));
        }
    }

    public String events() {
        return prefix + "events";
    }

    /** Where announcements of models and re-armings wait for the one writer of events, who numbers and dates what the job is promised. */
    public String announcements() {
        return prefix + "announcements";
    }

    /** Where a venue's executions wait for the writer of events. */
    public String executions() {
        return prefix + "executions";
    }

    /** Topic of an output dataset, e.g. {@code verdicts}. */
    public String of(String dataset) {
        return prefix + dataset;
    }

    /** Whether a dataset is sent to Kafka; all of them are written to Parquet. */
    public static boolean carries(String dataset) {
        return OUT.contains(dataset);
    }

    public static List<String> outputs() {
        return OUT;
    }
}

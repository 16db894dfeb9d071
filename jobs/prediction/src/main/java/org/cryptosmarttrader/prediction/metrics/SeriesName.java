package org.cryptosmarttrader.prediction.metrics;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A metric of one part of a job, as Prometheus names it.
 *
 * @param metric e.g. {@code flink_taskmanager_job_task_num_records_in}
 * @param flinkName Flink's own, e.g. {@code numRecordsIn}
 * @param labels of Prometheus' text, e.g. {@code subtask_index="0",task_name="known"}; empty if it has none
 */
record SeriesName(String metric, String flinkName, String labels) {

    /** They change at each start, and every value would be a series of its own. */
    private static final Set<String> FLEETING =
            Set.of("task_attempt_id", "task_attempt_num", "tm_id", "host", "job_id");

    /** @param variables of Flink, e.g. {@code <task_name>} */
    static SeriesName of(String scope, String name, Map<String, String> variables) {
        Map<String, String> labels = new TreeMap<>();
        variables.forEach((variable, value) -> {
            String label = cleaned(variable.replaceAll("[<>]", ""));
            if (!FLEETING.contains(label)) {
                labels.put(label, value);
            }
        });
        StringBuilder text = new StringBuilder();
        labels.forEach((label, value) ->
                text.append(text.isEmpty() ? "" : ",").append("%s=\"%s\"".formatted(label, escaped(value))));
        return new SeriesName("flink_%s_%s".formatted(snake(scope), snake(name)), name, text.toString());
    }

    /** In letters, digits and underscores. */
    static String cleaned(String text) {
        return text.replaceAll("[^A-Za-z0-9_]+", "_");
    }

    /** As Prometheus' names are written: {@code numRecordsIn} is {@code num_records_in}. */
    private static String snake(String name) {
        return cleaned(name)
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("_+", "_")
                .toLowerCase(Locale.ROOT);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /** A sample's name with labels, and one more if it is not empty. */
    String sample(String suffix, String label) {
        String all = labels.isEmpty() || label.isEmpty() ? labels + label : labels + "," + label;
        return all.isEmpty() ? metric + suffix : "%s%s{%s}".formatted(metric, suffix, all);
    }
}

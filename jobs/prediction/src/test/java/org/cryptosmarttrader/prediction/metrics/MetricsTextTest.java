package org.cryptosmarttrader.prediction.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Flink's metrics in Prometheus' text")
class MetricsTextTest {

    private final Map<SeriesName, Metric> metrics = new LinkedHashMap<>();

    private void gauge(String name, Object value, String... labels) {
        metrics.put(series(name, labels), (Gauge<Object>) () -> value);
    }

    private static SeriesName series(String name, String... labels) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            variables.put("<%s>".formatted(labels[i]), labels[i + 1]);
        }
        return SeriesName.of("taskmanager_job_task", name, variables);
    }

    @Test
    void have_each_family_once_with_all_its_samples() {
        SimpleCounter counter = new SimpleCounter();
        counter.inc(7);
        metrics.put(series("numRecordsIn", "task_name", "known", "subtask_index", "0"), counter);
        gauge("busyTimeMsPerSecond", 12.5);
        metrics.put(series("numRecordsIn", "task_name", "judged", "subtask_index", "0"), new SimpleCounter());

        assertThat(MetricsText.of(metrics)).isEqualTo("""
                        # HELP flink_taskmanager_job_task_busy_time_ms_per_second busyTimeMsPerSecond of Flink
                        # TYPE flink_taskmanager_job_task_busy_time_ms_per_second gauge
                        flink_taskmanager_job_task_busy_time_ms_per_second 12.5
                        # HELP flink_taskmanager_job_task_num_records_in numRecordsIn of Flink
                        # TYPE flink_taskmanager_job_task_num_records_in gauge
                        flink_taskmanager_job_task_num_records_in{subtask_index="0",task_name="judged"} 0.0
                        flink_taskmanager_job_task_num_records_in{subtask_index="0",task_name="known"} 7.0
                        """);
    }

    @Test
    void escape_what_would_end_a_label() {
        gauge("a", 1, "operator_name", "a\"b\\c\nd");

        assertThat(MetricsText.of(metrics))
                .endsWith("flink_taskmanager_job_task_a{operator_name=\"a\\\"b\\\\c\\nd\"} 1.0\n");
    }

    @Test
    void leave_out_what_is_no_number() {
        gauge("state", "RUNNING");
        gauge("nothing", null);

        assertThat(MetricsText.of(metrics)).isEmpty();
    }

    @Test
    void count_what_cannot_be_read() {
        metrics.put(series("ending"), (Gauge<Object>) () -> {
            throw new IllegalStateException("the task has ended");
        });

        assertThat(MetricsText.of(metrics)).isEqualTo("""
                        # HELP flink_failed_gauges gauges that could not be read now of Flink
                        # TYPE flink_failed_gauges gauge
                        flink_failed_gauges 1.0
                        """);
    }

    @Test
    void write_what_is_not_finite_as_prometheus_does() {
        gauge("a", Double.NaN);
        gauge("b", Double.POSITIVE_INFINITY);
        gauge("c", Double.NEGATIVE_INFINITY);

        assertThat(MetricsText.of(metrics).lines().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "flink_taskmanager_job_task_a NaN",
                        "flink_taskmanager_job_task_b +Inf",
                        "flink_taskmanager_job_task_c -Inf");
    }

    @Test
    void make_no_series_of_what_changes_at_each_start() {
        gauge("a", 1, "task_attempt_id", "5f", "tm_id", "x", "host", "h", "task_name", "known");

        assertThat(MetricsText.of(metrics)).endsWith("flink_taskmanager_job_task_a{task_name=\"known\"} 1.0\n");
    }
}

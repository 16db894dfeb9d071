package org.cryptosmarttrader.prediction.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.metrics.CharacterFilter;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.LocalJob;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The file of Flink's metrics")
class MetricsFileTest {

    private static final String SAMPLE =
            "flink_[a-z0-9_]+(\\{[a-z_]+=\"(\\\\.|[^\"\\\\])*\"(,[a-z_]+=\"(\\\\.|[^\"\\\\])*\")*})? (NaN|[+-]Inf|-?[0-9][0-9.E-]*)";

    @TempDir
    Path folder;

    @Test
    void is_written_by_a_job_that_runs_and_is_prometheus_text() throws Exception {
        Path file = folder.resolve("flink/metrics.txt");
        StreamExecutionEnvironment env =
                LocalJob.environment(JobSettings.once(1).withMetrics(file));
        env.fromSequence(0, Long.MAX_VALUE).sinkTo(new DiscardingSink<>());
        JobClient job = env.executeAsync("without end");
        try {
            List<String> lines = linesWith(file, "flink_taskmanager_job_task_num_records_out");

            assertThat(lines).filteredOn(line -> line.startsWith("# TYPE")).doesNotHaveDuplicates();
            assertThat(lines)
                    .filteredOn(line -> !line.startsWith("#"))
                    .doesNotHaveDuplicates()
                    .allMatch(line -> line.matches(SAMPLE));
            assertThat(lines)
                    .anyMatch(
                            line -> line.startsWith("flink_jobmanager_job_num_restarts{job_name=\"without end\"} 0.0"));
            assertThat(lines.stream().map(line -> line.replaceAll("[{ ].*", "")))
                    .containsAll(Files.readAllLines(Path.of("src/test/resources/flink-metrics-on-the-dashboard.txt")));
        } finally {
            job.cancel().get();
        }
    }

    @Test
    void leaves_out_what_the_clients_of_kafka_measure() throws Exception {
        MetricsFile metrics = new MetricsFile(folder.resolve("metrics.txt"));
        for (String group : List.of("KafkaProducer", "KafkaConsumer", "KafkaSourceReader")) {
            metrics.notifyOfAddedMetric(new SimpleCounter(), "some", new Group(group));
        }

        metrics.report();

        assertThat(Files.readString(folder.resolve("metrics.txt")))
                .contains("flink_taskmanager_job_kafka_source_reader_some 0.0")
                .doesNotContain("kafka_producer", "kafka_consumer");
    }

    @Test
    void forgets_a_metric_unless_another_took_its_place() throws Exception {
        MetricsFile metrics = new MetricsFile(folder.resolve("metrics.txt"));
        SimpleCounter first = new SimpleCounter();
        SimpleCounter second = new SimpleCounter();
        metrics.notifyOfAddedMetric(first, "some", new Group("task"));
        metrics.notifyOfAddedMetric(second, "some", new Group("task"));
        metrics.notifyOfRemovedMetric(first, "some", new Group("task"));
        metrics.report();
        assertThat(Files.readString(folder.resolve("metrics.txt"))).contains("flink_taskmanager_job_task_some 0.0");

        metrics.notifyOfRemovedMetric(second, "some", new Group("task"));
        metrics.report();
        assertThat(Files.readString(folder.resolve("metrics.txt"))).isEmpty();
    }

    /** A group as Flink hands it to reporters. */
    private static final class Group extends UnregisteredMetricsGroup implements LogicalScopeProvider {

        private final String name;

        private Group(String name) {
            this.name = name;
        }

        @Override
        public String getLogicalScope(CharacterFilter filter) {
            return getLogicalScope(filter, '.');
        }

        @Override
        public String getLogicalScope(CharacterFilter filter, char delimiter) {
            return "taskmanager%1$sjob%1$s%2$s".formatted(delimiter, filter.filterCharacters(name));
        }

        @Override
        public MetricGroup getWrappedMetricGroup() {
            return this;
        }
    }

    private static List<String> linesWith(Path file, String metric) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < deadline) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.stream().anyMatch(line -> line.startsWith(metric))) {
                    return lines;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("%s: no %s within a minute".formatted(file, metric));
    }
}

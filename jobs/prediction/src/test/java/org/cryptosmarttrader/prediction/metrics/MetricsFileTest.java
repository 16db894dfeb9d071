package org.cryptosmarttrader.prediction.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
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

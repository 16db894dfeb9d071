package org.cryptosmarttrader.prediction.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.Scheduled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Metrics of Flink as a file in Prometheus' text, replaced whole every few seconds; those of Kafka's clients, hundreds and in
 * names of their own, are left out. Flink's own reporter for Prometheus would
 * listen on every address of the machine; a file needs no port, and who may read it is the file's matter. Safe for use by many
 * threads.
 */
public final class MetricsFile implements MetricReporter, Scheduled {

    static final String PATH = "path";

    private static final Logger LOG = LoggerFactory.getLogger(MetricsFile.class);

    private static final Pattern KAFKA_CLIENT = Pattern.compile("_kafka_(producer|consumer)_");

    private static final String NAME = "file";
    private static final String SECONDS = "5 s";

    private final Path file;
    private final Map<SeriesName, Metric> metrics = new ConcurrentHashMap<>();

    MetricsFile(Path file) {
        this.file = file;
    }

    /** Makes a Flink of this process write the file. */
    public static void applyTo(Configuration configuration, String file) {
        configuration.setString("metrics.reporters", NAME);
        String prefix = "metrics.reporter.%s.".formatted(NAME);
        configuration.setString(prefix + "factory.class", MetricsFileFactory.class.getName());
        configuration.setString(prefix + "interval", SECONDS);
        configuration.setString(prefix + PATH, file);
    }

    @Override
    public void open(MetricConfig config) {
        // everything it needs was handed to the constructor
    }

    @Override
    public void close() {
        // the file stays as it is; readers see how old it is
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        SeriesName series = series(name, group);
        if (!KAFKA_CLIENT.matcher(series.metric()).find()) {
            metrics.put(series, metric);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        // a task that starts again may have put its own there
        metrics.remove(series(name, group), metric);
    }

    private static SeriesName series(String name, MetricGroup group) {
        String scope = LogicalScopeProvider.castFrom(group).getLogicalScope(SeriesName::cleaned, '_');
        return SeriesName.of(scope, name, group.getAllVariables());
    }

    @Override
    public void report() {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(next, MetricsText.of(metrics));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("metrics of Flink could not be written ({}); tried again in {}", e.toString(), SECONDS);
        }
    }
}

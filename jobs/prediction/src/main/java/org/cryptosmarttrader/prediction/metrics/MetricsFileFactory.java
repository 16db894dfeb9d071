package org.cryptosmarttrader.prediction.metrics;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Makes the reporter that Flink looks for by this class's name. */
public final class MetricsFileFactory implements MetricReporterFactory {

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        return new MetricsFile(Path.of(properties.getProperty(MetricsFile.PATH)));
    }
}

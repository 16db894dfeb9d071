package org.cryptosmarttrader.prediction.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.Metric;

/**
 * Metrics in the text format of Prometheus, each family once. What is no number now has no sample; gauges that fail are counted in
 * {@code flink_failed_gauges}.
 */
final class MetricsText {

    private static final List<Double> QUANTILES = List.of(0.5, 0.95, 0.99);

    private static final String FAILED = "flink_failed_gauges";

    private final Map<String, Family> families = new TreeMap<>();
    private int failed;

    private MetricsText() {}

    private static final class Family {
        private final String flinkName;
        private final boolean isSummary;
        private final Map<String, String> samples = new TreeMap<>();

        private Family(String flinkName, boolean isSummary) {
            this.flinkName = flinkName;
            this.isSummary = isSummary;
        }
    }

    static String of(Map<SeriesName, Metric> metrics) {
        MetricsText text = new MetricsText();
        metrics.forEach(text::add);
        text.addFailed();
        return text.toString();
    }

    private void addFailed() {
        if (failed > 0) {
            Family family = new Family("gauges that could not be read now", false);
            put(family, FAILED, failed);
            families.put(FAILED, family);
        }
    }

    private void add(SeriesName series, Metric metric) {
        Family family = families.computeIfAbsent(
                series.metric(), absent -> new Family(series.flinkName(), metric instanceof Histogram));
        if (family.isSummary != metric instanceof Histogram) {
            return;
        }
        if (metric instanceof Histogram histogram) {
            HistogramStatistics statistics = histogram.getStatistics();
            for (double quantile : QUANTILES) {
                put(family, series.sample("", "quantile=\"%s\"".formatted(quantile)), statistics.getQuantile(quantile));
            }
            put(family, series.sample("_count", ""), histogram.getCount());
        } else {
            Number value = value(metric);
            if (value != null) {
                put(family, series.sample("", ""), value);
            }
        }
    }

    private static void put(Family family, String sample, Number value) {
        double number = value.doubleValue();
        family.samples.put(
                sample, Double.isInfinite(number) ? (number > 0 ? "+Inf" : "-Inf") : Double.toString(number));
    }

    /** Null if it is none. A gauge belongs to whoever made it, and may fail while its task ends. */
    private Number value(Metric metric) {
        if (metric instanceof Counter counter) {
            return counter.getCount();
        }
        if (metric instanceof Meter meter) {
            return meter.getRate();
        }
        try {
            return metric instanceof Gauge<?> gauge && gauge.getValue() instanceof Number number ? number : null;
        } catch (RuntimeException ofItsMaker) {
            failed++;
            return null;
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        families.forEach((name, family) -> {
            if (!family.samples.isEmpty()) {
                text.append("# HELP %s %s of Flink\n".formatted(name, family.flinkName))
                        .append("# TYPE %s %s\n".formatted(name, family.isSummary ? "summary" : "gauge"));
                family.samples.forEach((sample, value) ->
                        text.append(sample).append(' ').append(value).append('\n'));
            }
        });
        return text.toString();
    }
}

package org.cryptosmarttrader.serving.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gauges as they are read, by name. What is not measured has no sample. Not thread-safe. */
public final class Gauges {

    private final Map<String, GaugeSnapshot.Builder> byName = new LinkedHashMap<>();

    /**
     * Adds a sample.
     *
     * @param value a number or a boolean; null if it is not measured
     * @param labels names and values in turns
     */
    public void add(String name, String help, Object value, String... labels) {
        Double number = value instanceof Boolean is
                ? (is ? 1.0 : 0.0)
                : value instanceof Number some ? some.doubleValue() : null;
        if (number != null) {
            byName.computeIfAbsent(
                            name, absent -> GaugeSnapshot.builder().name(name).help(help))
                    .dataPoint(GaugeDataPointSnapshot.builder()
                            .labels(Labels.of(labels))
                            .value(number)
                            .build());
        }
    }

    public MetricSnapshots snapshots() {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        byName.values().forEach(gauge -> all.metricSnapshot(gauge.build()));
        return all.build();
    }
}

package org.cryptosmarttrader.serving.alerts;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which alerts fire, from one look at the metrics to the next. Each change is said once. Not thread-safe. */
final class AlertWatch {

    private static final double MILLIS_A_SECOND = 1e3;

    private final List<AlertRule> rules;
    private final Map<Subject, Bad> bad = new LinkedHashMap<>();

    /** What a rule is about: a sample of its metric. */
    private record Subject(AlertRule rule, Map<String, String> labels) {

        AlertChange change(String state, Instant at) {
            return new AlertChange(state, rule.alert(), rule.summary(labels), labels, rule.runbook(), at);
        }
    }

    private record Bad(Instant since, boolean isFiring) {}

    AlertWatch(List<AlertRule> rules) {
        this.rules = rules;
    }

    /**
     * Looks.
     *
     * @param isWhole whether every part of the metrics could be read; a sample that is missing says nothing otherwise
     * @return what began or ended
     */
    List<AlertChange> look(MetricSnapshots metrics, boolean isWhole, Instant now) {
        Map<String, GaugeSnapshot> byName = new TreeMap<>();
        for (MetricSnapshot metric : metrics) {
            if (metric instanceof GaugeSnapshot gauge) {
                byName.put(gauge.getMetadata().getName(), gauge);
            }
        }
        Map<Subject, Boolean> seen = new LinkedHashMap<>();
        for (AlertRule rule : rules) {
            GaugeSnapshot gauge = byName.get(rule.metric());
            if (gauge != null) {
                gauge.getDataPoints().forEach(sample -> judge(rule, sample, now, seen));
            }
        }
        List<AlertChange> changes = new ArrayList<>();
        seen.forEach((subject, isBad) -> {
            if (isBad) {
                worsen(subject, now, changes);
            }
        });
        for (Subject subject : List.copyOf(bad.keySet())) {
            Boolean isBad = seen.get(subject);
            if (isBad == null ? isWhole : !isBad) {
                if (bad.remove(subject).isFiring()) {
                    changes.add(subject.change("resolved", now));
                }
            }
        }
        return changes;
    }

    private static void judge(AlertRule rule, GaugeDataPointSnapshot sample, Instant now, Map<Subject, Boolean> seen) {
        Map<String, String> labels = new TreeMap<>();
        for (Label label : sample.getLabels()) {
            labels.put(label.getName(), label.getValue());
        }
        if (labels.entrySet().containsAll(rule.where().entrySet())) {
            labels.keySet().removeAll(rule.where().keySet());
            boolean isBad = rule.condition().holds(sample.getValue(), now.toEpochMilli() / MILLIS_A_SECOND);
            seen.put(new Subject(rule, labels), isBad);
        }
    }

    private void worsen(Subject subject, Instant now, List<AlertChange> changes) {
        Bad before = bad.getOrDefault(subject, new Bad(now, false));
        boolean isFiring = before.isFiring()
                || Duration.between(before.since(), now)
                                .compareTo(subject.rule().lasting())
                        >= 0;
        if (isFiring && !before.isFiring()) {
            changes.add(subject.change("firing", now));
        }
        bad.put(subject, new Bad(before.since(), isFiring));
    }
}

package org.cryptosmarttrader.prediction.stages;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;

/** The newest status row of each horizon as metrics: one gauge per number, {@code judged.horizon.<horizon>.<column>}. */
final class JudgeGauges {

    private static final RowSchema STATUS = Datasets.STATUS;

    private final MetricGroup group;
    /** By horizon: the newest row. A metric reporter reads on a thread of its own. */
    private final Map<String, Newest> rows = new TreeMap<>();

    private static final class Newest {
        private volatile RowBatch row;

        Newest(RowBatch row) {
            this.row = row;
        }
    }

    JudgeGauges(MetricGroup group) {
        this.group = group;
    }

    /** @param status one row */
    void show(Horizon horizon, RowBatch status) {
        Newest known = rows.get(horizon.label());
        if (known == null) {
            rows.put(horizon.label(), register(horizon.label(), status));
        } else {
            known.row = status;
        }
    }

    private Newest register(String horizon, RowBatch status) {
        Newest newest = new Newest(status);
        MetricGroup ofHorizon = group.addGroup("judged").addGroup("horizon", horizon);
        for (int column = 0; column < STATUS.columns().size(); column++) {
            gauge(newest, column, ofHorizon);
        }
        return newest;
    }

    private static void gauge(Newest newest, int column, MetricGroup ofHorizon) {
        String name = STATUS.columns().get(column).name();
        switch (STATUS.columns().get(column).type()) {
            case DOUBLE ->
                ofHorizon.gauge(name, (Gauge<Double>) () -> newest.row.doubles(column)[0]);
            case LONG -> ofHorizon.gauge(name, (Gauge<Long>) () -> newest.row.longs(column)[0]);
            case BOOLEAN ->
                ofHorizon.gauge(name, (Gauge<Integer>) () -> newest.row.booleans(column)[0] ? 1 : 0);
            case STRING -> {
                // words are no metric
            }
        }
    }
}

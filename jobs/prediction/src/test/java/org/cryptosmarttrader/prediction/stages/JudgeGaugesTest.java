package org.cryptosmarttrader.prediction.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Gauges of the judge")
class JudgeGaugesTest {

    private final Map<String, Gauge<?>> registered = new TreeMap<>();
    private final JudgeGauges gauges = new JudgeGauges(group(""));

    /** A group that notes what is registered under which path. */
    private MetricGroup group(String path) {
        return (MetricGroup) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MetricGroup.class}, (proxy, method, words) -> {
                    if (method.getName().equals("gauge")) {
                        registered.put(path + words[0], (Gauge<?>) words[1]);
                        return words[1];
                    }
                    return group(path + String.join(".", Arrays.copyOf(words, words.length, String[].class)) + ".");
                });
    }

    private static RowBatch status(double drifted, boolean alarm) {
        return new RowBuilder(Datasets.STATUS)
                .row()
                .set(Datasets.STATUS.indexOf("drifted_share"), drifted)
                .set(Datasets.STATUS.indexOf("log_loss_alarm"), alarm)
                .set(Datasets.STATUS.indexOf("passed"), 3L)
                .build();
    }

    private Object read(String name) {
        return registered.get(name).getValue();
    }

    @Test
    void show_every_number_of_the_newest_status_by_horizon_and_no_words() {
        gauges.show(new Horizon(24), status(0.25, true));
        gauges.show(new Horizon(1), status(0.5, false));

        assertThat(read("judged.horizon.24h.drifted_share")).isEqualTo(0.25);
        assertThat(read("judged.horizon.24h.log_loss_alarm")).isEqualTo(1);
        assertThat(read("judged.horizon.24h.passed")).isEqualTo(3L);
        assertThat(read("judged.horizon.1h.drifted_share")).isEqualTo(0.5);
        assertThat(registered).doesNotContainKey("judged.horizon.1h.refusals");
    }

    @Test
    void follow_the_status_without_being_registered_again() {
        gauges.show(new Horizon(1), status(0.5, false));
        Gauge<?> first = registered.get("judged.horizon.1h.drifted_share");

        gauges.show(new Horizon(1), status(0.75, false));

        assertThat(first.getValue()).isEqualTo(0.75);
        assertThat(registered.get("judged.horizon.1h.drifted_share")).isSameAs(first);
    }
}

package org.cryptosmarttrader.serving.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.List;
import org.cryptosmarttrader.serving.metrics.Gauges;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The watch over the metrics")
class AlertWatchTest {

    private static final long BEGIN = 1_800_000_000;
    private static final MetricSnapshots NOTHING = new Gauges().snapshots();

    private final AlertWatch watch = new AlertWatch(AlertRule.ALL);

    private static MetricSnapshots gauge(String name, double value, String... labels) {
        Gauges gauges = new Gauges();
        gauges.add(name, "", value, labels);
        return gauges.snapshots();
    }

    private List<String> look(MetricSnapshots metrics, long second) {
        return look(metrics, true, second);
    }

    private List<String> look(MetricSnapshots metrics, boolean isWhole, long second) {
        return watch.look(metrics, isWhole, Instant.ofEpochSecond(BEGIN + second)).stream()
                .map(AlertChange::line)
                .toList();
    }

    @Test
    void says_each_change_once() {
        MetricSnapshots stopped = gauge("cst_stopped", 1, "lane", "GATED", "quote", "USD");
        MetricSnapshots armed = gauge("cst_stopped", 0, "lane", "GATED", "quote", "USD");

        assertThat(look(stopped, 0))
                .containsExactly(
                        "FIRING CstStopped: the kill switch of GATED in USD has tripped (docs/operations.md#stopped)");
        assertThat(look(stopped, 60)).isEmpty();
        assertThat(look(armed, 120))
                .containsExactly("RESOLVED CstStopped: the kill switch of GATED in USD has tripped");
        assertThat(look(armed, 180)).isEmpty();
    }

    @Test
    void tells_subjects_of_one_rule_apart() {
        Gauges both = new Gauges();
        both.add("cst_log_loss_alarm", "", 1, "horizon", "1h");
        both.add("cst_log_loss_alarm", "", 0, "horizon", "24h");

        assertThat(look(both.snapshots(), 0))
                .containsExactly(
                        "FIRING CstLogLoss: forecasts of 1h are worse than they used to be (docs/operations.md#models-off)");
    }

    @ParameterizedTest
    @CsvSource({
        "cst_ingest_promise_age_seconds, 61, 60, 120",
        "cst_ingest_status_age_seconds, 61, 60, 120",
        "cst_whole_up_to_seconds, 1799992000, 1799993200, 300", // 8,000 s and 6,800 s before the begin
        "cst_unread_parts, 1, 0, 600",
    })
    void waits_as_long_as_the_rule_says(String metric, double bad, double good, long lasting) {
        assertThat(look(gauge(metric, bad), 0)).isEmpty();
        assertThat(look(gauge(metric, bad), lasting - 1)).isEmpty();
        assertThat(look(gauge(metric, bad), lasting)).hasSize(1);
        assertThat(look(gauge(metric, good), lasting)).hasSize(1).allMatch(line -> line.startsWith("RESOLVED"));
    }

    @Test
    void begins_to_wait_anew_when_it_was_good_meanwhile() {
        MetricSnapshots late = gauge("cst_ingest_promise_age_seconds", 61);

        assertThat(look(late, 0)).isEmpty();
        assertThat(look(gauge("cst_ingest_promise_age_seconds", 1), 60)).isEmpty();
        assertThat(look(late, 120)).isEmpty();
        assertThat(look(late, 239)).isEmpty();
        assertThat(look(late, 240)).hasSize(1);
    }

    @Test
    void looks_only_at_samples_a_rule_asks_for() {
        MetricSnapshots gdelt = gauge("cst_source_complaints", 3, "source", "gdelt");
        MetricSnapshots kraken = gauge("cst_source_complaints", 3, "source", "kraken");

        assertThat(look(gdelt, 0)).isEmpty();
        assertThat(look(gdelt, 900)).isEmpty();
        assertThat(look(kraken, 900)).isEmpty();
        assertThat(look(kraken, 1_800)).hasSize(1);

        MetricSnapshots drift = gauge("cst_refusals", 3, "horizon", "1h", "reason", "DRIFT");
        MetricSnapshots coverage = gauge("cst_refusals", 3, "horizon", "1h", "reason", "COVERAGE");
        assertThat(look(drift, 10_000)).hasSize(1).allMatch(line -> line.startsWith("RESOLVED CstSourceComplains"));
        assertThat(look(coverage, 10_000)).isEmpty();
        assertThat(look(coverage, 17_200))
                .containsExactly(
                        "FIRING CstCoverageLow: intervals of 1h held fewer outcomes than they promised (docs/operations.md#models-off)");
    }

    @Test
    void does_not_take_what_cannot_be_read_for_good() {
        assertThat(look(gauge("cst_tainted_rows", 2), 0)).hasSize(1);
        assertThat(look(NOTHING, false, 60)).isEmpty();
        assertThat(look(gauge("cst_tainted_rows", 2), 120)).isEmpty();
        assertThat(look(NOTHING, true, 180)).hasSize(1);
    }
}

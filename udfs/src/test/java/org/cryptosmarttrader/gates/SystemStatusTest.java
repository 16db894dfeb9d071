package org.cryptosmarttrader.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The status of the system")
class SystemStatusTest {

    private static final long NOW = Instant.parse("2022-03-01T00:00:05Z").toEpochMilli();

    @Test
    void agrees_with_the_golden_vector() {
        Golden golden = Golden.vector("G4-");
        double[] hours = Golden.numbers(golden.inputs().get("hours"));
        for (int i = 0; i < hours.length; i++) {
            JsonNode row = golden.outputs().get("rows").get(i);
            SystemStatus status = SystemStatus.at(NOW)
                    .training(Horizon.parse("24h"), after(hours[i]))
                    .status();

            assertThat(status.trainingProgress())
                    .isEqualTo(row.get("training_progress").asText());
            assertThat(status.weeksCompleted())
                    .isEqualTo(row.get("weeks_completed").asDouble());
            assertThat(status.weeksRemaining())
                    .isEqualTo(row.get("weeks_remaining").asDouble());
            assertThat(status.perHorizon().get("24h").open())
                    .isEqualTo(row.get("open").asBoolean());
            golden.check("hours", status.perHorizon().get("24h").hours(), hours[i]);
            golden.check(
                    "weeks",
                    status.perHorizon().get("24h").weeks(),
                    row.get("weeks").asDouble());
        }
    }

    @Test
    void is_unmeasured_until_something_is_measured() {
        SystemStatus status = SystemStatus.at(NOW).status();

        assertThat(status.trainingProgress()).isNull();
        assertThat(status.weeksCompleted()).isNull();
        assertThat(status.weeksRemaining()).isNull();
        assertThat(status.perHorizon()).isEmpty();
        assertThat(status.estimatedCompletion()).isNull();
        assertThat(status.apiIntegrations()).isNull();
        assertThat(status.dataAuthenticity()).isNull();
        assertThat(status.artificialDataRemoved()).isNull();
        assertThat(status.productionArchitecture()).isNull();
    }

    @Test
    void is_that_of_the_slowest_horizon() {
        SystemStatus status = SystemStatus.at(NOW)
                .training(Horizon.parse("1h"), after(2_016))
                .training(Horizon.parse("720h"), after(1_296))
                .status();

        assertThat(status.trainingProgress()).isEqualTo("64.2%");
        assertThat(status.perHorizon().get("1h").open()).isTrue();
        assertThat(status.perHorizon().get("720h").open()).isFalse();
    }

    @Test
    void is_complete_once_the_slowest_horizon_has_its_hours_if_feeds_stay_up() {
        SystemStatus.Measured measured = SystemStatus.at(NOW)
                .training(Horizon.parse("1h"), after(2_016))
                .training(Horizon.parse("24h"), after(1_992));

        assertThat(measured.feeds(true).status().estimatedCompletion()).isEqualTo("2022-03-02T00:00:05Z");
        assertThat(measured.feeds(false).status().estimatedCompletion()).isNull();
    }

    @Test
    void knows_no_completion_of_feeds_that_were_not_measured() {
        assertThat(SystemStatus.at(NOW)
                        .training(Horizon.parse("1h"), after(2_016))
                        .status()
                        .estimatedCompletion())
                .isNull();
    }

    @Test
    void rounds_shares_down_so_that_100_means_all() {
        SystemStatus status = SystemStatus.at(NOW)
                .integrations(2, 3)
                .provenance(999_999, 1_000_000)
                .services(4, 4)
                .status();

        assertThat(status.apiIntegrations()).isEqualTo("66% complete");
        assertThat(status.dataAuthenticity()).isEqualTo("99% verified");
        assertThat(status.productionArchitecture()).isEqualTo("100% complete");
    }

    @Test
    void says_nothing_of_a_share_of_nothing() {
        SystemStatus status = SystemStatus.at(NOW)
                .integrations(0, 0)
                .provenance(0, 0)
                .sources(1, 1)
                .taint(0, 0)
                .status();

        assertThat(status.apiIntegrations()).isNull();
        assertThat(status.dataAuthenticity()).isNull();
        assertThat(status.artificialDataRemoved()).isNull();
    }

    @Test
    void has_no_artificial_data_only_if_neither_sources_nor_rows_are() {
        assertThat(artificialDataRemoved(3, 3, 0)).isEqualTo("100% complete");
        assertThat(artificialDataRemoved(2, 3, 0)).isEqualTo("66% complete");
        assertThat(artificialDataRemoved(3, 3, 1)).isEqualTo("99% complete");
        assertThat(artificialDataRemoved(2, 3, 900)).isEqualTo("10% complete");
        assertThat(SystemStatus.at(NOW).sources(3, 3).status().artificialDataRemoved())
                .as("sources alone do not tell")
                .isNull();
    }

    private static String artificialDataRemoved(long authentic, long configured, long tainted) {
        return SystemStatus.at(NOW)
                .sources(authentic, configured)
                .taint(tainted, 1_000)
                .status()
                .artificialDataRemoved();
    }

    @Test
    void refuses_more_than_all() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SystemStatus.at(NOW).services(5, 4))
                .withMessageContaining("5 of 4");
    }

    private static TrainingProgress after(double hours) {
        return new TrainingProgress(Math.round(hours * TickGrid.HOUR), 0, 2_016 * TickGrid.HOUR, 0);
    }
}

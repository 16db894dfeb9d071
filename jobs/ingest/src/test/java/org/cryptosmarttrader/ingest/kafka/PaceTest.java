package org.cryptosmarttrader.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The pace of a replay")
class PaceTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void is_refused_if_nothing_would_ever_be_played(double ticks) {
        assertThatThrownBy(() -> Pace.ticksPerSecond(ticks))
                .hasMessage("replay: %s ticks a second, expected more than 0", ticks);
    }
}

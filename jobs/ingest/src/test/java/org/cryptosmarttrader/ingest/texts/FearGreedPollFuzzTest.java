package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A reply of the fear and greed index, whatever it is")
class FearGreedPollFuzzTest {

    @TempDir
    static Path folder;

    private static FearGreedPoll source;

    @BeforeAll
    static void make() throws Exception {
        source = new FearGreedPoll(
                new TextSourceSettings.FearGreed(AnyReplies.CALLS, 3_600_000, 10), AnyReplies.live(folder));
    }

    @FuzzTest
    void is_days_with_values_or_refused_by_name(byte[] body) throws Exception {
        AnyReplies.requireAnswer("fear-greed", body, reply -> {
            FearGreedPoll.Values values = source.read(reply);
            assertThat(values.faults()).allSatisfy(fault -> assertThat(fault).startsWith("data["));
            for (FearGreedPoll.Value day : values.days()) {
                assertThat(day.value()).isBetween(0.0, 100.0);
                assertThat(day.end()).isPositive();
                assertThat(day.end() % TickGrid.DAY).isZero();
            }
        });
    }
}

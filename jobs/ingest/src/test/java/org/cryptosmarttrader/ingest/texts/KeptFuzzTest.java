package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cryptosmarttrader.ingest.net.JumpingClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What sources of texts keep across restarts, written by anybody")
class KeptFuzzTest {

    @TempDir
    static Path folder;

    private final JumpingClock clock = new JumpingClock(AnyReplies.NOW);

    @FuzzTest
    void is_gone_on_from_begun_anew_or_refused_by_name(byte[] bytes) throws IOException {
        String words = new String(bytes, StandardCharsets.UTF_8);
        Progress.Resumed resumed = Progress.of("newsapi", Optional.of(words), clock);
        String again = resumed.progress().words(resumed.seen());
        assertThat(Progress.of("newsapi", Optional.of(again), clock).progress()).isEqualTo(resumed.progress());

        Path budget = folder.resolve("budget.json");
        Files.write(budget, bytes);
        try {
            PeriodBudget read = new PeriodBudget(budget, "calls", PeriodBudget.Period.DAY, 100, clock);
            assertThat(read.left()).isBetween(0L, 100L);
        } catch (IOException refused) {
            assertThat(refused).hasMessageStartingWith("budget " + budget);
        }
    }
}

package org.cryptosmarttrader.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.domain.EventKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The file of cursors, written by anybody")
class CursorsFuzzTest {

    private static final byte[] HASH = new byte[32];

    @TempDir
    static Path folder;

    @FuzzTest
    void are_gone_on_from_as_they_were_or_refused_by_name(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("cursors.json"), bytes);
        Cursors cursors;
        try {
            cursors = Cursors.open(file);
        } catch (IOException refused) {
            assertThat(refused).hasMessageStartingWith("cursors " + file + ": damaged (");
            return;
        }
        cursors.written(Heard.trade("kraken", "BTC/USD", 7, 1, 1, 1, 1, HASH).knownFrom(2));
        cursors.written(
                Heard.listing("kraken", "BTC/USD", 5, 5, EventKind.LISTED, HASH).knownFrom(6));
        cursors.written(Heard.fact(EventKind.METRIC, "m", "i", 0, 1, new double[] {1}, new String[] {"", "m"}, HASH)
                .knownFrom(Long.MAX_VALUE));
        assertThat(cursors.trades("kraken")).containsKey("BTC/USD");
        cursors.keep(List.of(1L));

        Cursors again = Cursors.open(file);
        assertThat(again.trades("kraken")).isEqualTo(cursors.trades("kraken"));
        assertThat(again.listed("kraken")).isEqualTo(cursors.listed("kraken"));
        assertThat(again.promised()).isEqualTo(cursors.promised());
    }
}

package org.cryptosmarttrader.app.search;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A search")
class SearchTest {

    @TempDir
    private Path folder;

    private static Search of(RunManifest run, int window) {
        return new Search(run, new BookReplay(List.of(), run.emitFrom()), List.of(), window, 1, 1);
    }

    @Test
    void is_refused_before_anything_is_tried_if_its_window_is_as_long_as_the_run() throws IOException {
        new RunScene(folder, "dataset-1", StandardFeatures.withoutFitted(), 65 * TickGrid.HOUR + 5_000);
        RunManifest run = RunFolder.open(folder).manifest();

        assertThatNoException().isThrownBy(() -> of(run, 64));
        assertThatThrownBy(() -> of(run, 65))
                .hasMessage(
                        "--window 65 h: run dataset-1 is 65 h long, nothing is left to choose in; name a shorter one, e.g. --window 21h --step 5h");
    }
}

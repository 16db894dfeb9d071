package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a run refused")
class RefusalsTest {

    @TempDir
    Path folder;

    private final RowBuilder rows = new RowBuilder(Datasets.REFUSED);

    private void refused(long at, String kind, String reason, String detail) {
        rows.row()
                .set(0, at)
                .set(2, "models")
                .set(3, kind)
                .set(4, at)
                .set(7, reason)
                .set(8, detail);
    }

    private List<String> lines() throws IOException {
        RunScene run = new RunScene(folder, "one", new FeatureCatalog(List.of(), List.of()), 10);
        return Refusals.of(run.write(Datasets.REFUSED, rows.build()).folder()).lines();
    }

    @Test
    void is_told_once_for_each_reason_with_its_first_words() throws IOException {
        refused(1, "MODEL 24h", "StaleCard", "first difference at 3");
        refused(2, "MODEL 1h", "StaleCard", "first difference at 4");
        refused(3, "MODEL 24h", "StaleCard", "first difference at 5");
        refused(4, "BAR", "TooLate", null);

        assertThat(lines())
                .containsExactly(
                        "refused    1 × BAR TooLate",
                        "refused    1 × MODEL 1h StaleCard, first: first difference at 4",
                        "refused    2 × MODEL 24h StaleCard, first: first difference at 3");
    }

    @Test
    void is_not_told_where_nothing_was() throws IOException {
        assertThat(lines()).isEmpty();
    }
}

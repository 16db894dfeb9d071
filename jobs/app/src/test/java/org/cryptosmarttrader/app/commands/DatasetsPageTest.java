package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cryptosmarttrader.wire.runs.DatasetsPage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/datasets.md")
class DatasetsPageTest {

    @Test
    void is_what_the_schemas_say() throws IOException {
        assertThat(DatasetsPage.of())
                .as("columns moved; run ./cst views --page docs/datasets.md")
                .isEqualTo(Files.readString(Path.of("../../docs/datasets.md")));
    }
}

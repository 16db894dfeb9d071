package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cryptosmarttrader.features.FeaturesPage;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/features.md")
class FeaturesPageTest {

    private static final Path ROOT = Path.of("../..");

    @Test
    void is_what_the_catalogue_says() throws IOException {
        Configuration conf = Configuration.read(ROOT.resolve("conf"), Map.of());

        assertThat(FeaturesPage.of(StandardFeatures.with(conf.hiddenMarkov()), conf.grid()))
                .as("columns moved, forests must be trained again; run ./cst features --page docs/features.md")
                .isEqualTo(Files.readString(ROOT.resolve("docs/features.md")));
    }
}

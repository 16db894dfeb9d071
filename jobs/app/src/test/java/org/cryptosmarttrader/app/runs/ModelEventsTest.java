package org.cryptosmarttrader.app.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.models.Cards;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.models.StaleCardException;
import org.cryptosmarttrader.wire.runs.RunManifest.Activation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Models made elsewhere")
class ModelEventsTest {

    private static final FeatureCatalog CATALOG = new FeatureCatalog(List.of(new LogReturn(1)), List.of());
    private static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);
    private static final byte[] ONNX = "a model".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path models;
    private Path theirs;

    @BeforeEach
    void one_is_registered() throws IOException {
        models = folder.resolve("models");
        theirs = ModelFolder.write(models, Cards.named("theirs", Cards.of(CATALOG, "1h", ONNX)), ONNX);
    }

    @Test
    void are_announced_with_those_of_the_run() throws IOException {
        Path run = folder.resolve("run");
        byte[] own = "another".getBytes(StandardCharsets.UTF_8);
        ModelFolder.write(ModelEvents.models(run).resolve(""), Cards.of(CATALOG, "24h", own), own);

        ModelEvents.requireFit(models, CATALOG, HOURLY);
        ModelEvents.take(models, run);

        List<Activation> announced = ModelEvents.announce(run, card -> card.trainedAsOf() + TickGrid.HOUR);
        assertThat(announced).extracting(Activation::horizon).containsExactly("1h", "24h");
        assertThat(announced).extracting(Activation::activatedAt).containsOnly(TickGrid.HOUR);
        assertThat(announced.get(0).modelSha256())
                .isEqualTo(ModelFolder.card(theirs).modelSha256());
    }

    @Test
    void are_refused_before_the_run_if_they_know_other_columns() {
        FeatureCatalog other = new FeatureCatalog(List.of(new LogReturn(2)), List.of());

        assertThatExceptionOfType(StaleCardException.class)
                .isThrownBy(() -> ModelEvents.requireFit(models, other, HOURLY))
                .withMessageContaining("theirs 1h: card lists 1 columns");
    }

    @Test
    void are_refused_before_the_run_if_they_were_changed_or_are_none() throws IOException {
        Files.writeString(theirs.resolve("theirs.onnx"), "changed");

        assertThatIOException()
                .isThrownBy(() -> ModelEvents.requireFit(models, CATALOG, HOURLY))
                .withMessageContaining("its card says");
        assertThatIOException()
                .isThrownBy(() -> ModelEvents.requireFit(folder.resolve("nothing"), CATALOG, HOURLY))
                .withMessageEndingWith("no such folder; register one with cst models register");
        Path run = Files.createDirectories(folder.resolve("run/models")).getParent();
        assertThatIOException()
                .isThrownBy(() -> ModelEvents.requireFit(run, CATALOG, HOURLY))
                .withMessageEndingWith("holds no model, %s may be meant; register one with cst models register"
                        .formatted(run.resolve("models")));
    }
}

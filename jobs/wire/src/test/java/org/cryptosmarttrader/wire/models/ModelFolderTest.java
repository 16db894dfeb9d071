package org.cryptosmarttrader.wire.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.statements.Beyond;
import org.cryptosmarttrader.wire.Json;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A folder of models")
class ModelFolderTest {

    private static final FeatureCatalog CATALOG = new FeatureCatalog(List.of(new LogReturn(1)), List.of());
    private static final byte[] MODEL = {1, 2, 3};
    private static final ModelCard CARD = Cards.of(CATALOG, "24h", MODEL);

    @TempDir
    Path root;

    @Test
    void holds_each_under_its_horizon_and_version() throws IOException {
        Path folder = ModelFolder.write(root, CARD, MODEL);

        assertThat(folder).isEqualTo(root.resolve("24h/20220301T000005Z-0badcafe"));
        assertThat(folder.resolve("forest.onnx")).hasBinaryContent(MODEL);
        assertThat(Json.read(folder.resolve("card.json"), ModelCard.class).modelSha256())
                .isEqualTo(CARD.modelSha256());
        // of bytes 01 02 03, by sha256sum
        assertThat(CARD.modelSha256()).isEqualTo("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
    }

    @Test
    void announces_a_model_by_an_address_that_leads_to_it() throws IOException {
        ModelAnnouncement announcement = ModelFolder.announce(ModelFolder.write(root, CARD, MODEL));

        assertThat(announcement.role()).isEqualTo("champion");
        assertThat(Path.of(URI.create(announcement.address()))).hasBinaryContent(MODEL);
    }

    @Test
    void refuses_a_model_file_that_was_changed_by_a_single_bit() throws IOException {
        Path folder = ModelFolder.write(root, CARD, MODEL);
        Files.write(folder.resolve("forest.onnx"), new byte[] {1, 2, 2});

        assertThatIOException()
                .isThrownBy(() -> ModelFolder.announce(folder))
                .withMessageContaining("model " + folder + ": forest.onnx has SHA-256 ")
                .withMessageContaining("its card says " + CARD.modelSha256())
                .withMessageContaining("the file was changed, train it again");
    }

    @Test
    void refuses_a_model_without_a_card_and_a_card_without_a_model() throws IOException {
        Path folder = ModelFolder.write(root, CARD, MODEL);
        Files.delete(folder.resolve("forest.onnx"));
        assertThatIOException()
                .isThrownBy(() -> ModelFolder.announce(folder))
                .withMessageContaining("forest.onnx expected in it; train one with cst train");

        Files.write(folder.resolve("forest.onnx"), MODEL);
        Files.delete(folder.resolve("card.json"));
        assertThatIOException()
                .isThrownBy(() -> ModelFolder.announce(folder))
                .withMessageContaining("card.json expected in it");
    }

    @Test
    void names_a_model_after_its_member() throws IOException {
        ModelCard boosted = Cards.of(CATALOG, "24h", MODEL, "boosted");

        Path folder = ModelFolder.write(root, boosted, MODEL);

        assertThat(folder.resolve("boosted.onnx")).hasBinaryContent(MODEL);
        assertThat(ModelFolder.announce(folder).address()).endsWith("/boosted.onnx");
        ModelCard stated = CARD.about(new Beyond(1.5));
        Path other = ModelFolder.write(root.resolve("other"), stated, MODEL);
        assertThat(ModelFolder.announce(other).address()).endsWith("/beyond_1.5.onnx");
        assertThat(ModelFolder.card(other).statement()).isEqualTo("beyond_1.5");
    }

    @Test
    void writes_no_file_under_a_name_that_leads_elsewhere() {
        ModelCard stray = Cards.of(CATALOG, "24h", MODEL, "../forest");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFolder.write(root, stray, MODEL))
                .withMessageContaining("its card says member '../forest'");
    }

    @Test
    void refuses_a_card_that_is_no_card_by_its_path() throws IOException {
        Path folder = ModelFolder.write(root, CARD, MODEL);
        Path card = folder.resolve("card.json");
        Files.writeString(card, Files.readString(card).replace("\"seed\"", "\"saat\""));

        assertThatIOException()
                .isThrownBy(() -> ModelFolder.announce(folder))
                .withMessageContaining(card.toString())
                .withMessageContaining("saat");
    }

    @Test
    void keeps_what_the_controls_said_beside_the_card() throws IOException {
        Path folder = ModelFolder.write(root, CARD, MODEL);
        assertThat(ModelFolder.controls(folder)).isEmpty();
        Controls controls = new Controls(
                Controls.FORM,
                CARD.horizon(),
                CARD.version(),
                CARD.modelSha256(),
                CARD.calibration(),
                7,
                new Controls.Permuted(null, null, 3, false),
                new Controls.Planted("ret_1", 0.25, 0.5, 0.75, 0.625, 0.7, true));

        ModelFolder.write(folder, controls);

        assertThat(ModelFolder.controls(folder)).contains(controls);
        assertThat(controls.passed()).isFalse();
    }

    @Test
    void keeps_the_trees_behind_an_output_and_gives_them_only_if_they_are_those_of_the_card() throws IOException {
        byte[] trees = {4, 5};
        ModelCard card = Cards.of(CATALOG, "24h", MODEL);
        card.parameters().put(ModelFolder.boosterHash("p_up"), Sha256.hex(Sha256.of(trees)));
        Path folder = ModelFolder.write(root, card, MODEL, new TreeMap<>(Map.of("p_up", trees)));

        assertThat(ModelFolder.booster(folder, "p_up")).isEqualTo(trees);
        assertThatIOException()
                .isThrownBy(() -> ModelFolder.booster(folder, "scaled_return"))
                .withMessageContaining("member forest keeps no trees");

        Files.write(folder.resolve("forest.p_up.ubj"), new byte[] {4, 6});
        assertThatIOException()
                .isThrownBy(() -> ModelFolder.booster(folder, "p_up"))
                .withMessageContaining("forest.p_up.ubj has SHA-256 ")
                .withMessageContaining("the file was changed");
        Files.delete(folder.resolve("forest.p_up.ubj"));
        assertThatIOException()
                .isThrownBy(() -> ModelFolder.booster(folder, "p_up"))
                .withMessageContaining("forest.p_up.ubj expected in it");
    }

    @Test
    void lists_whole_models_by_path() throws IOException {
        assertThat(ModelFolder.list(root.resolve("absent"))).isEmpty();

        Path daily = ModelFolder.write(root, CARD, MODEL);
        Path hourly = ModelFolder.write(root, Cards.of(CATALOG, "1h", MODEL), MODEL);
        Files.createDirectories(root.resolve("1h/begun"));

        assertThat(ModelFolder.list(root)).containsExactly(hourly, daily);
    }
}

package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.runs.AnnouncementArchive;
import org.cryptosmarttrader.wire.models.Cards;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.runs.RunManifest.Activation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cst models announce")
class ModelsAnnounceCommandTest {

    private static final byte[] ONNX = "a model".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path root;

    private ModelCard card;
    private Path model;
    private Path archive;

    @BeforeEach
    void begin() throws IOException {
        card = Cards.of(List.of(), "fingerprint", "24h", ONNX);
        model = ModelFolder.write(root.resolve("models"), card, ONNX);
        archive = root.resolve("announcements");
    }

    private Answer announce(String role, String from, String... more) {
        List<String> words = new ArrayList<>(
                List.of("models", "announce", "--model", model.toString(), "--role", role, "--from", from));
        words.addAll(List.of(more));
        return Answer.to(words.toArray(String[]::new));
    }

    private static Activation activation(ModelCard card, String role, String from) {
        return new Activation(
                card.horizon(),
                card.member(),
                role,
                card.version(),
                card.modelSha256(),
                Instant.parse(from).toEpochMilli());
    }

    @Test
    void files_a_model_for_an_instant_beside_those_announced_before() throws IOException {
        Answer answer = announce("champion", "2022-03-01T12:00:05Z", "--out", archive.toString());
        announce("challenger", "2022-03-01T10:00:05Z", "--out", archive.toString());

        assertThat(answer.exit()).isZero();
        assertThat(answer.out())
                .contains("announced  24h forest %s as champion from 2022-03-01T12:00:05Z".formatted(card.version()));
        assertThat(AnnouncementArchive.activations(archive))
                .containsExactly(
                        activation(card, "challenger", "2022-03-01T10:00:05Z"),
                        activation(card, "champion", "2022-03-01T12:00:05Z"));
    }

    @Test
    void refuses_a_model_from_before_it_was_trained() {
        Answer answer = announce("champion", "1969-12-31", "--out", archive.toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("it knows what happened until 1970-01-01T00:00:00Z");
        assertThat(Files.exists(archive)).isFalse();
    }

    @Test
    void refuses_a_file_that_is_not_the_one_its_card_names() throws IOException {
        Files.writeString(model.resolve("forest.onnx"), "another");

        assertThat(announce("champion", "2022-03-01", "--out", archive.toString())
                        .err())
                .contains("the file was changed");
    }

    @Test
    void asks_for_a_role_it_knows_and_for_somewhere_to_announce() {
        assertThat(announce("leader", "2022-03-01", "--out", archive.toString()).err())
                .contains("--role is 'leader', expected champion or challenger");
        Answer nowhere = announce("champion", "2022-03-01");

        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("nowhere to announce it");
    }
}

package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.runs.AnnouncementArchive;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.models.Cards;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunManifest.Activation;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cst models challenge")
class ModelsChallengeCommandTest {

    private static final byte[] ONNX = "the challenger".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path root;

    private final FeatureCatalog catalog = new FeatureCatalog(List.of(), List.of());
    private final ModelCard card = Cards.of(List.of(), "fingerprint", "1h", ONNX);

    private static long hour(int hour) {
        return hour * TickGrid.HOUR + 5_000;
    }

    /** It rises in even hours and falls in odd ones; a model says its probability of what happens. */
    private Path run(int hours, double champion, double challenger) {
        RowBuilder forecasts = new RowBuilder(Datasets.FORECASTS);
        RowBuilder labels = new RowBuilder(Datasets.LABELS);
        for (int hour = 0; hour < hours; hour++) {
            forecast(forecasts, hour, "champion", "00".repeat(32), champion);
            forecast(forecasts, hour, "challenger", card.modelSha256(), challenger);
            labels.row()
                    .set(0, hour(hour))
                    .set(1, "BTC/USD")
                    .set(2, "1h")
                    .set(3, hour(hour + 1))
                    .set(4, hour % 2 == 0 ? 0.01 : -0.01)
                    .set(6, "OK");
        }
        new RunScene(root.resolve("run"), "run", catalog, hour(hours))
                .write(Datasets.FORECASTS, forecasts.build())
                .write(Datasets.LABELS, labels.build());
        return root.resolve("run");
    }

    private static void forecast(RowBuilder rows, int hour, String role, String model, double ofWhatHappens) {
        rows.row()
                .set(0, hour(hour))
                .set(1, "BTC/USD")
                .set(2, "1h")
                .set(3, "forest")
                .set(4, model)
                .set(5, "v-" + role)
                .set(8, 0.5)
                .set(10, hour % 2 == 0 ? ofWhatHappens : 1 - ofWhatHappens)
                .set(15, "")
                .set(16, "")
                .set(17, role)
                .set(18, "up");
    }

    private Answer challenge(Path run, String... more) {
        String[] words = new String[5 + more.length];
        System.arraycopy(new String[] {"models", "challenge", "--json", "--run", run.toString()}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return Answer.to(words);
    }

    @Test
    void promotes_a_better_challenger_and_says_by_which_figures() throws IOException {
        Answer answer = challenge(run(40, 0.5, 0.6));

        assertThat(answer.exit()).isZero();
        assertThat(answer.out())
                .contains("1h    forest: challenger v-challenger, champion v-champion")
                .contains(
                        "40 rows, 40.0 independent outcomes; Brier score 0.16000 against 0.25000, difference -0.09000")
                .contains("promoted: better with its whole interval");
        JsonNode json = answer.json();
        assertThat(json.at("/challenges/0/decision").asText()).isEqualTo("PROMOTED");
        // the newest label matured at hour 40
        assertThat(json.get("from").asText())
                .isEqualTo(Instant.ofEpochMilli(hour(41)).toString());
    }

    @Test
    void keeps_the_champion_against_a_worse_one() {
        assertThat(challenge(run(40, 0.6, 0.5)).out()).contains("the champion stays: the challenger is not better");
    }

    @Test
    void keeps_the_champion_on_few_outcomes() {
        Answer answer = challenge(run(29, 0.5, 0.99));

        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).contains("the champion stays: fewer than 30 independent outcomes decide nothing");
    }

    @Test
    void announces_the_promoted_model_as_champion_from_the_next_tick_on() throws IOException {
        Path run = run(40, 0.5, 0.6);
        ModelFolder.write(root.resolve("models"), card, ONNX);
        Path archive = root.resolve("announcements");

        Answer answer = challenge(run, "--models", root.resolve("models").toString(), "--out", archive.toString());

        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).contains("announced  1h forest %s as champion".formatted(card.version()));
        assertThat(AnnouncementArchive.activations(archive))
                .containsExactly(
                        new Activation("1h", "forest", "champion", card.version(), card.modelSha256(), hour(41)));
    }

    @Test
    void announces_nothing_if_the_champion_stays() {
        Path archive = root.resolve("announcements");

        challenge(run(40, 0.6, 0.5), "--out", archive.toString());

        assertThat(Files.exists(archive)).isFalse();
    }

    @Test
    void names_the_folder_in_which_the_promoted_model_is_missing() {
        Answer answer = challenge(run(40, 0.5, 0.6), "--out", root.resolve("a").toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("no 1h forest with SHA-256 " + card.modelSha256(), "--models");
    }

    @Test
    void is_refused_without_anything_to_compare() {
        Path run = root.resolve("run");
        new RunScene(run, "run", catalog, hour(1));

        Answer answer = challenge(run);

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.out()).contains("nothing to compare");
    }
}

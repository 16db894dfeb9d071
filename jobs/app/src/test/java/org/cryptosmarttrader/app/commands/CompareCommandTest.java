package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cst compare")
class CompareCommandTest {

    private static final long UNTIL = Instant.parse("2021-03-02T00:00:05Z").toEpochMilli();

    @TempDir
    Path folder;

    @BeforeEach
    void two_runs_of_which_one_ends_later() {
        FeatureCatalog catalog = new FeatureCatalog(List.of(new LogReturn(1)), List.of());
        new RunScene(folder.resolve("a"), "one", catalog, UNTIL);
        new RunScene(folder.resolve("b"), "two", catalog, UNTIL + 3_600_000);
    }

    private Answer compare(String... more) {
        String[] words = new String[3 + more.length];
        words[0] = "compare";
        words[1] = folder.resolve("a").toString();
        words[2] = folder.resolve("b").toString();
        System.arraycopy(more, 0, words, 3, more.length);
        return Answer.to(words);
    }

    @Test
    void says_which_settings_differ_and_what_cannot_be_compared_yet() throws IOException {
        Answer answer = compare("--json");

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.out())
                .containsPattern("run.until +A 2021-03-02T00:00:05Z, B 2021-03-02T01:00:05Z")
                .contains("none: neither run is sealed", "figures are not compared")
                .contains("no report in %1$s; cst report %1$s makes it".formatted(folder.resolve("b")));
        assertThat(answer.json().at("/settings/0/name").asText()).isEqualTo("run.until");
    }

    @Test
    void says_which_figures_of_the_reports_differ() throws IOException {
        report("a", 0.25, 0.55);
        report("b", 0.24, 0.55);

        assertThat(compare().out())
                .containsPattern("brier.1h +A 0.25, B 0.24")
                .contains("1 others are equal")
                .doesNotContain("auc.1h");
        assertThat(compare("--all").out()).containsPattern("auc.1h +A 0.55, B 0.55");
    }

    private void report(String run, double brier, double auc) throws IOException {
        ObjectNode report = Json.mapper().createObjectNode();
        report.putObject("brier").put("1h", brier);
        report.putObject("auc").put("1h", auc);
        Json.replace(folder.resolve(run).resolve("report.json"), report);
    }

    @Test
    void refuses_a_folder_without_a_run() {
        Answer answer = Answer.to("compare", folder.resolve("a").toString(), folder.toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("no run here (no run.json)");
    }
}

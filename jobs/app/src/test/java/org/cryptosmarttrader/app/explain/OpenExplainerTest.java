package org.cryptosmarttrader.app.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.serving.explain.NotExplainedException;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The explainer of a server")
class OpenExplainerTest {

    private static final Path CONF = Answer.home().resolve("conf");
    private static final String FORECAST = "0".repeat(64);

    @TempDir
    Path folder;

    private OpenExplainer of(RunFolder run) throws IOException {
        return new OpenExplainer(run, CONF, List.of(), folder.resolve("raw"));
    }

    @Test
    void is_there_for_a_run_of_other_columns_and_says_when_asked_what_to_do() throws IOException {
        RunFolder run = new RunScene(folder, "older", new FeatureCatalog(List.of(), List.of()), 10).folder();

        try (OpenExplainer explainer = of(run)) {
            assertThatExceptionOfType(NotExplainedException.class)
                    .isThrownBy(() -> explainer.explain(FORECAST, OptionalLong.empty()))
                    .withMessageStartingWith("run older: its columns have the fingerprint ")
                    .withMessageEndingWith(
                            "explain it with the program (test) and the settings that made it, run.json names both");
        }
    }

    @Test
    void is_there_for_a_run_with_a_setting_that_is_no_more() throws IOException {
        RunFolder run = new RunScene(folder, "older", new FeatureCatalog(List.of(), List.of()), 10).folder();
        run.manifest().overrides().put("cst.gone", "1");

        try (OpenExplainer explainer = of(run)) {
            assertThatExceptionOfType(NotExplainedException.class)
                    .isThrownBy(() -> explainer.explain(FORECAST, OptionalLong.empty()))
                    .withMessageContaining("unknown key 'gone'");
        }
    }

    @Test
    void refuses_an_archive_that_is_none() {
        RunFolder run = new RunScene(folder, "older", new FeatureCatalog(List.of(), List.of()), 10).folder();

        assertThatIOException()
                .isThrownBy(() -> new OpenExplainer(run, CONF, List.of(folder.resolve("gone")), folder))
                .withMessageContaining("no archive here");
    }

    @Test
    void finds_nothing_in_a_run_that_has_no_forecast() throws Exception {
        Configuration conf = Configuration.read(CONF, new TreeMap<>());
        RunFolder run = new RunScene(folder, "new", StandardFeatures.with(conf.hiddenMarkov()), 10).folder();

        try (OpenExplainer explainer = of(run)) {
            assertThat(explainer.explain(FORECAST, OptionalLong.empty())).isEmpty();
            assertThat(explainer.explain(FORECAST, OptionalLong.of(5))).isEmpty();
        }
    }
}

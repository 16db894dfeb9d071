package org.cryptosmarttrader.serving.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.wire.models.Cards;
import org.cryptosmarttrader.wire.models.Importances;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

@DisplayName("The page of the models a run judged")
class ModelsPageTest {

    private static final byte[] ONNX = "a model".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path root;

    private Path folder;
    private Path models;
    private ModelCard card;

    @BeforeEach
    void begin() {
        folder = root.resolve("run");
        models = root.resolve("models");
        card = Cards.of(StandardFeatures.withoutFitted(), "1h", ONNX);
    }

    /** One model with its card, judged three hours long, and one without. */
    private RunScene scene() {
        String hash = card.modelSha256();
        long trained = RunScene.hour(-2);
        return new RunScene(folder)
                .forecast(0, hash, 0.5, trained)
                .forecast(1, hash, 0.5, trained)
                .forecast(2, "f2", 0.5, trained)
                .verdict(0, hash, 0.8, "REFUSED", "CONFIDENCE", "")
                .verdict(1, hash, 0.6, "REFUSED", "CONFIDENCE", "")
                .verdict(2, "f2", 0.6, "REFUSED", "CONFIDENCE", "")
                .label(0, 0.01, 110)
                .label(1, -0.02, 99);
    }

    private String page(RunScene scene) throws IOException {
        RunFolder run = scene.sealed();
        ModelsPage.write(run, models, null);
        return Files.readString(run.root().resolve(ModelsPage.PAGE));
    }

    /** What stands between a model's heading and the next one's. */
    private static String section(String page, String version) {
        int from = page.indexOf("<h2>1h forest " + version);
        int until = page.indexOf("</section>", from);
        return page.substring(from, until);
    }

    @Test
    void traces_a_model_from_its_data_to_its_forecasts() throws IOException {
        ModelFolder.write(models, card, ONNX);

        String section = section(page(scene()), "v-" + card.modelSha256());

        assertThat(section)
                .contains("commit 3, ends 2021-03-01T04:00:05Z, content content", "fingerprint fingerprint")
                .contains("root " + "00".repeat(32), card.modelSha256())
                .contains("<td>2021-03-01T00:00:05Z</td>", "<td>2021-03-01T01:00:05Z</td>")
                .contains("Scores on the rows held back", "<th scope=\"row\">auc</th><td>0.50000</td>");
    }

    @Test
    void shows_of_each_model_what_came_of_its_own_verdicts() throws IOException {
        String page = page(scene().withQuantiles(-0.03, -0.02, -0.015, 0, 0.015, 0.02, 0.03));

        // p 0.8 and it rose, 0.6 and it fell: (0.04 + 0.36) / 2 beside 0.25
        assertThat(section(page, "v-" + card.modelSha256()))
                .contains("<th scope=\"row\">Brier score</th><td>0.20000</td>")
                .contains("<th scope=\"row\">Brier skill</th><td>20.0 % (", "rest on 2.0 independent outcomes only")
                .contains("1h: what came of each probability", "1h: share of intervals that held")
                .contains("1h: where outcomes lay in their distribution")
                .contains("1h: skill by regime", "<th scope=\"row\">NORMAL/UP</th><td>2</td><td>2.0</td>");
        assertThat(section(page, "v-f2")).contains("<th scope=\"row\">met a known outcome</th><td>0</td>");
    }

    @Test
    void says_why_something_is_not_there() throws IOException {
        assertThat(section(page(scene()), "v-f2"))
                .contains("Not shown, its card: no model of this hash lies in the folder of models")
                .contains("Not shown, reliability: none of its forecasts has matured.")
                .contains("Not shown, coverage by month: none of its intervals has met an outcome.")
                .contains("Not shown, where outcomes lay in their distribution: no distribution has met an outcome.")
                .contains("Not shown, skill by regime: in no state of the market")
                .contains("Not shown, what it leans on: it was not measured; cst train --importance does.")
                .contains(
                        "Not shown, drift: none was measured while it was in force: that takes 28 whole days of rows.")
                .doesNotContain("<svg");
    }

    @Test
    void shows_what_a_model_leans_on_where_that_was_measured() throws IOException {
        ModelFolder.write(ModelFolder.write(models, card, ONNX), Importances.some());

        assertThat(page(scene()))
                .contains("1h: what it leans on, by group", "1h: what it leans on, by column")
                .contains("<title>sentiment: 0.00120</title>", "<title>sent_24h: 0.00110</title>");
    }

    @Test
    void shows_how_unlike_its_training_set_the_columns_became() throws IOException {
        RunScene scene = scene().drift(1, card.modelSha256(), "ret_1", 0.1).drift(1, card.modelSha256(), "ret_24", 0.3);
        scene.drift(2, card.modelSha256(), "ret_1", 0.5).drift(2, card.modelSha256(), "ret_24", 0.7);

        String section = section(page(scene), "v-" + card.modelSha256());

        assertThat(section)
                .contains("1h: columns unlike the training set", "drifted columns: 0.5000")
                // from 0.5 at the lower end of the field to 1 at the upper
                .contains("d=\"M52.0 222.6L428.0 222.6L428.0 37.4\"")
                .contains("1h: farthest columns on 2021-03-01", "<title>ret_24: 0.70</title>");
        assertThat(section.indexOf("ret_24: 0.70")).isLessThan(section.indexOf("ret_1: 0.50"));
    }

    @Test
    void is_one_page_that_needs_nothing_but_itself_and_is_made_the_same_twice() throws Exception {
        ModelFolder.write(models, card, ONNX);
        String page = page(scene());

        ModelsPage.write(RunFolder.open(folder), models, null);

        assertThat(Files.readString(folder.resolve(ModelsPage.PAGE))).isEqualTo(page);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.substring("<!DOCTYPE html>\n".length()))));
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("<script", "http:", "https:", "url(", " style=");
    }

    @Test
    void says_of_a_horizon_that_no_model_was_in_force() throws IOException {
        RunFolder run = new RunScene(folder).sealed();

        assertThat(ModelsPage.write(run, models, "1h")).isEmpty();
        assertThat(Files.readString(folder.resolve(ModelsPage.PAGE))).contains("No model of this horizon forecast");
    }

    @Test
    void is_refused_for_a_horizon_the_run_has_not() throws IOException {
        RunFolder run = scene().sealed();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelsPage.write(run, models, "24h"))
                .withMessage("run backtest-scene: no horizon 24h, it has 1h");
    }

    @Test
    void lists_the_models_it_shows() throws IOException {
        ModelFolder.write(models, card, ONNX);

        List<ModelsPage.Listed> listed = ModelsPage.write(scene().sealed(), models, null);

        assertThat(listed).extracting(ModelsPage.Listed::card).containsExactly(true, false);
        assertThat(listed).extracting(ModelsPage.Listed::rows).containsExactly(2L, 1L);
    }
}

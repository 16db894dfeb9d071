package org.cryptosmarttrader.app.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.parquet.io.LocalOutputFile;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.runs.RecordedWeek;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.parquet.ParquetRowWriter;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backtest of the recorded week, whose forecasts are explained, before and after somebody altered something. */
@DisplayName("cst explain")
class ExplainITCase {

    private static final String DAY = "2013-12-01";
    private static final long ROW_GROUP = 1 << 20;

    @TempDir
    private static Path folder;

    private static Path archive;
    private static Path run;

    @BeforeAll
    static void makesABacktest() {
        archive = folder.resolve("archive");
        run = folder.resolve("backtest");
        done(List.of(
                "import",
                "--quarantine",
                "--source",
                "bitstamp",
                "--format",
                "csv",
                "--pair",
                "BTC/USD",
                "--map",
                "time=timestamp,price=price,quantity=amount",
                "--from",
                RecordedWeek.location(),
                "--archive",
                archive.toString()));
        done(words(
                "backtest --from %s --until 2013-12-02 --retrain 12h --set cst.ticks.interval=5m"
                        + " --set horizons.horizons=[1h] --set horizons.training.embargo=1h"
                        + " --set horizons.training.calibration.upToADay=12h --archive %s --out %s",
                DAY, archive, run));
    }

    private static List<String> words(String form, Object... values) {
        return new ArrayList<>(List.of(form.formatted(values).split(" ")));
    }

    private static Answer done(List<String> words) {
        Answer answer = Answer.to(words.toArray(String[]::new));
        assertThat(answer.exit()).as(answer.out() + answer.err()).isZero();
        return answer;
    }

    private static List<String> all() {
        return words("explain --json --from %s --until 2013-12-02 --run %s --archive %s", DAY, run, archive);
    }

    @Test
    void verifies_every_forecast_of_the_run_down_to_the_raw_payload() throws IOException {
        JsonNode said = done(all()).json();

        System.out.printf("explain: %,d forecasts, %s%n", said.get("forecasts").asLong(), said.get("steps"));
        assertThat(said.get("forecasts").asLong())
                .isGreaterThan(1_000)
                .isEqualTo(forecasts().rows());
        assertThat(said.get("verified")).isEqualTo(said.get("forecasts"));
        for (String step : List.of(
                "forecast row",
                "feature row",
                "model card",
                "prediction id",
                "forecast again",
                "training set",
                "features again",
                "raw payloads",
                "event values",
                "event times")) {
            assertThat(said.at("/steps/%s/HOLDS".formatted(step))).as(step).isEqualTo(said.get("forecasts"));
        }
        assertThat(said.at("/steps/verdict row/HOLDS").asLong())
                .as("one member of four is judged by itself, and two statements are")
                .isEqualTo(said.get("forecasts").asLong() / 2);
    }

    @Test
    void says_of_one_forecast_what_it_rests_on() throws IOException {
        String id = forecasts().strings(Datasets.FORECASTS.indexOf("prediction_id"))[0];

        Answer answer = done(words(
                "explain %s --json --features --run %s --archive %s",
                id.substring(0, 20).toUpperCase(Locale.ROOT), run, archive));

        assertThat(answer.out())
                .contains("forecast   " + id, "verified: nothing that was looked at differs")
                .contains("460765e9515a7fbb0ed7c1aae784c659b64663c7e732330d82c2058e179504d8 bitstamp TRADE")
                .contains("bitstamp_trades_from_20131125_usd.csv")
                .contains("ln of the close over the close 1 bars before; Osborne 1959");
        assertThat(answer.json().at("/features"))
                .hasSize(StandardFeatures.with(conf().hiddenMarkov()).size());
        assertThat(answer.json().at("/proofs/0/dataset").asText()).isEqualTo("forecasts");
    }

    @Test
    void refuses_digits_that_several_forecasts_begin_with() throws IOException {
        try (RunExplainer explainer = RunExplainer.of(RunFolder.open(run), conf())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> explainer.explain("", OptionalLong.empty()))
                    .withMessage(": %d forecasts of %s begin with it; name more of its digits"
                            .formatted(forecasts().rows(), DAY));
        }
    }

    @Test
    void refuses_what_names_no_forecast_several_or_a_time_as_well() {
        assertThat(Answer.to("explain", "abc", "--run", run.toString()).err()).contains("abc: no prediction_id");
        assertThat(Answer.to("explain", "--run", run.toString()).exit()).isEqualTo(2);
        assertThat(Answer.to("explain", "--from", DAY, "--run", run.toString()).exit())
                .isEqualTo(2);
        assertThat(Answer.to("explain", "0".repeat(64), "--from", DAY, "--until", DAY, "--run", run.toString())
                        .exit())
                .isEqualTo(2);
        assertThat(Answer.to("explain", "--from", DAY, "--until", "2013-11-30", "--run", run.toString())
                        .err())
                .contains("lies behind --until");
    }

    @Test
    void refuses_a_forecast_the_run_does_not_have() {
        Answer answer = Answer.to("explain", "0".repeat(64), "--run", run.toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("has no such forecast").doesNotContain("Exception");
    }

    @Test
    void finds_and_names_an_altered_byte_of_the_raw_payload() throws IOException {
        Path payload = only(archive.resolve("raw"));
        byte[] whole = Files.readAllBytes(payload);

        assertThat(stepsThatDifferAfter(payload, bytes -> bytes[whole.length / 2] ^= 1))
                .contains("raw payloads");
    }

    @Test
    void finds_and_names_an_altered_event_even_if_the_log_of_the_archive_was_altered_with_it() throws IOException {
        Path file = files(archive.resolve("kind=trade")).stream()
                .filter(path -> path.toString().contains("date=2013-11-30"))
                .findFirst()
                .orElseThrow();
        Path commit = only(archive.resolve("_commits"));
        byte[] before = Files.readAllBytes(commit);
        byte[] event = Files.readAllBytes(file);
        int price = EventRows.schema(EventKind.TRADE).indexOf("price");

        rewrite(file, EventRows.schema(EventKind.TRADE), batch -> batch.doubles(price)[7] *= 1.01);
        Answer noticed = Answer.to(all().toArray(String[]::new));
        assertThat(noticed.exit()).isNotZero();
        assertThat(noticed.err())
                .contains("the file was changed")
                .contains(file.getFileName().toString());

        ObjectNode log = (ObjectNode) Json.read(commit, JsonNode.class);
        StreamSupport.stream(log.get("added").spliterator(), false)
                .filter(added -> file.endsWith(added.get("path").asText()))
                .forEach(added -> ((ObjectNode) added).put("sha256", Sha256.hex(Sha256.of(read(file)))));
        Json.replace(commit, log);
        assertThat(stepsThatDiffer()).contains("event values");

        Files.write(commit, before);
        Files.write(file, event);
    }

    @Test
    void finds_and_names_an_altered_feature() throws IOException {
        RowSchema features = Datasets.features(StandardFeatures.with(conf().hiddenMarkov()));
        int value = features.indexOf("rv_cc_24");

        assertThat(stepsThatDifferAfterRow(features, batch -> batch.doubles(value)[3] += 1e-12))
                .contains("feature row", "prediction id", "features again");
    }

    @Test
    void finds_and_names_an_altered_model() throws IOException {
        Path model = files(run.resolve("models")).stream()
                .filter(path -> path.endsWith("forest.onnx"))
                .reduce((first, last) -> last)
                .orElseThrow();

        assertThat(stepsThatDifferAfter(model, bytes -> bytes[bytes.length - 9] ^= 1))
                .containsExactly("forecast again");
    }

    @Test
    void finds_and_names_an_altered_forecast() throws IOException {
        int probability = Datasets.FORECASTS.indexOf("p_up_raw");

        assertThat(stepsThatDifferAfterRow(Datasets.FORECASTS, batch -> batch.doubles(probability)[5] = 0.99))
                .containsExactly("forecast again", "forecast row");
    }

    @Test
    void finds_and_names_an_altered_verdict() throws IOException {
        int probability = Datasets.VERDICTS.indexOf("p_up");

        assertThat(stepsThatDifferAfterRow(Datasets.VERDICTS, batch -> batch.doubles(probability)[5] = 0.99))
                .containsExactly("verdict row");
    }

    @Test
    void finds_and_names_an_altered_training_set() throws IOException {
        Path set = run.resolve("training-set");
        int value = Datasets.LABELS.indexOf("value");

        assertThat(stepsThatDifferAfterRow(set, "2013-11-29", Datasets.LABELS, batch -> batch.doubles(value)[0] += 1))
                .containsExactly("training set");
    }

    @Test
    void finds_and_names_roots_that_were_altered_to_fit() throws IOException {
        Path roots = run.resolve("roots.json");

        assertThat(stepsThatDifferAfter(roots, bytes -> {
                    // the first digit of a root
                    int digit = new String(bytes).lastIndexOf('"') - 1;
                    bytes[digit] = (byte) (bytes[digit] == '0' ? '1' : '0');
                }))
                .isNotEmpty()
                .allMatch(step -> step.endsWith("row"));
    }

    @Test
    void finds_and_names_roots_that_were_taken_away() throws IOException {
        Path roots = run.resolve("roots.json");
        byte[] whole = Files.readAllBytes(roots);
        Files.delete(roots);
        try {
            assertThat(stepsThatDiffer()).containsExactly("feature row", "forecast row", "verdict row");
        } finally {
            Files.write(roots, whole);
        }
    }

    private static Configuration conf() throws IOException {
        return Configuration.read(
                Answer.home().resolve("conf"), RunFolder.open(run).manifest().overrides());
    }

    private static RowBatch forecasts() throws IOException {
        return RunFolder.open(run).readAll(Datasets.FORECASTS);
    }

    private static List<String> stepsThatDiffer() throws IOException {
        Answer answer = Answer.to(all().toArray(String[]::new));
        assertThat(answer.exit()).as(answer.out() + answer.err()).isEqualTo(1);
        TreeSet<String> names = new TreeSet<>();
        answer.json().get("steps").properties().forEach(step -> {
            if (step.getValue().has("DIFFERS")) {
                names.add(step.getKey());
            }
        });
        System.out.printf(
                "explain: %s differ, e.g. %.300s%n",
                names, answer.json().at("/first/0").asText());
        return List.copyOf(names);
    }

    private static List<String> stepsThatDifferAfter(Path file, Consumer<byte[]> alteration) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        byte[] altered = Arrays.copyOf(whole, whole.length);
        alteration.accept(altered);
        assertThat(altered).isNotEqualTo(whole);
        Files.write(file, altered);
        try {
            return stepsThatDiffer();
        } finally {
            Files.write(file, whole);
        }
    }

    private static List<String> stepsThatDifferAfterRow(RowSchema schema, Consumer<RowBatch> alteration)
            throws IOException {
        return stepsThatDifferAfterRow(run, DAY, schema, alteration);
    }

    private static List<String> stepsThatDifferAfterRow(
            Path output, String day, RowSchema schema, Consumer<RowBatch> alteration) throws IOException {
        Path file = files(output.resolve(schema.dataset())).stream()
                .filter(path -> path.toString().contains("date=" + day))
                .findFirst()
                .orElseThrow();
        byte[] whole = Files.readAllBytes(file);
        rewrite(file, schema, alteration);
        try {
            return stepsThatDiffer();
        } finally {
            Files.write(file, whole);
        }
    }

    private static void rewrite(Path file, RowSchema schema, Consumer<RowBatch> alteration) throws IOException {
        List<RowBatch> batches = new ArrayList<>();
        try (ParquetRowReader rows = ParquetRowReader.open(file, schema)) {
            for (RowBatch batch = rows.next(); batch != null; batch = rows.next()) {
                batches.add(batch);
            }
        }
        RowBatch all = RowBatch.concat(schema, batches);
        alteration.accept(all);
        Files.delete(file);
        try (ParquetRowWriter rows = new ParquetRowWriter(new LocalOutputFile(file), schema, Map.of(), ROW_GROUP)) {
            rows.write(all);
        }
    }

    private static Path only(Path folder) throws IOException {
        List<Path> found = files(folder);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

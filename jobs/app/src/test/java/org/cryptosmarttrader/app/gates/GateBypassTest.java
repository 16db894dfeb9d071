package org.cryptosmarttrader.app.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.gates.GateSettings;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.gates.Reason;
import org.cryptosmarttrader.gates.Standing;
import org.cryptosmarttrader.judgement.DayRecord;
import org.cryptosmarttrader.judgement.Forecast;
import org.cryptosmarttrader.judgement.HorizonJudge;
import org.cryptosmarttrader.judgement.HorizonJudge.Outcome;
import org.cryptosmarttrader.judgement.JudgeRules;
import org.cryptosmarttrader.judgement.JudgeState;
import org.cryptosmarttrader.judgement.Prior;
import org.cryptosmarttrader.judgement.Slate;
import org.cryptosmarttrader.judgement.Verdict;
import org.cryptosmarttrader.labels.Label;
import org.cryptosmarttrader.labels.LabelStatus;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.PredictionGraph;
import org.cryptosmarttrader.prediction.PredictionJob;
import org.cryptosmarttrader.prediction.RunMark;
import org.cryptosmarttrader.prediction.sinks.parquet.ParquetSink;
import org.cryptosmarttrader.prediction.sinks.parquet.RunOutput;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSource;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSpan;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.uncertainty.Novelty;
import org.cryptosmarttrader.uncertainty.PlattMap;
import org.cryptosmarttrader.uncertainty.ScoreHistogram;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The 12-week gate")
class GateBypassTest {

    private static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);
    private static final JudgeRules RULES =
            new JudgeRules(HOURLY, GateSettings.STANDARD, JudgeRules.STANDARD_ALPHA, List.of("BTC", "ETH"), false);
    private static final long FIRST_BAR = 450_000;

    @TempDir
    private Path folder;

    private final HorizonJudge judge = new HorizonJudge(new Horizon(1), RULES);
    private final JudgeState state = new JudgeState(new Horizon(1), RULES);

    /** What matured with a bar: the outcome of the decision on the one before. */
    private void hourMatures(long bar) {
        Label label = new Label(bar - 1, 0.01, 1, LabelStatus.OK, 100, 101, 0, true);
        judge.learn(state, HOURLY.tick(bar), List.of(new Outcome("BTC/USD", label)), null, new DayRecord(1));
    }

    private void hoursMature(long from, long until) {
        for (long bar = from; bar < until; bar++) {
            hourMatures(FIRST_BAR + bar);
        }
    }

    private boolean isOpen() {
        return judge.training(state).isOpen();
    }

    @Test
    void opens_with_the_2016th_hour() {
        hoursMature(0, 2_015);
        assertThat(isOpen()).isFalse();
        hoursMature(2_015, 2_016);
        assertThat(isOpen()).isTrue();
    }

    // ---- clock

    @Test
    void counts_one_hour_and_no_more_however_far_the_clock_leaps() {
        hoursMature(0, 100);
        hourMatures(FIRST_BAR + 100 + 2_016);

        assertThat(isOpen()).isFalse();
        assertThat(judge.training(state).hours()).isEqualTo(1);
    }

    @Test
    void cannot_be_fed_an_hour_twice_by_a_clock_that_is_set_back() {
        hoursMature(0, 100);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> hourMatures(FIRST_BAR + 50))
                .withMessageContaining("each matured bar comes once and in order");
        assertThat(judge.training(state).hours()).isEqualTo(100);
    }

    // ---- swapped model card

    /** A card that says it was right ten thousand times, and sure. */
    private static Prior boast() {
        ScoreHistogram errors = new ScoreHistogram();
        for (int outcome = 0; outcome < 10_000; outcome++) {
            errors.add(0.001);
        }
        return new Prior(0.5, new PlattMap(50, 10), errors);
    }

    private Verdict judged(Prior prior) {
        Forecast forecast = new Forecast("BTC/USD", 0.01, 3, 0.95, new Novelty.Reading(0, 0, 0), "", 0, 0, "ab");
        long tick = HOURLY.tick(FIRST_BAR + 5_000);
        return judge.judge(state, tick, new Slate("ab", prior, List.of(forecast), List.of()))
                .get(0);
    }

    @Test
    void takes_no_card_s_word_for_hours_or_outcomes() {
        hoursMature(0, 2_015);

        Verdict verdict = judged(boast());

        assertThat(verdict.pUp()).as("what the card makes of it").isGreaterThan(0.99);
        assertThat(verdict.judgement().standing()).isEqualTo(Standing.EXPERIMENTAL);
        assertThat(verdict.judgement().reasons()).contains(Reason.TRAINING, Reason.INDEPENDENT_OUTCOMES);
        assertThat(verdict.confidence()).isNaN();
        assertThat(Lane.GATED.passes(verdict.judgement())).isFalse();
        hoursMature(2_015, 2_016);
        assertThat(judged(boast()).judgement().reasons())
                .doesNotContain(Reason.TRAINING)
                .contains(Reason.INDEPENDENT_OUTCOMES);
    }

    // ---- configuration

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gates.training.minimumHours=2015",
                "gates.training.minimumHours=0",
                "gates.training.minimumHours=-2016",
                "gates.training.minimumHours=.nan",
                "gates.training.minimumLiveWeeks=-1",
                "gates.confidence.minimum=0.79",
                "gates.training.open=true",
                "gates.training=off",
                "status.training_open=true"
            })
    void is_loosened_by_no_setting(String setting) throws IOException {
        Hours.lay(folder.resolve("archive"), Hours.of(0, 48));

        Answer answer = dataset("--set", setting);

        assertThat(answer.exit()).isPositive();
        assertThat(answer.err()).containsAnyOf("conf/gates.yaml: ", "--set ");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void is_loosened_by_no_file_of_settings() throws IOException {
        Hours.lay(folder.resolve("archive"), Hours.of(0, 48));
        Path conf = Files.createDirectories(folder.resolve("conf"));
        try (Stream<Path> files = Files.list(Answer.home().resolve("conf"))) {
            for (Path file : files.toList()) {
                Files.copy(file, conf.resolve(file.getFileName()));
            }
        }
        Path gates = conf.resolve("gates.yaml");
        Files.writeString(gates, Files.readString(gates).replace("minimumHours: 2016", "minimumHours: 1"));

        Answer answer = dataset("--conf", conf.toString());

        assertThat(answer.exit()).isPositive();
        assertThat(answer.err())
                .contains("conf/gates.yaml: training.minimumHours is 1.0")
                .contains("the gate may be tightened, never loosened");
    }

    @Test
    void is_loosened_by_no_word_of_the_job_itself() {
        String conf = Answer.home().resolve("conf").toString();

        assertThat(catchThrowable(() -> PredictionJob.main(new String[] {
                    "--conf",
                    conf,
                    "--bootstrap",
                    "nowhere:9092",
                    "--out",
                    "file:///nowhere",
                    "--run",
                    "r",
                    "--checkpoints",
                    "file:///nowhere",
                    "--feed",
                    "*/USD=kraken:trade",
                    "--set",
                    "gates.training.minimumHours=1"
                })))
                .hasMessageContaining("training.minimumHours is 1.0")
                .hasMessageContaining("the gate may be tightened, never loosened");
    }

    private Answer dataset(String... more) {
        List<String> words = new ArrayList<>(
                List.of("dataset", "--archive", folder.resolve("archive").toString(), "--from", "2021-03-01"));
        words.addAll(
                List.of("--until", "2021-03-02", "--out", folder.resolve("out").toString()));
        words.addAll(List.of(more));
        return Answer.to(words.toArray(String[]::new));
    }

    // ---- API call

    @Test
    void hears_of_nothing_but_events_scored_frames_and_announced_models() {
        StreamGraph graph = graph();
        StreamNode judged = graph.getStreamNodes().stream()
                .filter(node -> "judged".equals(node.getTransformationUID()))
                .findFirst()
                .orElseThrow();

        assertThat(judged.getInEdges().stream()
                        .map(StreamEdge::getSourceId)
                        .map(graph::getStreamNode)
                        .map(StreamNode::getTransformationUID))
                .containsExactlyInAnyOrder("forecasts", "drift", "model-events");
        assertThat(graph.getSourceIDs()).singleElement().satisfies(source -> assertThat(
                        graph.getStreamNode(source).getTransformationUID())
                .isEqualTo("archive-source"));
    }

    private StreamGraph graph() {
        GraphSettings settings = GraphSettings.of(Attempt.conf(Map.of()), List.of(), 0);
        ArchiveSpan span = new ArchiveSpan(List.of("nowhere"), List.of(), List.of(), 0, 1, settings.grid());
        RunOutput output = new RunOutput("nowhere", "run", Datasets.all(settings.catalog()), 0, 0, Map.of());
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        JobSettings.once(1).applyTo(env);
        new PredictionGraph(settings, new RunMark("run", ""), new ArchiveSource(span), new ParquetSink(output))
                .addTo(env);
        return env.getStreamGraph(false);
    }

    @Test
    void is_the_subject_of_no_event() {
        TreeSet<String> about = new TreeSet<>();
        for (EventKind kind : EventKind.values()) {
            about.add(subject(kind));
        }

        assertThat(about).containsExactly("HEARTBEAT", "MODEL", "QUOTE", "a fact", "a market", "the book");
    }

    private static String subject(EventKind kind) {
        if (kind.isForBook()) {
            return "the book";
        }
        return kind.isTraded() || kind == EventKind.LISTING ? "a market" : kind.isFact() ? "a fact" : kind.name();
    }
}

package org.cryptosmarttrader.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.cryptosmarttrader.app.runs.OnnxScorer;
import org.cryptosmarttrader.book.PairQuote;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.evaluation.WalkForward;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.judgement.Forecast;
import org.cryptosmarttrader.judgement.Slate;
import org.cryptosmarttrader.labels.Label;
import org.cryptosmarttrader.labels.LabelStatus;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.flow.Frame;
import org.cryptosmarttrader.prediction.flow.HorizonFrame;
import org.cryptosmarttrader.prediction.flow.MaturedLabel;
import org.cryptosmarttrader.prediction.flow.MessageType;
import org.cryptosmarttrader.prediction.flow.PairRow;
import org.cryptosmarttrader.prediction.stages.ScoreFrames;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.training.HorizonDefinition;
import org.cryptosmarttrader.training.ModelMaker;
import org.cryptosmarttrader.training.RandomForest;
import org.cryptosmarttrader.training.Sampling;
import org.cryptosmarttrader.training.TrainingSet;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.models.Cards;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.models.ModelFolder;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trained, announced and scored as in a run; only the frames are made by hand. */
@DisplayName("The stage that scores")
class ModelRefusalITCase {

    private static final GraphSettings SETTINGS =
            GraphSettings.of(Configuration.read(Path.of("../../conf"), Map.of()), List.of(), Long.MAX_VALUE);
    private static final FeatureCatalog CATALOG = SETTINGS.catalog();
    private static final TickGrid GRID = SETTINGS.grid();
    private static final Horizon HOUR = new Horizon(1);
    private static final int ROWS = 600;

    @TempDir
    Path folder;

    private final List<EventBlock> announcements = new ArrayList<>();
    /** Columns missing from the rows of ETH/USD. */
    private final List<Integer> lacking = new ArrayList<>();

    private ModelMaker.Made good;
    /** Scaled returns of an hour that mature at a tick, by pair. */
    private final Map<String, Double> matured = new TreeMap<>();

    private ModelMaker.Made fewer;

    @BeforeEach
    void a_model_that_fits() throws IOException {
        good = made(CATALOG, noise(CATALOG.size()));
        fewer = made(new FeatureCatalog(List.of(new LogReturn(1), new LogReturn(2)), List.of()), noise(2));
        announce(ModelFolder.announce(ModelFolder.write(folder, good.card(), good.onnx())));
    }

    private static ModelMaker.Made made(FeatureCatalog catalog, TrainingSet rows) throws IOException {
        HorizonDefinition few = new HorizonDefinition(
                new Sampling(10_000, Sampling.Weights.EQUAL, 7),
                List.of(new RandomForest(5, 3, 10, 0.632, 0.35, 64, 7)));
        Fold fold = new WalkForward(tick(ROWS), tick(ROWS + 1), TickGrid.DAY, HOUR, 100 * TickGrid.HOUR, TickGrid.DAY)
                .folds()
                .get(0);
        return new ModelMaker(catalog, GRID, few, new OnnxScorer(), "test")
                .make(rows, HOUR, fold, "00".repeat(32))
                .get(0);
    }

    private static long tick(int hour) {
        return GRID.tick(450_000 + hour);
    }

    private static TrainingSet noise(int columns) {
        Random random = new Random(1);
        long[] decisions = new long[ROWS];
        String[] pairs = new String[ROWS];
        float[] features = new float[ROWS * columns];
        double[] scaled = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            decisions[row] = tick(row);
            pairs[row] = "BTC/USD";
            scaled[row] = random.nextGaussian();
        }
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextGaussian();
        }
        return new TrainingSet(decisions, pairs, features, columns, scaled, scaled);
    }

    private void announce(ModelAnnouncement announcement) {
        announcements.add(announcement.event(tick(0), announcements.size() + 1L));
    }

    private static MaturedLabel label(int hour, double scaled) {
        Label label = new Label(
                GRID.barAt(tick(hour)) - 1, 0.01 * scaled, scaled, LabelStatus.OK, 100, 100 + scaled, 0, true);
        return new MaturedLabel(1, label);
    }

    private Frame frame(int hour) {
        List<PairRow> rows = new ArrayList<>();
        for (String pair : List.of("BTC/USD", "ETH/USD")) {
            double[] features = new double[CATALOG.size()];
            Arrays.fill(features, 0.01 * hour + pair.length());
            if (pair.equals("ETH/USD")) {
                lacking.forEach(column -> features[column] = Double.NaN);
            }
            PairQuote quote = PairQuote.absent(pair, 0.01, 1, 0);
            rows.add(new PairRow(
                    pair,
                    tick(hour),
                    true,
                    features,
                    new double[0],
                    quote,
                    0,
                    matured.containsKey(pair) ? List.of(label(hour, matured.get(pair))) : List.of(),
                    new byte[0]));
        }
        TreeMap<String, Frame.Group> groups = new TreeMap<>(Map.of("USD", new Frame.Group(2, new byte[32])));
        return new Frame(tick(hour), rows, groups);
    }

    private record Scored(List<HorizonFrame> frames, RowBatch forecasts, RowBatch refused) {

        List<HorizonFrame> directions() {
            return frames.stream().filter(HorizonFrame::isOfDirection).toList();
        }

        /** Of the shortest horizon. */
        HorizonFrame about(String statement) {
            return frames.stream()
                    .filter(frame ->
                            frame.horizonHours() == 1 && frame.statement().equals(statement))
                    .findFirst()
                    .orElseThrow();
        }
    }

    // Flink's iterators announce any exception, an interruption among them
    @SuppressWarnings("try")
    private Scored score(int hours) throws Exception {
        List<Frame> frames = new ArrayList<>();
        for (int hour = 1; hour <= hours; hour++) {
            frames.add(frame(hour));
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(
                2, JobSettings.once(2).configuration());
        JobSettings.once(2).applyTo(env);
        DataStream<EventBlock> models =
                env.fromData(announcements, MessageType.of(EventBlock.class)).uid("models");
        SingleOutputStreamOperator<HorizonFrame> scored =
                ScoreFrames.of(env.fromData(frames, MessageType.of(Frame.class)).uid("frames"), models, SETTINGS);
        try (CloseableIterator<HorizonFrame> out = scored.collectAsync();
                CloseableIterator<RowBatch> forecasts =
                        scored.getSideOutput(ScoreFrames.FORECASTS).collectAsync();
                CloseableIterator<RowBatch> refused =
                        scored.getSideOutput(ScoreFrames.REFUSED).collectAsync()) {
            env.executeAsync();
            return new Scored(
                    list(out),
                    RowBatch.concat(Datasets.FORECASTS, list(forecasts)),
                    RowBatch.concat(Datasets.REFUSED, list(refused)));
        }
    }

    private static <T> List<T> list(CloseableIterator<T> iterator) {
        List<T> list = new ArrayList<>();
        iterator.forEachRemaining(list::add);
        return list;
    }

    @Test
    void forecasts_with_the_model_that_fits_and_refuses_the_changed_and_the_stale_one() throws Exception {
        byte[] bytes = "a model of its own".getBytes(StandardCharsets.UTF_8);
        Path changed = ModelFolder.write(folder, Cards.of(CATALOG, "24h", bytes), bytes);
        announce(ModelFolder.announce(changed));
        Files.writeString(changed.resolve("forest.onnx"), "another");
        List<String> other = new ArrayList<>(CATALOG.names());
        other.set(3, "whale_inflow");
        announce(ModelFolder.announce(
                ModelFolder.write(folder, Cards.of(other, CATALOG.fingerprint(GRID), "168h", bytes), bytes)));

        Scored scored = score(3);

        assertThat(scored.directions()).hasSize(3 * Horizon.ALL.size());
        for (HorizonFrame frame : scored.directions()) {
            boolean fits = frame.horizonHours() == 1;
            assertThat(frame.forecasts().size()).isEqualTo(fits ? 2 : 0);
            assertThat(frame.model()).isEqualTo(fits ? good.card().modelSha256() : "");
        }
        assertThat(scored.forecasts().rows()).isEqualTo(6);
        assertThat(scored.refused().rows()).isEqualTo(6);
        assertThat(refusal(scored, "MODEL 24h", 7)).isEqualTo("TamperedModel");
        assertThat(refusal(scored, "MODEL 24h", 8))
                .contains("forest.onnx: file has SHA-256 ")
                .contains("its card says " + Sha256.hex(Sha256.of(bytes)))
                .contains("announce the model again from an unchanged file");
        assertThat(refusal(scored, "MODEL 168h", 7)).isEqualTo("StaleCard");
        assertThat(refusal(scored, "MODEL 168h", 8))
                .contains("first difference at 3 (card whale_inflow, catalogue %s)"
                        .formatted(CATALOG.names().get(3)));
    }

    @Test
    void refuses_a_file_that_is_no_model_and_a_model_that_takes_other_rows() throws Exception {
        byte[] text = "a model of its own".getBytes(StandardCharsets.UTF_8);
        announce(ModelFolder.announce(ModelFolder.write(folder, Cards.of(CATALOG, "24h", text), text)));
        announce(
                ModelFolder.announce(ModelFolder.write(folder, Cards.of(CATALOG, "168h", fewer.onnx()), fewer.onnx())));

        Scored scored = score(2);

        assertThat(scored.forecasts().rows()).isEqualTo(4);
        assertThat(scored.refused().rows()).isEqualTo(4);
        assertThat(refusal(scored, "MODEL 24h", 7)).isEqualTo("UnusableModel");
        assertThat(refusal(scored, "MODEL 24h", 8))
                .startsWith("model: not an ONNX file the engine reads (")
                .contains("; announce another than file:")
                .endsWith("forest.onnx");
        assertThat(refusal(scored, "MODEL 168h", 7)).isEqualTo("UnusableModel");
        assertThat(refusal(scored, "MODEL 168h", 8))
                .startsWith("model: 1 × %d features could not be scored (".formatted(CATALOG.size()));
    }

    @Test
    void refuses_a_model_whose_card_was_swapped_for_one_that_flatters_it() throws Exception {
        EventBlock honest = announcements.remove(0);
        ModelCard card = good.card();
        String words = honest.word(0, EventKind.ANNOUNCEMENT);
        String swapped = words.replace("\"climatology\":" + card.climatology(), "\"climatology\":0.001");
        assertThat(swapped).isNotEqualTo(words);
        announcements.add(new EventBlock(
                EventKind.MODEL,
                honest.source(),
                "",
                0,
                honest.availability(),
                honest.sequences(),
                honest.eventTimes(),
                honest.availableAts(),
                new double[0],
                honest.payloadHashes(),
                swapped));

        Scored scored = score(2);

        assertThat(scored.forecasts().rows()).isZero();
        assertThat(hour(scored).model()).isEmpty();
        assertThat(refusal(scored, "MODEL 1h", 7)).isEqualTo("TamperedModel");
        assertThat(refusal(scored, "MODEL 1h", 8))
                .contains("its card has SHA-256 ")
                .contains("announce the model again with the card it was made with");
    }

    private static String refusal(Scored scored, String kind, int column) {
        int row = Arrays.asList(scored.refused().strings(3)).indexOf(kind);
        return scored.refused().strings(column)[row];
    }

    @Test
    void scores_as_the_training_did() throws Exception {
        Scored scored = score(1);

        float[] matrix = new float[2 * CATALOG.size()];
        Arrays.fill(matrix, (float) (0.01 + "BTC/USD".length()));
        var expected = new OnnxScorer().score(good.onnx(), CATALOG.size(), matrix, 2);
        HorizonFrame hourly = hour(scored);
        assertThat(hourly.forecasts().get(0).scaledReturn()).isEqualTo(expected.scaledReturns()[0]);
        assertThat(hourly.forecasts().get(0).pUp()).isEqualTo(expected.risesLikely()[0]);
    }

    private void ethereumLacks(String... groups) {
        for (int column = 0; column < CATALOG.size(); column++) {
            if (List.of(groups).contains(CATALOG.group(column))) {
                lacking.add(column);
            }
        }
    }

    /** The forecasts of a tick by pair, as the next stage sees them. */
    private static Map<String, Forecast> hourly(Scored scored) {
        Map<String, Forecast> byPair = new TreeMap<>();
        scored.directions().stream()
                .filter(frame -> frame.horizonHours() == 1)
                .flatMap(frame -> frame.forecasts().stream())
                .forEach(forecast -> byPair.put(forecast.pair(), forecast));
        return byPair;
    }

    @Test
    void names_the_groups_a_row_lacks_though_they_taught_the_model_and_forecasts_all_the_same() throws Exception {
        ethereumLacks("sentiment", "onchain");

        Scored scored = score(1);

        Forecast ethereum = hourly(scored).get("ETH/USD");
        assertThat(ethereum.missingGroups()).isEqualTo("onchain sentiment");
        assertThat(ethereum.missingMandatory()).isZero();
        assertThat(ethereum.pUp()).isBetween(0.0, 1.0);
        assertThat(hourly(scored).get("BTC/USD").missingGroups()).isEmpty();
        int row = Arrays.asList(scored.forecasts().strings(1)).indexOf("ETH/USD");
        assertThat(scored.forecasts().strings(Datasets.FORECASTS.indexOf("missing_groups"))[row])
                .isEqualTo("onchain sentiment");
        long lost = lacking.size();
        assertThat(scored.forecasts().doubles(Datasets.FORECASTS.indexOf("missing_share"))[row])
                .isEqualTo((double) lost / CATALOG.size());
    }

    @Test
    void counts_what_a_pair_must_know_of_its_own_market_for_the_gate_that_refuses_it() throws Exception {
        ethereumLacks("volume");

        Forecast ethereum = hourly(score(1)).get("ETH/USD");

        assertThat(ethereum.missingGroups()).isEqualTo("volume");
        assertThat(ethereum.missingMandatory()).isEqualTo(lacking.size());
        assertThat(hourly(score(1)).get("BTC/USD").missingMandatory()).isZero();
    }

    @Test
    void names_no_group_that_never_taught_the_model() throws Exception {
        ethereumLacks("sentiment");
        TrainingSet noise = noise(CATALOG.size());
        for (int row = 0; row < ROWS; row++) {
            for (int column : lacking) {
                noise.features()[row * CATALOG.size() + column] = Float.NaN;
            }
        }
        ModelMaker.Made untaught = made(CATALOG, noise);
        announcements.clear();
        announce(ModelFolder.announce(ModelFolder.write(folder, untaught.card(), untaught.onnx())));

        assertThat(hourly(score(1)).get("ETH/USD").missingGroups()).isEmpty();
    }

    /** A model of the same rows that learnt the opposite. */
    private Path another(String member) throws IOException {
        TrainingSet rows = noise(CATALOG.size());
        double[] opposite = Arrays.stream(rows.scaled()).map(scaled -> -scaled).toArray();
        ModelMaker.Made made = made(
                CATALOG,
                new TrainingSet(rows.decisions(), rows.pairs(), rows.features(), rows.columns(), opposite, opposite));
        return ModelFolder.write(folder.resolve(member), Cards.named(member, made.card()), made.onnx());
    }

    private static HorizonFrame hour(Scored scored) {
        return scored.about("up");
    }

    @Test
    void scores_every_member_and_judges_the_forest() throws Exception {
        announce(ModelFolder.announce(another("linear")));
        ModelAnnouncement rival = ModelFolder.announce(another("rival"));
        announce(new ModelAnnouncement(ModelAnnouncement.CHALLENGER, rival.address(), rival.card()));

        Scored scored = score(1);

        assertThat(hour(scored).members()).extracting(Slate.Member::name).containsExactly("forest", "linear");
        assertThat(hour(scored).model()).isEqualTo(good.card().modelSha256());
        assertThat(scored.forecasts().strings(3))
                .containsExactly("forest", "forest", "linear", "linear", "rival", "rival");
        assertThat(scored.forecasts().strings(Datasets.FORECASTS.indexOf("role")))
                .containsExactly("champion", "champion", "champion", "champion", "challenger", "challenger");
    }

    private void announceOn(String statement) throws IOException {
        Path model = another("of-" + statement);
        ModelCard card = Cards.stating(statement, ModelFolder.card(model));
        announce(ModelFolder.announce(ModelFolder.write(folder.resolve(statement), card, ModelFolder.onnx(model))));
    }

    @Test
    void judges_every_declared_statement_in_a_frame_of_its_own_and_answers_it() throws Exception {
        announceOn("beyond_1");
        announceOn("beyond_3");
        matured.putAll(Map.of("BTC/USD", -1.5, "ETH/USD", 0.5));

        Scored scored = score(1);

        HorizonFrame beyond = scored.about("beyond_1");
        assertThat(beyond.members()).extracting(Slate.Member::name).containsExactly("beyond_1");
        assertThat(beyond.forecasts()).hasSize(2).allSatisfy(forecast -> {
            assertThat(forecast.pUp()).isBetween(0.0, 1.0);
            assertThat(forecast.scaledReturn()).as("no return is expected").isNaN();
            assertThat(forecast.predictionId()).isNotEmpty();
        });
        assertThat(values(beyond)).containsExactly(1.0, -1.0);
        // two pairs are no market, and nothing forecasts it
        assertThat(scored.about("outperforms").forecasts()).isEmpty();
        assertThat(values(scored.about("outperforms"))).containsOnly(Double.NaN);
        // the direction is what it was without them
        assertThat(hour(scored).members()).extracting(Slate.Member::name).containsExactly("forest");
        assertThat(hour(scored).model()).isEqualTo(good.card().modelSha256());
        assertThat(values(hour(scored))).containsExactly(-0.015, 0.005);
    }

    private static List<Double> values(HorizonFrame frame) {
        return frame.outcomes().stream().map(outcome -> outcome.label().value()).toList();
    }

    @Test
    void lets_the_model_of_a_statement_nobody_declared_forecast_and_no_more() throws Exception {
        announceOn("beyond_3");

        Scored scored = score(1);

        assertThat(scored.frames())
                .extracting(HorizonFrame::statement)
                .containsOnly("up", "beyond_1", "beyond_2", "outperforms");
        assertThat(scored.forecasts().strings(3)).containsExactly("forest", "forest", "beyond_3", "beyond_3");
        assertThat(scored.forecasts().strings(Datasets.FORECASTS.indexOf("statement")))
                .containsExactly("up", "up", "beyond_3", "beyond_3");
    }

    @Test
    void goes_on_with_the_other_members_when_one_is_gone_and_says_why() throws Exception {
        Path gone = another("linear");
        announce(ModelFolder.announce(gone));
        Files.delete(gone.resolve("linear.onnx"));

        Scored scored = score(1);

        assertThat(hour(scored).members()).extracting(Slate.Member::name).containsExactly("forest");
        assertThat(refusal(scored, "MODEL 1h", 7)).isEqualTo("MissingModel");
        assertThat(refusal(scored, "MODEL 1h", 8)).contains("no such file; put it back, or announce another");
    }

    @Test
    void judges_nothing_when_the_forest_is_gone_and_still_hears_the_others() throws Exception {
        announce(ModelFolder.announce(another("linear")));
        Files.delete(folder.resolve("1h").resolve(good.card().version()).resolve("forest.onnx"));

        Scored scored = score(1);

        assertThat(hour(scored).model()).isEmpty();
        assertThat(hour(scored).members()).extracting(Slate.Member::name).containsExactly("linear");
        assertThat(hour(scored).forecasts()).hasSize(2).allSatisfy(forecast -> {
            assertThat(forecast.pUp()).isNaN();
            assertThat(forecast.predictionId()).isEmpty();
        });
    }
}

package org.cryptosmarttrader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.training.Learning.HOURLY;
import static org.cryptosmarttrader.training.Learning.hours;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.evaluation.WalkForward;
import org.cryptosmarttrader.features.Described;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.models.Importance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The importance of columns")
class ImportanceMakerTest {

    private static final RandomForest FEW = new RandomForest(20, 6, 20, 0.632, 0.5, 64, 7);
    private static final Horizon HOUR = new Horizon(1);
    private static final int ROWS = 8_000;
    /** As of hour 8,000, 2,000 hours held back: from 5,976 to 7,975; the last trained on is 5,950. */
    private static final Fold FOLD = new WalkForward(
                    hours(ROWS + 1), hours(ROWS + 2), TickGrid.DAY, HOUR, 2_000 * TickGrid.HOUR, TickGrid.DAY)
            .folds()
            .get(0);

    private static final FeatureCatalog ALL = StandardFeatures.withoutFitted();
    /** A column of each of five groups, in this order. */
    private static final FeatureCatalog CATALOG = new FeatureCatalog(
            named(ALL.ofPair(), "ret_1", "amihud_24"),
            List.of(),
            named(ALL.ofAsset(), "sent_24h", "whale_activity"),
            named(ALL.ofMarket(), "mkt_fng"),
            List.of());

    private static final int PRICE = 0;
    private static final int SENTIMENT = 2;
    private static final int ONCHAIN = 3;
    private static final int INDEX = 4;
    private static final int COLUMNS = 5;

    private static TrainingSet plain;
    private static ModelMaker.Made model;
    private static Importance importance;

    @BeforeAll
    static void is_measured() throws IOException {
        plain = set();
        model = made(plain);
        importance = measured(plain, model);
    }

    private static <T extends Described> List<T> named(List<T> features, String... names) {
        return features.stream()
                .filter(feature -> List.of(names).contains(feature.name()))
                .toList();
    }

    /** Noise everywhere; the label follows sentiment, with noise of the same size. */
    private static TrainingSet set() {
        Random random = new Random(1);
        long[] decisions = new long[ROWS];
        String[] pairs = new String[ROWS];
        float[] features = new float[ROWS * COLUMNS];
        double[] scaled = new double[ROWS];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextGaussian();
        }
        for (int row = 0; row < ROWS; row++) {
            decisions[row] = hours(row);
            pairs[row] = "BTC/USD";
            scaled[row] = features[row * COLUMNS + SENTIMENT] + random.nextGaussian();
        }
        return new TrainingSet(decisions, pairs, features, COLUMNS, scaled, scaled);
    }

    /** A set in which a column is missing from a row on, up to another. */
    private static TrainingSet missing(TrainingSet set, int column, int from, int until) {
        for (int row = from; row < until; row++) {
            set.features()[row * COLUMNS + column] = Float.NaN;
        }
        return set;
    }

    private static ModelMaker maker() {
        return new ModelMaker(CATALOG, HOURLY, Learning.definition(FEW), new Engine(), "test");
    }

    private static Refit refit(TrainingSet set) {
        return maker().refit(set, HOUR, FOLD, "ab".repeat(32));
    }

    private static ModelMaker.Made made(TrainingSet set) throws IOException {
        return maker().make(refit(set), FEW);
    }

    private static Importance measured(TrainingSet set, ModelMaker.Made made) throws IOException {
        return new ImportanceMaker(maker()).measure(refit(set), made);
    }

    private static Importance measured(TrainingSet set) throws IOException {
        return measured(set, made(set));
    }

    private static Importance.Group group(Importance importance, String name) {
        return importance.groups().stream()
                .filter(group -> group.group().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void is_all_with_the_group_that_carries_the_signal() throws IOException {
        Importance.Group sentiment = group(importance, "sentiment");

        // who knows x says Φ(x), which is uniform: Brier 1/6; said of the wrong row 1/3, and without x 1/4. The forest
        // knows
        // x but roughly, so that it has less to lose
        assertThat(sentiment.permuted().brierRise()).isBetween(0.8 / 6, 1 / 6.0);
        assertThat(sentiment.without().brierRise().value()).isBetween(0.8 / 12, 1.2 / 12);
        // Pearson 1/√2, hence Spearman 6/π · asin(√2/4) = 0.690, of which nothing is left
        assertThat(sentiment.permuted().rankCorrelationLoss()).isBetween(0.6, 0.74);
        // rises rank before falls 5 times in 6, and without x like coins
        assertThat(sentiment.without().aucLoss().value()).isCloseTo(1 / 3.0, within(0.04));
        assertThat(sentiment.without().brierRise().lower()).isPositive();
        assertThat(sentiment.without().aucLoss().lower()).isPositive();
        assertThat(importance.columns().get(0).column()).isEqualTo("sent_24h");
        assertThat(importance.columns().get(0).permuted()).isEqualTo(sentiment.permuted());
    }

    @Test
    void is_nil_with_a_group_that_carries_none() throws IOException {
        for (String noise : List.of("price", "volume", "onchain", "index")) {
            Importance.Group group = group(importance, noise);
            assertThat(group.permuted().brierRise()).as(noise).isCloseTo(0, within(0.004));
            assertThat(group.without().brierRise().value()).as(noise).isCloseTo(0, within(0.004));
            assertThat(group.without().aucLoss().value()).as(noise).isCloseTo(0, within(0.02));
        }
    }

    @Test
    void shows_how_far_forecasts_move_without_a_group_and_by_chance_alone() throws IOException {
        Importance.Regrown sentiment = group(importance, "sentiment").without();

        // from Φ(x), uniform, to about a half: a quarter
        assertThat(sentiment.meanChangeOfPUp()).isBetween(0.2, 0.27);
        assertThat(sentiment.meanChangeOfScaledReturn()).isGreaterThan(0.6);
        assertThat(sentiment.rankCorrelationOfPUp()).isCloseTo(0, within(0.1));
        assertThat(importance.otherSeed().meanChangeOfPUp()).isBetween(0.001, 0.04);
        assertThat(importance.otherSeed().rankCorrelationOfPUp()).isGreaterThan(0.97);
    }

    @Test
    void tells_what_the_model_leans_on_from_what_only_that_group_can_say() throws IOException {
        TrainingSet set = set();
        for (int row = 0; row < ROWS; row++) {
            set.features()[row * COLUMNS + PRICE] = set.features()[row * COLUMNS + SENTIMENT];
        }

        Importance.Group sentiment = group(measured(set), "sentiment");

        assertThat(sentiment.permuted().brierRise()).isGreaterThan(0.02);
        assertThat(sentiment.without().brierRise().value()).isCloseTo(0, within(0.004));
    }

    @Test
    void is_unknown_of_a_group_that_was_never_there_and_not_nil_in_its_file_either() throws IOException {
        TrainingSet set = missing(missing(set(), ONCHAIN, 0, 5_951), INDEX, 5_951, ROWS);

        Importance without = measured(set);

        assertThat(without.absent().keySet()).containsExactly("index", "onchain");
        assertThat(without.absent().get("onchain")).startsWith("no value in the training block");
        assertThat(without.absent().get("index")).startsWith("no value in the block held back");
        assertThat(without.groups())
                .extracting(Importance.Group::group)
                .containsExactly("price", "sentiment", "volume");
        assertThat(without.columns())
                .extracting(Importance.Column::group)
                .containsExactlyInAnyOrder("price", "sentiment", "volume");
        assertThat(without.columnsMeasured()).isEqualTo(3);

        String text = Json.write(without);
        assertThat(text).doesNotContain("NaN");
        assertThat(Json.write(Json.read(text, Importance.class, "importance"))).isEqualTo(text);
    }

    @Test
    void says_how_much_of_a_group_was_there() throws IOException {
        // half of the held-back hours; of the training all but 951
        Importance half = measured(missing(missing(set(), ONCHAIN, 5_976, 6_976), ONCHAIN, 0, 951));

        assertThat(group(half, "onchain").finiteTraining()).isEqualTo(5_000.0 / 5_951);
        assertThat(group(half, "onchain").finiteHeldBack()).isEqualTo(0.5);
    }

    @Test
    void permutes_no_row_that_grew_the_model() throws IOException {
        TrainingSet set = set();
        // turned round, every row trained on and every row of the guards
        for (int cell = 0; cell < 5_976 * COLUMNS; cell++) {
            set.features()[cell] = -set.features()[cell];
        }
        Importance other = measured(set, model);

        assertThat(other.columns()).isEqualTo(importance.columns());
        assertThat(other.scores()).isEqualTo(importance.scores());
        assertThat(group(other, "sentiment").without())
                .isNotEqualTo(group(importance, "sentiment").without());
    }

    @Test
    void says_on_how_many_rows_and_independent_outcomes_it_rests() throws IOException {
        assertThat(importance.heldBack()).isEqualTo(model.card().calibration());
        assertThat(importance.heldBack().rows()).isEqualTo(2_000);
        assertThat(importance.decisions()).isEqualTo(2_000);
        assertThat(importance.permutedRows()).isEqualTo(2_000);
        assertThat(importance.independentOutcomes()).isEqualTo(2_000);
        assertThat(importance.meanBlock()).isEqualTo(24);
        assertThat(importance.draws()).isEqualTo(1_000);
        assertThat(importance.seed()).isEqualTo(7);
        assertThat(importance.modelSha256()).isEqualTo(model.card().modelSha256());
        assertThat(importance.scores().brier()).isEqualTo(model.card().scores().get("brier"));
        assertThat(importance.scores().auc()).isEqualTo(model.card().scores().get("auc"));
    }

    @Test
    void gives_equal_bytes_for_equal_rows() throws IOException {
        assertThat(Json.pretty(measured(set()))).isEqualTo(Json.pretty(importance));
    }
}

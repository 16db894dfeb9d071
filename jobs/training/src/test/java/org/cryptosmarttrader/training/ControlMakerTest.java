package org.cryptosmarttrader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.training.Learning.CATALOG;
import static org.cryptosmarttrader.training.Learning.COLUMNS;
import static org.cryptosmarttrader.training.Learning.HOUR;
import static org.cryptosmarttrader.training.Learning.HOURLY;
import static org.cryptosmarttrader.training.Learning.hours;

import java.io.IOException;
import java.util.Arrays;
import org.cryptosmarttrader.evaluation.Fold;
import org.cryptosmarttrader.evaluation.WalkForward;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.models.Controls;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The controls of a training")
class ControlMakerTest {

    private static final int ROWS = 6_000;
    private static final Fold HONEST = new WalkForward(
                    hours(ROWS + 1), hours(ROWS + 2), TickGrid.DAY, HOUR, 1_500 * TickGrid.HOUR, TickGrid.DAY)
            .folds()
            .get(0);
    /** Trains up to the end of the block it holds back. */
    private static final Fold PEEKING = new Fold(
            HONEST.asOf(),
            HONEST.availableFrom(),
            HONEST.lastCalibration(),
            HONEST.calibrationAfter(),
            HONEST.lastCalibration(),
            HONEST.testUntil());

    private static Controls controls(TrainingSet set, Fold fold, Member forest) throws IOException {
        ModelMaker maker = new ModelMaker(CATALOG, HOURLY, Learning.definition(forest), new Engine(), "test");
        Refit refit = maker.refit(set, HOUR, fold, "ab".repeat(32));
        return new ControlMaker(maker).measure(refit, maker.make(refit, forest));
    }

    @Test
    void pass_where_the_training_is_honest_whatever_the_labels_hold() throws IOException {
        for (double signal : new double[] {0, 2}) {
            Controls controls = controls(Learning.set(ROWS, signal, 1), HONEST, Learning.SMALL);

            assertThat(controls.permuted().auc())
                    .isCloseTo(0.5, within(3 * controls.permuted().sigma()));
            assertThat(controls.planted().auc())
                    .isGreaterThan(controls.planted().bound());
            assertThat(controls.passed()).isTrue();
        }
    }

    @Test
    void find_a_trainer_that_saw_the_rows_it_is_tried_on() throws IOException {
        Controls controls = controls(Learning.set(ROWS, 0, 1), PEEKING, Learning.SMALL);

        // permuted labels can only be known by heart
        assertThat(controls.permuted().auc())
                .isGreaterThan(0.5 + 3 * controls.permuted().sigma());
        assertThat(controls.permuted().passed()).isFalse();
        assertThat(controls.passed()).isFalse();
    }

    @Test
    void find_a_trainer_that_learns_nothing() throws IOException {
        Controls controls = controls(Learning.set(ROWS, 2, 1), HONEST, new Climatology());

        assertThat(controls.planted().auc()).isEqualTo(0.5);
        assertThat(controls.planted().passed()).isFalse();
        assertThat(controls.passed()).isFalse();
    }

    @Test
    void do_not_pass_where_nothing_can_be_judged() throws IOException {
        TrainingSet set = Learning.set(ROWS, 0, 1);
        Arrays.fill(set.values(), 1);

        Controls controls = controls(set, HONEST, Learning.SMALL);

        assertThat(controls.permuted()).isEqualTo(new Controls.Permuted(null, null, 3, false));
    }

    @Test
    void plant_the_signal_in_the_column_that_splits_the_block_held_back_most_evenly() throws IOException {
        TrainingSet set = Learning.set(ROWS, 0, 1);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                // all but the fourth rise over time, so that later rows lie above the median of earlier ones
                set.features()[row * COLUMNS + column] += column == 3 ? 0 : row / 1_000f;
            }
        }

        Controls.Planted planted = controls(set, HONEST, Learning.SMALL).planted();

        assertThat(planted.column()).isEqualTo(CATALOG.names().get(3));
        // a twentieth is missing and lies nowhere
        assertThat(planted.above()).isCloseTo(0.475, within(0.03));
    }

    @Test
    void know_by_hand_what_a_perfect_forecast_reaches() {
        // half above, a quarter turned round: 3/4 of the rises and 1/4 of the falls lie above
        assertThat(ControlMaker.ideal(0.5, 0.25)).isEqualTo(0.75);
        // nine tenths above: .675 of .7 rises, .225 of .3 falls
        assertThat(ControlMaker.ideal(0.9, 0.25)).isCloseTo(0.5 + (0.675 / 0.7 - 0.75) / 2, within(1e-15));
        assertThat(ControlMaker.ideal(1, 0.25)).isEqualTo(0.5);
        assertThat(ControlMaker.ideal(0.5, 0.5)).isEqualTo(0.5);
    }

    @Test
    void know_by_hand_how_far_chance_goes() {
        TrainingSet set = Learning.set(4, 0, 1);
        double[] values = {1, 1, 0, -1};

        // the Mann-Whitney statistic of 2 and 2 has variance 2 · 2 · 5 / 12, the AUC a sixteenth of it
        assertThat(ControlMaker.chanceDeviation(set.labelled(values, values)))
                .isCloseTo(Math.sqrt(20.0 / 12 / 16), within(1e-15));
    }

    @Test
    void leave_the_training_set_as_it_was_and_say_the_same_again() throws IOException {
        TrainingSet set = Learning.set(ROWS, 1, 1);
        double[] before = set.values().clone();

        Controls once = controls(set, HONEST, Learning.SMALL);

        assertThat(set.values()).isEqualTo(before);
        assertThat(Json.write(controls(set, HONEST, Learning.SMALL))).isEqualTo(Json.write(once));
    }
}

package org.cryptosmarttrader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.training.Learning.CATALOG;
import static org.cryptosmarttrader.training.Learning.COLUMNS;
import static org.cryptosmarttrader.training.Learning.FRESH;

import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The contributions to a forecast")
class ContributionsTest {

    private static final TrainingSet SET = Learning.set(3_000, 1, 1);
    private static final RandomForest FOREST = Learning.SMALL;
    private static final BoostedTrees BOOSTED = new BoostedTrees(60, 4, 0.1, 20, 0.5, 0.5, 64, 7);
    private static final Member.Grown GROWN = FOREST.grow(Learning.lesson(SET), new Engine());

    private static float[] row(int number) {
        return Arrays.copyOfRange(FRESH, number * COLUMNS, (number + 1) * COLUMNS);
    }

    private static Contributions contributions(Member.Grown grown, String output, int row) {
        return Contributions.of(output, grown.boosters().get(output), row(row), CATALOG.names());
    }

    @Test
    void add_up_to_what_the_forest_says_of_the_row() throws Exception {
        ModelScorer.Scores said = Learning.said(GROWN.onnx(), 1_000);

        for (int row = 0; row < 200; row++) {
            assertThat(contributions(GROWN, "scaled_return", row).sum())
                    .isCloseTo(said.scaledReturns()[row], within(1e-5));
            assertThat(contributions(GROWN, "p_up", row).sum()).isCloseTo(said.risesLikely()[row], within(1e-5));
        }
    }

    @Test
    void add_up_to_the_log_odds_of_boosted_trees() throws Exception {
        Member.Grown boosted = BOOSTED.grow(Learning.lesson(SET), new Engine());
        float[] pUp = Learning.said(boosted.onnx(), 1_000).risesLikely();

        for (int row = 0; row < 200; row++) {
            double sum = contributions(boosted, "p_up", row).sum();

            assertThat(1 / (1 + Math.exp(-sum))).isCloseTo(pUp[row], within(1e-5));
        }
    }

    @Test
    void are_listed_by_size_and_led_by_the_column_the_label_follows() {
        int led = 0;
        for (int row = 0; row < 200; row++) {
            Contributions contributions = contributions(GROWN, "scaled_return", row);
            assertThat(contributions.parts())
                    .hasSize(COLUMNS)
                    .isSortedAccordingTo(
                            Comparator.comparingDouble((Contributions.Part part) -> Math.abs(part.contribution()))
                                    .reversed());
            led += contributions.parts().get(0).column().equals(CATALOG.names().get(0)) ? 1 : 0;
        }
        assertThat(led).isGreaterThan(150);
    }

    @Test
    void name_a_missing_value_as_missing() {
        float[] row = row(0);
        row[2] = Float.NaN;

        assertThat(Contributions.of("p_up", GROWN.boosters().get("p_up"), row, CATALOG.names())
                        .parts())
                .filteredOn(part -> part.column().equals(CATALOG.names().get(2)))
                .singleElement()
                .satisfies(part -> assertThat(part.value()).isNull());
    }

    @Test
    void are_kept_for_trees_only() {
        assertThat(GROWN.boosters()).containsOnlyKeys("p_up", "scaled_return");
        assertThat(new Climatology().grow(Learning.lesson(SET), new Engine()).boosters())
                .isEmpty();
    }
}

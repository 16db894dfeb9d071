package org.cryptosmarttrader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;
import static org.cryptosmarttrader.training.Learning.HOURLY;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cryptosmarttrader.domain.Horizon;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A choice among candidates")
class ChoiceTest {

    private static final TrainingSet SET = Learning.set(3_000, 1, 1);
    private static final RandomForest DEEP = new RandomForest(10, 6, 20, 0.632, 0.5, 64, 7);
    /** One split a tree, and half the columns to choose it from. */
    private static final RandomForest FLAT = new RandomForest(10, 1, 20, 0.632, 0.1, 64, 7);

    private static Choice choice(Member... members) {
        return new Choice(IntStream.range(0, members.length)
                .mapToObj(i -> new Choice.Candidate("number " + i, members[i]))
                .toList());
    }

    @Test
    void grows_the_one_that_missed_least_where_it_could_not_know() throws IOException {
        Member.Grown grown = choice(new Climatology(), FLAT, DEEP).grow(Learning.lesson(SET), new Engine());

        assertThat(grown.onnx()).isEqualTo(Learning.grown(DEEP, SET));
        assertThat(grown.parameters())
                .containsEntry("chosen", "number 2")
                .containsKeys("choice: number 0", "choice: number 1", "choice: number 2", "trees");
        double flat = Double.parseDouble(grown.parameters().get("choice: number 1"));
        double deep = Double.parseDouble(grown.parameters().get("choice: number 2"));
        assertThat(deep).isLessThan(flat);
        // half of all labels rise: the base rate misses by 1/2, squared
        assertThat(Double.parseDouble(grown.parameters().get("choice: number 0")))
                .isCloseTo(0.25, within(0.002));
    }

    @Test
    void takes_the_first_of_equals() throws IOException {
        Member.Grown grown = choice(FLAT, FLAT).grow(Learning.lesson(SET), new Engine());

        assertThat(grown.parameters()).containsEntry("chosen", "number 0");
    }

    @Test
    void tests_every_row_once_and_trains_on_none_a_horizon_or_an_embargo_away() {
        Lesson lesson = new Lesson(SET, Learning.SAMPLING, new Horizon(48), HOURLY);

        List<Choice.Split> splits = Choice.splits(lesson);

        assertThat(splits.stream().flatMapToInt(split -> Arrays.stream(split.tested())))
                .containsExactlyElementsOf(
                        IntStream.range(0, SET.size()).boxed().toList());
        // the third of five: 1,200 to 1,799; 48 before it, 48 and an embargo of 48 behind it
        assertThat(splits.get(2).training()).hasSize(3_000 - 600 - 48 - 48 - 48).contains(1_151, 1_896);
        assertThat(splits.get(2).training()).doesNotContain(1_152, 1_895);
    }

    @Test
    void keeps_rows_of_one_instant_on_one_side() {
        long[] decisions =
                IntStream.range(0, 500).mapToLong(i -> Learning.hours(i / 5)).toArray();
        TrainingSet five =
                new TrainingSet(decisions, new String[500], new float[500], 1, new double[500], new double[500]);

        for (Choice.Split split : Choice.splits(new Lesson(five, Learning.SAMPLING, new Horizon(1), HOURLY))) {
            // twenty instants of five pairs each
            assertThat(split.tested()).hasSize(100);
        }
    }

    @Test
    void refuses_a_block_of_which_nothing_would_be_left() {
        Lesson lesson = new Lesson(Learning.set(250, 0, 1), Learning.SAMPLING, new Horizon(168), HOURLY);

        assertThatIOException()
                .isThrownBy(() -> choice(FLAT, DEEP).grow(lesson, new Engine()))
                .withMessageContaining("forest: the training block is too short to choose in")
                .withMessageContaining("take choose out of models/168h.yaml");
    }
}

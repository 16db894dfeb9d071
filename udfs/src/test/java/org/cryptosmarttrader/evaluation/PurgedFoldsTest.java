package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.evaluation.PurgedFolds.Block;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Purged folds")
class PurgedFoldsTest {

    @Test
    void remove_what_the_golden_vector_removes() {
        Golden golden = Golden.vector("F5-");
        int samples = golden.inputs().get("samples").asInt();
        PurgedFolds folds = new PurgedFolds(
                samples,
                10,
                1,
                golden.inputs().get("horizon").asInt(),
                golden.inputs().get("embargo").asInt());
        Block test = new Block(
                golden.inputs().at("/testBlock/0").asInt(),
                golden.inputs().at("/testBlock/1").asInt());

        Block removed = folds.removed(test);

        // ten groups of twenty: the sixth is the vector's block
        assertThat(folds.group(5)).isEqualTo(test);
        golden.check("firstRemoved", removed.from());
        golden.check("lastRemoved", removed.until() - 1);
        golden.check("kept", kept(folds, 5));
    }

    private static long kept(PurgedFolds folds, int group) {
        return IntStream.range(0, folds.samples())
                .filter(sample -> folds.isTraining(sample, List.of(group)))
                .count();
    }

    @Test
    void split_and_walk_as_the_golden_vector_does() {
        Golden golden = Golden.vector("F4-");
        int groups = golden.inputs().get("N").asInt();
        PurgedFolds folds =
                new PurgedFolds(600, groups, golden.inputs().get("k").asInt(), 0, 0);

        golden.check("splits", folds.splits().size());
        golden.check("paths", folds.paths());
        assertThat(new ObjectMapper().valueToTree(folds.splits()).toString())
                .isEqualTo(golden.outputs().get("testGroups").toString());
    }

    @Test
    void train_on_no_sample_whose_label_reaches_into_a_test_nor_on_one_a_test_reaches() {
        PurgedFolds folds = new PurgedFolds(97, 6, 2, 7, 3);

        for (List<Integer> split : folds.splits()) {
            for (int sample = 0; sample < folds.samples(); sample++) {
                boolean trains = folds.isTraining(sample, split);
                for (int group : split) {
                    for (int test = folds.group(group).from();
                            test < folds.group(group).until() && trains;
                            test++) {
                        assertThat(Math.abs(sample - test))
                                .as("%d trains where %d is tested", sample, test)
                                .isGreaterThan(7);
                    }
                }
            }
        }
    }

    @Test
    void leave_out_the_embargo_behind_a_test_and_not_before_it() {
        PurgedFolds folds = new PurgedFolds(100, 5, 1, 2, 10);

        // 40 to 59 are tested: purge from 38 on and up to 61, embargo 62 to 71
        assertThat(folds.removed(folds.group(2))).isEqualTo(new Block(38, 72));
        assertThat(folds.isTraining(37, List.of(2))).isTrue();
        assertThat(folds.isTraining(71, List.of(2))).isFalse();
        assertThat(folds.isTraining(72, List.of(2))).isTrue();
    }

    @Test
    void test_every_sample_once_where_one_group_is_tested_at_a_time() {
        PurgedFolds folds = new PurgedFolds(23, 5, 1, 1, 0);

        assertThat(IntStream.range(0, 5)
                        .mapToObj(folds::group)
                        .flatMapToInt(group -> IntStream.range(group.from(), group.until())))
                .containsExactlyElementsOf(IntStream.range(0, 23).boxed().toList());
        assertThat(folds.paths()).isEqualTo(1);
    }

    @Test
    void keep_an_embargo_of_a_day_and_of_the_horizon_where_it_is_longer() {
        assertThat(PurgedFolds.defaultEmbargo(1, 24)).isEqualTo(24);
        assertThat(PurgedFolds.defaultEmbargo(168, 24)).isEqualTo(168);
    }

    @Test
    void refuse_groups_that_cannot_be() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurgedFolds(3, 5, 1, 1, 1))
                .withMessageContaining("3 samples in 5 groups");
        assertThatIllegalArgumentException().isThrownBy(() -> new PurgedFolds(30, 5, 5, 1, 1));
    }
}

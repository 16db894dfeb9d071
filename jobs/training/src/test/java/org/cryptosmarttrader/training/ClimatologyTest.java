package org.cryptosmarttrader.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.cryptosmarttrader.training.Learning.COLUMNS;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The climatology")
class ClimatologyTest {

    private static final float[] MISSING = new float[4 * COLUMNS];

    static {
        Arrays.fill(MISSING, Float.NaN);
    }

    /** Four rows: three falls and a rise, and a return of exactly 0 among the falls. */
    private static byte[] onnx() {
        TrainingSet set = Learning.set(4, 0, 1);
        double[] scaled = {-1, 0, 3, -1};
        return Learning.grown(new Climatology(), set.labelled(scaled, scaled));
    }

    @Test
    void says_share_of_rises_and_mean_return_of_the_training_labels() throws IOException {
        ModelScorer.Scores said = new Engine().score(onnx(), COLUMNS, Learning.features(3, 5), 3);

        assertThat(said.risesLikely()).containsExactly(0.25f, 0.25f, 0.25f);
        assertThat(said.scaledReturns()).containsExactly(0.25f, 0.25f, 0.25f);
    }

    @Test
    void says_it_of_a_row_of_which_nothing_is_known_too() throws IOException {
        assertThat(new Engine().score(onnx(), COLUMNS, MISSING, 4).risesLikely())
                .containsOnly(0.25f);
        assertThatCode(() -> Registration.requireUsable(new Engine(), onnx(), COLUMNS, MISSING))
                .doesNotThrowAnyException();
    }
}

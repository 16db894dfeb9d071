package org.cryptosmarttrader.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.cryptosmarttrader.evaluation.Promotion.Decision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The promotion of a challenger")
class PromotionTest {

    private static final StationaryBootstrap BOOTSTRAP = new StationaryBootstrap(24, StationaryBootstrap.DRAWS, 1);

    /** Rises and falls in turn, one an hour; one model says its probability of what happens, the other its own. */
    private static Promotion of(int hours, double champion, double challenger, double independent) {
        double[] ups = new double[hours];
        Arrays.setAll(ups, hour -> hour % 2);
        return Promotion.of(
                said(ups, champion),
                said(ups, challenger),
                ups,
                LongStream.range(0, hours).toArray(),
                independent,
                BOOTSTRAP);
    }

    private static double[] said(double[] ups, double ofWhatHappens) {
        return Arrays.stream(ups)
                .map(up -> up == 1 ? ofWhatHappens : 1 - ofWhatHappens)
                .toArray();
    }

    @Test
    void takes_a_lower_score_beyond_its_interval_and_thirty_outcomes() {
        Promotion promotion = of(100, 0.5, 0.6, 30);

        assertThat(promotion.championBrier()).isCloseTo(0.25, within(1e-12));
        assertThat(promotion.challengerBrier()).isCloseTo(0.16, within(1e-12));
        assertThat(promotion.difference()).isCloseTo(-0.09, within(1e-12));
        assertThat(promotion.upper()).isNegative();
        assertThat(promotion.decision()).isEqualTo(Decision.PROMOTED);
    }

    @Test
    void is_refused_with_fewer_outcomes_however_good_they_are() {
        assertThat(of(100, 0.5, 0.99, 29.99).decision()).isEqualTo(Decision.TOO_FEW_OUTCOMES);
        assertThat(of(0, 0.5, 0.99, 0).decision()).isEqualTo(Decision.TOO_FEW_OUTCOMES);
    }

    @Test
    void is_refused_to_an_equal_and_to_a_worse_one() {
        assertThat(of(100, 0.6, 0.6, 100).decision()).isEqualTo(Decision.NOT_BETTER);
        assertThat(of(100, 0.6, 0.5, 100).decision()).isEqualTo(Decision.NOT_BETTER);
    }

    @Test
    void is_refused_if_the_interval_reaches_zero() {
        // better in the first half, worse in the second: the difference hangs on which half is drawn
        double[] ups = new double[48];
        double[] champion = new double[48];
        double[] challenger = new double[48];
        Arrays.fill(champion, 0.3);
        Arrays.setAll(challenger, hour -> hour < 27 ? 0.2 : 0.39);

        Promotion promotion =
                Promotion.of(champion, challenger, ups, LongStream.range(0, 48).toArray(), 48, BOOTSTRAP);

        // 0.04 and 0.1521 beside 0.09: −0.05 in 27 hours, +0.0621 in 21
        assertThat(promotion.difference()).isCloseTo((-0.05 * 27 + 0.0621 * 21) / 48, within(1e-12));
        assertThat(promotion.upper()).isPositive();
        assertThat(promotion.decision()).isEqualTo(Decision.NOT_BETTER);
    }

    @Test
    void undoes_itself_by_the_same_rule_with_the_places_changed() {
        Promotion forth = of(100, 0.5, 0.6, 50);
        Promotion back = of(100, 0.6, 0.5, 50);

        assertThat(back.difference()).isEqualTo(-forth.difference());
        assertThat(back.upper()).isEqualTo(-forth.lower(), within(1e-12));
        assertThat(back.decision()).isEqualTo(Decision.NOT_BETTER);
    }
}

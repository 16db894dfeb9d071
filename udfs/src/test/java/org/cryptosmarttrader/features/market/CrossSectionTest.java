package org.cryptosmarttrader.features.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.features.Tape.GAP;
import static org.cryptosmarttrader.features.Tape.at;
import static org.cryptosmarttrader.features.Tape.history;

import java.util.Arrays;
import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.price.LogReturn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A pair among the others")
class CrossSectionTest {

    private static final double NONE = Double.NaN;

    private final double[] returns = {0.02, 0, NONE, -0.01, 0.02, 0.05, -0.03};

    @Test
    void has_the_average_of_the_ranks_it_shares() {
        // ranks 4.5, 3, none, 2, 4.5, 6, 1 of six
        assertThat(new CrossSectionRank("rank", new LogReturn(24)).values(returns))
                .containsExactly(4 / 6.0, 2.5 / 6, NONE, 1.5 / 6, 4 / 6.0, 5.5 / 6, 0.5 / 6);
    }

    @Test
    void has_the_middle_rank_where_all_are_alike() {
        double[] alike = new double[7];
        Arrays.fill(alike, 0, 3, -0.0);

        assertThat(new CrossSectionRank("rank", new LogReturn(24)).values(alike))
                .containsOnly(0.5);
    }

    @Test
    void knows_how_many_rose() {
        // 3 of 6 above 0; the pair without a return learns it as well
        assertThat(new Breadth(24).values(returns)).containsOnly(0.5).hasSize(7);
    }

    @Test
    void knows_how_differently_they_moved() {
        // 1, 2, 3, 4, 5: squared deviations 10, over 4
        assertThat(new Dispersion(24).values(new double[] {3, 1, NONE, 5, 4, 2}))
                .containsOnly(Math.sqrt(2.5))
                .hasSize(6);
    }

    @Test
    void is_compared_with_the_middle_one() {
        // of 1 2 3 4 7 the third, of 1 2 3 4 7 9 between the third and the fourth
        assertThat(new CrossSectionMedian(24).values(new double[] {3, 1, NONE, 7, 4, 2}))
                .containsOnly(3)
                .hasSize(6);
        assertThat(new CrossSectionMedian(24).values(new double[] {3, 1, 9, 7, 4, 2}))
                .containsOnly(3.5);
        assertThat(new ExcessReturn(24).values(new double[] {3, 1, NONE, 7, 4, 2}))
                .containsExactly(0, -2, NONE, 4, 1, -1);
    }

    @Test
    void knows_whether_a_few_ran_ahead() {
        // mean 2, deviations −2 −2 −2 −2 8: m2 = (4·4 + 64)/5 = 16, m3 = (−4·8 + 512)/5 = 96, 96/64
        assertThat(new CrossSectionSkewness(24).values(new double[] {0, 0, 0, NONE, 0, 10}))
                .containsOnly(1.5)
                .hasSize(6);
        assertThat(new CrossSectionSkewness(24).values(new double[] {1, 2, 3, 4, 5}))
                .containsOnly(0);
        assertThat(new CrossSectionSkewness(24).values(new double[] {2, 2, 2, 2, 2}))
                .containsOnly(NONE);
    }

    @Test
    void has_its_share_of_the_money_traded() {
        assertThat(new VolumeShare(24).values(new double[] {1, 2, NONE, 3, 4, 6}))
                .containsExactly(1 / 16.0, 2 / 16.0, NONE, 3 / 16.0, 4 / 16.0, 6 / 16.0);
    }

    @Test
    void is_compared_by_the_money_traded() {
        Feature money = new QuoteVolume(2);

        assertThat(money.value(history(at(9).volume(9), at(10).volume(2), at(20).volume(3))))
                .isEqualTo(80);
        assertThat(money.value(history(at(9).volume(9), GAP, at(20).volume(3)))).isNaN();
    }
}

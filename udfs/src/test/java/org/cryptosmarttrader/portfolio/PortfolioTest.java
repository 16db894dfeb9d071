package org.cryptosmarttrader.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Made-up prices of assets that go up and down by a fixed share in a rhythm of their own: their covariances are known. */
@DisplayName("The portfolio step")
class PortfolioTest {

    private static final int BARS = 721;

    /** Up and down by these shares of the price, bar after bar; the second in half the rhythm of the first. */
    private static CloseHistory closes(double ofA, double ofB) {
        CloseHistory closes = new CloseHistory();
        double a = 100;
        double b = 10;
        for (int bar = 0; bar < BARS; bar++) {
            closes.advanceTo(bar);
            closes.put("A", a);
            closes.put("B", b);
            a *= bar % 2 == 0 ? 1 + ofA : 1 / (1 + ofA);
            b *= bar % 4 < 2 ? 1 + ofB : 1 / (1 + ofB);
        }
        return closes;
    }

    private static Portfolio portfolio(Allocation allocation, double targetVolatility, double paybackHours) {
        return new Portfolio(allocation, new PortfolioSettings(targetVolatility, paybackHours, 4, 648, 50, 0.8));
    }

    private static Candidate wanted(String asset, double weight) {
        return new Candidate(asset, 0, weight, 0.004);
    }

    @Nested
    @DisplayName("divides")
    class Divides {

        @Test
        void by_risk_and_gives_nobody_more_than_it_wants() {
            // variances of about 1e-4 and 4e-4 without correlation: shares of 2/3 and 1/3
            CloseHistory closes = closes(0.01, 0.02);
            Portfolio parity = portfolio(new RiskParity(), 100, 672);

            Division free = parity.divide(List.of(wanted("A", 1), wanted("B", 1)), closes, 1);
            assertThat(free.weights().get("A")).isCloseTo(2 / 3.0, within(0.005));
            assertThat(free.weights().get("B")).isCloseTo(1 / 3.0, within(0.005));
            Division bound = parity.divide(List.of(wanted("A", 0.2), wanted("B", 0.5)), closes, 1);
            assertThat(bound.weights().get("A")).isEqualTo(0.2);
            assertThat(bound.weights().get("B")).isEqualTo(free.weights().get("B"));
            assertThat(bound.kept()).isNull();
        }

        @Test
        void to_the_target_volatility_of_all_together() {
            // a single asset that moves by one per cent an hour has 0.01 * sqrt(8760) = 0.936 a year
            Division half =
                    portfolio(new RiskParity(), 0.468, 672).divide(List.of(wanted("A", 1)), closes(0.01, 0.02), 1);
            assertThat(half.weights().get("A")).isCloseTo(0.5, within(0.005));

            // the same move in a bar of four hours is half of it
            Division slower =
                    portfolio(new RiskParity(), 0.468, 672).divide(List.of(wanted("A", 1)), closes(0.01, 0.02), 4);
            assertThat(slower.weights().get("A")).isCloseTo(1, within(0.01));
        }

        @Test
        void and_leaves_to_each_what_it_wants_without_an_allocation() {
            Division division = portfolio(null, 0.1, 672)
                    .divide(List.of(wanted("A", 0.9), wanted("B", 0.3)), closes(0.01, 0.02), 1);

            assertThat(division.weights()).containsEntry("A", 0.9).containsEntry("B", 0.3);
        }
    }

    @Nested
    @DisplayName("moves what is held")
    class Moves {

        /** Of 0.004 / (4 * 1e-4 * hours). */
        private Division after(double hours, double held, double wanted) {
            Candidate candidate = new Candidate("A", held, wanted, 0.004);
            return portfolio(new RiskParity(), 100, hours).divide(List.of(candidate), closes(0.01, 0.02), 1);
        }

        @Test
        void only_as_far_as_moving_pays() {
            // moving pays beyond 10 / 100 of equity
            assertThat(after(100, 0.5, 0.9).weights().get("A")).isCloseTo(0.8, within(0.002));
            assertThat(after(100, 0.9, 0.5).weights().get("A")).isCloseTo(0.6, within(0.002));
            assertThat(after(100, 0.5, 0.55).weights().get("A")).isEqualTo(0.5);
        }

        @Test
        void the_further_the_longer_it_has_to_pay_back() {
            assertThat(after(1_000, 0.5, 0.9).weights().get("A")).isCloseTo(0.89, within(0.002));
        }

        @Test
        void but_buys_a_new_position_whole() {
            assertThat(after(1, 0, 0.9).weights().get("A")).isEqualTo(0.9);
        }
    }

    @Nested
    @DisplayName("keeps positions as they are")
    class Keeps {

        @Test
        void while_there_are_too_few_returns_and_says_so() {
            CloseHistory young = new CloseHistory();
            for (int bar = 0; bar < 300; bar++) {
                young.advanceTo(bar);
                young.put("A", 100 + bar % 2);
            }
            Division division = portfolio(new RiskParity(), 0.4, 672)
                    .divide(List.of(new Candidate("A", 0.1, 0.2, 0.004), wanted("B", 0.2)), young, 1);

            assertThat(division.weights()).containsEntry("A", 0.1).containsEntry("B", 0.0);
            assertThat(division.kept())
                    .isEqualTo("risk-parity: none of 2 assets has 648 returns among the last 720 bars");
        }

        @Test
        void where_no_shares_follow_and_says_so() {
            Division division = portfolio(new RiskParity(), 0.4, 672)
                    .divide(List.of(new Candidate("A", 0.1, 0.2, 0.004)), closes(0, 0), 1);

            assertThat(division.weights()).containsEntry("A", 0.1);
            assertThat(division.kept()).isEqualTo("risk parity: asset 0 does not move");
        }

        @Test
        void of_assets_too_young_for_a_share_but_divides_the_others() {
            CloseHistory closes = closes(0.01, 0.02);
            closes.advanceTo(BARS);
            closes.put("A", 100);
            closes.put("B", 10);
            closes.put("C", 1);
            Division division = portfolio(new RiskParity(), 100, 672)
                    .divide(
                            List.of(wanted("A", 0.2), wanted("C", 0.2), new Candidate("D", 0.3, 0.1, 0.004)),
                            closes,
                            1);

            assertThat(division.weights())
                    .containsEntry("A", 0.2)
                    .containsEntry("C", 0.0)
                    .containsEntry("D", 0.1);
        }

        @Test
        void beyond_the_number_of_assets_it_may_hold() {
            Portfolio one = new Portfolio(null, new PortfolioSettings(0.4, 672, 4, 648, 1, 0.8));

            assertThat(one.divide(List.of(wanted("A", 0.2), wanted("B", 0.3)), closes(0.01, 0.02), 1)
                            .weights())
                    .containsEntry("A", 0.0)
                    .containsEntry("B", 0.3);
            assertThat(one.divide(List.of(new Candidate("A", 0.1, 0.2, 0), wanted("B", 0.3)), closes(0.01, 0.02), 1)
                            .weights())
                    .containsEntry("A", 0.2)
                    .containsEntry("B", 0.0);
        }
    }

    @Nested
    @DisplayName("knows which assets move together")
    class Together {

        @Test
        void by_their_correlation() {
            CloseHistory closes = new CloseHistory();
            for (int bar = 0; bar < BARS; bar++) {
                closes.advanceTo(bar);
                closes.put("A", 100 + bar % 2);
                closes.put("B", 200 + 2 * (bar % 2));
                closes.put("C", 10 + 0.1 * (bar / 2 % 2));
            }
            Division division = portfolio(null, 0.4, 672)
                    .divide(List.of(wanted("A", 0.1), wanted("B", 0.1), wanted("C", 0.1)), closes, 1);

            assertThat(division.groups())
                    .containsEntry("A", 0)
                    .containsEntry("B", 0)
                    .containsEntry("C", 2);
        }
    }

    @Nested
    @DisplayName("remembers closes")
    class Remembers {

        @Test
        void of_the_last_721_bars_with_their_gaps() {
            CloseHistory closes = new CloseHistory();
            for (int bar = 0; bar < 800; bar++) {
                closes.advanceTo(bar);
                if (bar != 500) {
                    closes.put("A", 100 + bar);
                }
            }

            assertThat(closes.close("A", 0)).isEqualTo(899);
            assertThat(closes.close("A", 720)).isEqualTo(179);
            assertThat(closes.close("A", 721)).isNaN();
            assertThat(closes.close("A", 299)).isNaN();
            assertThat(closes.change("A", 24)).isEqualTo(899.0 / 875 - 1);
            double[] returns = closes.returns("A");
            assertThat(returns).hasSize(720);
            assertThat(returns[719]).isEqualTo(899.0 / 898 - 1);
            assertThat(returns[0]).isEqualTo(180.0 / 179 - 1);
            assertThat(returns[719 - 299]).isNaN();
            assertThat(returns[719 - 298]).isNaN();
        }

        @Test
        void and_forgets_an_asset_that_is_gone_and_everything_over_a_long_gap() {
            CloseHistory closes = closes(0.01, 0.02);
            closes.advanceTo(BARS + 10_000);

            assertThat(closes.close("A", 0)).isNaN();
            assertThat(closes.returns("A")).containsOnly(Double.NaN);
        }

        @Test
        void in_their_order_alone() {
            CloseHistory closes = closes(0.01, 0.02);

            assertThatThrownBy(() -> closes.advanceTo(BARS - 1))
                    .hasMessage("closes: bar 720 behind bar 720; bars must come in order");
        }

        @Test
        void through_its_bytes() throws IOException {
            CloseHistory closes = closes(0.01, 0.02);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            closes.write(new DataOutputStream(bytes));
            CloseHistory read = CloseHistory.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

            assertThat(read.returns("B")).isEqualTo(closes.returns("B"));
            read.advanceTo(BARS);
            assertThat(read.close("A", 1)).isEqualTo(closes.close("A", 0));
        }

        @Test
        void what_several_have_in_common_leaving_out_the_one_with_the_fewest() {
            CloseHistory closes = new CloseHistory();
            for (int bar = 0; bar < BARS; bar++) {
                closes.advanceTo(bar);
                closes.put("A", 100 + bar);
                if (bar % 10 != 0) {
                    closes.put("B", 100 + bar);
                }
                if (bar % 100 != 0) {
                    closes.put("C", 100 + bar);
                }
            }
            CommonReturns common = CommonReturns.of(List.of("C", "A", "B"), closes, 700);

            // each gap takes two returns but at the edges: B has 720 - 2 * 71 - 2, C 720 - 2 * 7 - 1
            assertThat(common.assets()).containsExactly("A", "C");
            assertThat(common.rows()).hasDimensions(705, 2);
            assertThat(CommonReturns.of(List.of("B"), closes, 576).rows()).hasDimensions(576, 1);
            assertThat(CommonReturns.of(List.of("B"), closes, 577).assets()).isEmpty();
        }
    }
}

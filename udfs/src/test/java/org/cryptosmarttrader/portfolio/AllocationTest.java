package org.cryptosmarttrader.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cryptosmarttrader.Golden;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.convex.ConvexSolver;

@DisplayName("Weights")
class AllocationTest {

    private static final Golden GOLDEN = Golden.vector("I2-");

    private static double[][] goldenReturns() {
        double[][] returns = new double[GOLDEN.inputs().get("returns").size()][];
        for (int row = 0; row < returns.length; row++) {
            returns[row] = Golden.numbers(GOLDEN.inputs().get("returns").get(row));
        }
        return returns;
    }

    private static void checkGolden(Allocation allocation, String field) {
        double[] weights = allocation.weights(Covariance.ofReturns(goldenReturns()));
        double[] expected = Golden.numbers(GOLDEN.outputs().get(field));
        assertThat(weights).hasSameSizeAs(expected);
        for (int asset = 0; asset < weights.length; asset++) {
            GOLDEN.check(field + " of " + asset, weights[asset], expected[asset]);
        }
    }

    /** Returns that follow a market, the one more and the other less, so that some would be sold short. */
    private static double[][] returns(int assets) {
        SplittableRandom random = new SplittableRandom(7L * assets);
        double[] betas = random.doubles(assets, 0.2, 2).toArray();
        double[][] returns = new double[720][assets];
        for (double[] row : returns) {
            double market = 0.03 * random.nextGaussian();
            Arrays.setAll(row, asset -> betas[asset] * market + 0.005 * (1 + asset % 5) * random.nextGaussian());
        }
        return returns;
    }

    @Test
    void follow_covariances_shrunk_as_the_golden_vector_says() {
        Covariance covariance = Covariance.ofReturns(goldenReturns());

        GOLDEN.check("delta", covariance.shrinkage());
        for (int row = 0; row < 3; row++) {
            double[] expected = Golden.numbers(GOLDEN.outputs().get("Sigma").get(row));
            for (int column = 0; column < 3; column++) {
                GOLDEN.check("Sigma", covariance.of(row, column), expected[column]);
            }
        }
    }

    @Test
    void are_those_of_the_golden_vector() {
        checkGolden(new MinimumVariance(), "minVar");
        checkGolden(new LongOnlyMinimumVariance(), "minVarLongOnly");
        checkGolden(new RiskParity(), "riskParity");
        checkGolden(new HierarchicalRiskParity(), "hrp");
        assertThat(HierarchicalRiskParity.order(Covariance.ofReturns(goldenReturns())))
                .isEqualTo(List.of(2, 0, 1));
    }

    /** Another library's solver of quadratic programmes finds the same. */
    @ParameterizedTest
    @ValueSource(ints = {3, 10, 100})
    void of_minimum_variance_without_short_positions_are_those_of_another_solver(int assets) {
        Covariance covariance = Covariance.ofReturns(returns(assets));

        double[] weights = new LongOnlyMinimumVariance().weights(covariance);

        double[] expected = ofAnotherSolver(covariance);
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
        for (int asset = 0; asset < assets; asset++) {
            assertThat(weights[asset]).isGreaterThanOrEqualTo(0).isCloseTo(expected[asset], within(1e-8));
        }
        long held = Arrays.stream(weights).filter(weight -> weight > 0).count();
        System.out.printf("%d weights compared with another solver's, %d of them above 0%n", assets, held);
        assertThat(held).isBetween(1L, assets - 1L);
        assertThat(variance(covariance, weights)).isLessThanOrEqualTo(variance(covariance, expected) * (1 + 1e-9));
    }

    private static double[] ofAnotherSolver(Covariance covariance) {
        int assets = covariance.assets();
        // in units in which the numbers are near 1
        double scale = covariance.variance(0);
        R064Store q = R064Store.FACTORY.make(assets, assets);
        for (int row = 0; row < assets; row++) {
            for (int column = 0; column < assets; column++) {
                q.set(row, column, covariance.of(row, column) / scale);
            }
        }
        R064Store ones = R064Store.FACTORY.make(1, assets);
        ones.fillAll(1.0);
        R064Store above = R064Store.FACTORY.make(assets, assets);
        for (int asset = 0; asset < assets; asset++) {
            above.set(asset, asset, -1.0);
        }
        MatrixStore<Double> one = R064Store.FACTORY.rows(new double[][] {{1}});
        Optimisation.Result result = ConvexSolver.newBuilder()
                .objective(q, R064Store.FACTORY.make(assets, 1))
                .equalities(ones, one)
                .inequalities(above, R064Store.FACTORY.make(assets, 1))
                .build()
                .solve();
        assertThat(result.getState().isOptimal()).isTrue();
        return result.toRawCopy1D();
    }

    private static double variance(Covariance covariance, double[] weights) {
        double variance = 0;
        for (int row = 0; row < weights.length; row++) {
            for (int column = 0; column < weights.length; column++) {
                variance += weights[row] * weights[column] * covariance.of(row, column);
            }
        }
        return variance;
    }

    /** The condition that has one solution alone: w (Σw) the same for each, and all weights above 0. */
    @ParameterizedTest
    @ValueSource(ints = {3, 10, 100})
    void of_risk_parity_let_each_asset_contribute_the_same(int assets) {
        Covariance covariance = Covariance.ofReturns(returns(assets));

        double[] weights = new RiskParity().weights(covariance);

        double share = variance(covariance, weights) / assets;
        for (int asset = 0; asset < assets; asset++) {
            double withAll = 0;
            for (int other = 0; other < assets; other++) {
                withAll += covariance.of(asset, other) * weights[other];
            }
            assertThat(weights[asset]).isPositive();
            assertThat(weights[asset] * withAll / share).isCloseTo(1, within(1e-9));
        }
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
    }

    /** The same by other means: clusters as sets of leaves, their distance the least of all pairs, weights from the root down. */
    @ParameterizedTest
    @ValueSource(ints = {3, 10, 100})
    void by_hierarchy_are_those_of_a_tree_grown_leaf_by_leaf(int assets) {
        Covariance covariance = Covariance.ofReturns(returns(assets));

        double[] weights = new HierarchicalRiskParity().weights(covariance);

        List<Integer> leaves = leavesOfTree(covariance);
        assertThat(HierarchicalRiskParity.order(covariance)).isEqualTo(leaves);
        double[] expected = new double[assets];
        halve(covariance, leaves, 1, expected);
        assertThat(weights).containsExactly(expected, within(1e-12));
    }

    private static List<Integer> leavesOfTree(Covariance covariance) {
        int assets = covariance.assets();
        double[][] unlike = new double[assets][assets];
        for (int i = 0; i < assets; i++) {
            for (int j = 0; j < assets; j++) {
                double product = covariance.of(i, i) * covariance.of(j, j);
                unlike[i][j] = i == j ? 0 : Math.sqrt((1 - covariance.of(i, j) / Math.sqrt(product)) / 2);
            }
        }
        // in the order in which they came to be
        List<List<Integer>> clusters = new ArrayList<>();
        for (int asset = 0; asset < assets; asset++) {
            clusters.add(List.of(asset));
        }
        while (clusters.size() > 1) {
            List<Integer> left = null;
            List<Integer> right = null;
            double least = Double.POSITIVE_INFINITY;
            for (List<Integer> first : clusters) {
                for (List<Integer> second : clusters.subList(clusters.indexOf(first) + 1, clusters.size())) {
                    double apart = first.stream()
                            .flatMapToDouble(i -> second.stream().mapToDouble(j -> euclidean(unlike[i], unlike[j])))
                            .min()
                            .orElseThrow();
                    if (apart < least) {
                        least = apart;
                        left = first;
                        right = second;
                    }
                }
            }
            List<Integer> both = new ArrayList<>(left);
            both.addAll(right);
            clusters.remove(left);
            clusters.remove(right);
            clusters.add(both);
        }
        return clusters.get(0);
    }

    private static double euclidean(double[] first, double[] second) {
        return Math.sqrt(IntStream.range(0, first.length)
                .mapToDouble(i -> (first[i] - second[i]) * (first[i] - second[i]))
                .sum());
    }

    private static void halve(Covariance covariance, List<Integer> assets, double weight, double[] weights) {
        if (assets.size() == 1) {
            weights[assets.get(0)] = weight;
            return;
        }
        List<Integer> left = assets.subList(0, assets.size() / 2);
        List<Integer> right = assets.subList(assets.size() / 2, assets.size());
        double ofLeft = inverseVarianceWeighted(covariance, left);
        double ofRight = inverseVarianceWeighted(covariance, right);
        halve(covariance, left, weight * ofRight / (ofLeft + ofRight), weights);
        halve(covariance, right, weight * ofLeft / (ofLeft + ofRight), weights);
    }

    private static double inverseVarianceWeighted(Covariance covariance, List<Integer> assets) {
        double[] weights = new double[covariance.assets()];
        double sum = assets.stream()
                .mapToDouble(asset -> 1 / covariance.variance(asset))
                .sum();
        assets.forEach(asset -> weights[asset] = 1 / covariance.variance(asset) / sum);
        return variance(covariance, weights);
    }

    /** Without correlation all three agree: inverse variances; risk parity: inverse deviations. */
    @Test
    void of_assets_without_correlation_are_known_without_a_solver() {
        double[][] returns = {
            {1, 2, 4}, {-1, 2, 4}, {1, -2, 4}, {-1, -2, 4}, {1, 2, -4}, {-1, 2, -4}, {1, -2, -4}, {-1, -2, -4}
        };
        Covariance covariance = Covariance.ofReturns(returns);
        double[] variances = {covariance.variance(0), covariance.variance(1), covariance.variance(2)};
        double inverse = 1 / variances[0] + 1 / variances[1] + 1 / variances[2];
        double[] expected =
                Arrays.stream(variances).map(variance -> 1 / variance / inverse).toArray();

        assertThat(new MinimumVariance().weights(covariance)).containsExactly(expected, within(1e-12));
        assertThat(new LongOnlyMinimumVariance().weights(covariance)).containsExactly(expected, within(1e-12));
        double deviations = Arrays.stream(variances)
                .map(variance -> 1 / Math.sqrt(variance))
                .sum();
        assertThat(new RiskParity().weights(covariance))
                .containsExactly(
                        Arrays.stream(variances)
                                .map(variance -> 1 / Math.sqrt(variance) / deviations)
                                .toArray(),
                        within(1e-12));
    }

    @Test
    void are_not_made_of_assets_that_do_not_move() {
        Covariance still = Covariance.ofReturns(new double[][] {{0, 0}, {0, 0}, {0, 0}});

        for (Allocation allocation : List.of(
                new MinimumVariance(), new LongOnlyMinimumVariance(), new RiskParity(), new HierarchicalRiskParity())) {
            assertThatExceptionOfType(NoAllocationException.class)
                    .as(allocation.name())
                    .isThrownBy(() -> allocation.weights(still));
        }
    }

    @Test
    void need_observations_without_gaps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Covariance.ofReturns(new double[][] {{0.1}}))
                .withMessage("covariance: 1 observations of 1 assets, expected at least 2 of 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Covariance.ofReturns(new double[][] {{0.1, 0.2}, {0.1, Double.NaN}}))
                .withMessage("covariance: observation 1 is not 2 finite numbers");
    }
}

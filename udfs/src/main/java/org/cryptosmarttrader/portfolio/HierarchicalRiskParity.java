package org.cryptosmarttrader.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Weights by a tree of similar assets: each half of a branch gets the more the less it moves; no matrix is inverted.
 *
 * <p>M. López de Prado, Building diversified portfolios that outperform out of sample, Journal of Portfolio Management 42 (2016).
 * Single linkage; of equal distances the one of the lower clusters counts.
 */
public record HierarchicalRiskParity() implements Allocation {

    @Override
    public String name() {
        return "hierarchical-risk-parity";
    }

    @Override
    public double[] weights(Covariance covariance) {
        for (int asset = 0; asset < covariance.assets(); asset++) {
            if (!(covariance.variance(asset) > 0)) {
                throw new NoAllocationException("hierarchical risk parity: asset %d does not move".formatted(asset));
            }
        }
        double[] weights = new double[covariance.assets()];
        Arrays.fill(weights, 1);
        divide(covariance, order(covariance), weights);
        return weights;
    }

    private static void divide(Covariance covariance, List<Integer> assets, double[] weights) {
        if (assets.size() < 2) {
            return;
        }
        List<Integer> left = assets.subList(0, assets.size() / 2);
        List<Integer> right = assets.subList(assets.size() / 2, assets.size());
        double ofLeft = variance(covariance, left);
        double ofRight = variance(covariance, right);
        double share = 1 - ofLeft / (ofLeft + ofRight);
        left.forEach(asset -> weights[asset] *= share);
        right.forEach(asset -> weights[asset] *= 1 - share);
        divide(covariance, left, weights);
        divide(covariance, right, weights);
    }

    /** Of a cluster whose assets weigh by the inverse of their variances. */
    private static double variance(Covariance covariance, List<Integer> assets) {
        double sum = 0;
        for (int asset : assets) {
            sum += 1 / covariance.variance(asset);
        }
        double variance = 0;
        for (int first : assets) {
            for (int second : assets) {
                variance += covariance.of(first, second) / (covariance.variance(first) * covariance.variance(second));
            }
        }
        return variance / (sum * sum);
    }

    /** The assets, similar ones side by side. */
    static List<Integer> order(Covariance covariance) {
        int assets = covariance.assets();
        double[][] distances = distances(covariance);
        // leaves by id of their cluster; a new one gets the next id
        TreeMap<Integer, List<Integer>> clusters = new TreeMap<>();
        for (int asset = 0; asset < assets; asset++) {
            clusters.put(asset, List.of(asset));
        }
        double[][] apart = new double[2 * assets][2 * assets];
        for (int asset = 0; asset < assets; asset++) {
            System.arraycopy(distances[asset], 0, apart[asset], 0, assets);
        }
        for (int id = assets; clusters.size() > 1; id++) {
            int[] nearest = nearest(clusters, apart);
            List<Integer> leaves = new ArrayList<>(clusters.remove(nearest[0]));
            leaves.addAll(clusters.remove(nearest[1]));
            for (int other : clusters.keySet()) {
                double least = Math.min(apart[nearest[0]][other], apart[nearest[1]][other]);
                apart[id][other] = least;
                apart[other][id] = least;
            }
            clusters.put(id, leaves);
        }
        return clusters.firstEntry().getValue();
    }

    private static int[] nearest(TreeMap<Integer, List<Integer>> clusters, double[][] apart) {
        int[] nearest = null;
        for (int first : clusters.keySet()) {
            for (int second : clusters.tailMap(first, false).keySet()) {
                if (nearest == null || apart[first][second] < apart[nearest[0]][nearest[1]]) {
                    nearest = new int[] {first, second};
                }
            }
        }
        return nearest;
    }

    /** Between the columns of the distances √((1 - ρ) / 2). */
    private static double[][] distances(Covariance covariance) {
        int assets = covariance.assets();
        double[][] unlike = new double[assets][assets];
        for (int first = 0; first < assets; first++) {
            for (int second = 0; second < assets; second++) {
                unlike[first][second] =
                        first == second ? 0 : Math.sqrt(Math.max(0, 1 - covariance.correlation(first, second)) / 2);
            }
        }
        double[][] distances = new double[assets][assets];
        for (int first = 0; first < assets; first++) {
            for (int second = 0; second < assets; second++) {
                double sum = 0;
                for (int row = 0; row < assets; row++) {
                    double difference = unlike[row][first] - unlike[row][second];
                    sum += difference * difference;
                }
                distances[first][second] = Math.sqrt(sum);
            }
        }
        return distances;
    }
}

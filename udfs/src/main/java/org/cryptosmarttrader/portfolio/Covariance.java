package org.cryptosmarttrader.portfolio;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * Covariance of the returns of some assets, shrunk towards equal variances without correlation.
 *
 * <p>O. Ledoit and M. Wolf, A well-conditioned estimator for large-dimensional covariance matrices, Journal of Multivariate
 * Analysis 88 (2004), with the target and the norm of scikit-learn's {@code LedoitWolf}.
 */
public final class Covariance {

    private final DMatrixRMaj matrix;
    private final double shrinkage;

    private Covariance(DMatrixRMaj matrix, double shrinkage) {
        this.matrix = matrix;
        this.shrinkage = shrinkage;
    }

    /**
     * @param returns a row for each observation, a column for each asset; at least two rows
     * @throws IllegalArgumentException if there are fewer, rows differ in length, or a number is not finite
     */
    public static Covariance ofReturns(double[][] returns) {
        requireMatrix(returns);
        DMatrixRMaj x = centred(returns);
        int n = x.numRows;
        int p = x.numCols;
        DMatrixRMaj sample = new DMatrixRMaj(p, p);
        CommonOps_DDRM.multTransA(1.0 / n, x, x, sample);
        double mean = CommonOps_DDRM.trace(sample) / p;
        DMatrixRMaj target = CommonOps_DDRM.identity(p);
        CommonOps_DDRM.scale(mean, target);
        DMatrixRMaj apart = new DMatrixRMaj(p, p);
        CommonOps_DDRM.subtract(sample, target, apart);
        double distance = squared(apart) / p;
        double error = Math.min(errorOfSample(x, sample), distance);
        double shrinkage = distance > 0 ? error / distance : 0;
        DMatrixRMaj shrunk = new DMatrixRMaj(p, p);
        CommonOps_DDRM.add(1 - shrinkage, sample, shrinkage, target, shrunk);
        return new Covariance(shrunk, shrinkage);
    }

    private static void requireMatrix(double[][] returns) {
        if (returns.length < 2 || returns[0].length == 0) {
            throw new IllegalArgumentException("covariance: %d observations of %d assets, expected at least 2 of 1"
                    .formatted(returns.length, returns.length == 0 ? 0 : returns[0].length));
        }
        for (int row = 0; row < returns.length; row++) {
            if (returns[row].length != returns[0].length
                    || !Arrays.stream(returns[row]).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        "covariance: observation %d is not %d finite numbers".formatted(row, returns[0].length));
            }
        }
    }

    private static DMatrixRMaj centred(double[][] returns) {
        DMatrixRMaj x = new DMatrixRMaj(returns);
        for (int column = 0; column < x.numCols; column++) {
            double sum = 0;
            for (int row = 0; row < x.numRows; row++) {
                sum += x.get(row, column);
            }
            for (int row = 0; row < x.numRows; row++) {
                x.add(row, column, -sum / x.numRows);
            }
        }
        return x;
    }

    /**
     * Mean squared distance of the products of single observations from their mean, over n p: how far the sample itself is from
     * what it estimates. By |x xᵀ - S|² = (xᵀx)² - 2 xᵀSx + |S|².
     */
    private static double errorOfSample(DMatrixRMaj x, DMatrixRMaj sample) {
        double ofSample = squared(sample);
        DMatrixRMaj projected = new DMatrixRMaj(x.numRows, x.numCols);
        CommonOps_DDRM.mult(x, sample, projected);
        double sum = 0;
        for (int row = 0; row < x.numRows; row++) {
            double length = 0;
            double along = 0;
            for (int column = 0; column < x.numCols; column++) {
                length += x.get(row, column) * x.get(row, column);
                along += x.get(row, column) * projected.get(row, column);
            }
            sum += length * length - 2 * along + ofSample;
        }
        return sum / ((double) x.numRows * x.numRows * x.numCols);
    }

    private static double squared(DMatrixRMaj matrix) {
        double norm = NormOps_DDRM.fastNormF(matrix);
        return norm * norm;
    }

    public int assets() {
        return matrix.numCols;
    }

    /** Covariance of two assets, per observation. */
    public double of(int first, int second) {
        return matrix.get(first, second);
    }

    public double variance(int asset) {
        return matrix.get(asset, asset);
    }

    /** Correlation of two assets; NaN if one of them does not move. */
    public double correlation(int first, int second) {
        return of(first, second) / Math.sqrt(variance(first) * variance(second));
    }

    /** Weight of the target, in [0, 1]. */
    public double shrinkage() {
        return shrinkage;
    }

    /** Rows and columns of some of the assets. */
    DMatrixRMaj among(int[] assets) {
        DMatrixRMaj part = new DMatrixRMaj(assets.length, assets.length);
        for (int row = 0; row < assets.length; row++) {
            for (int column = 0; column < assets.length; column++) {
                part.set(row, column, of(assets[row], assets[column]));
            }
        }
        return part;
    }
}

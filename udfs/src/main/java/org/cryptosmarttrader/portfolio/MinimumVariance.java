package org.cryptosmarttrader.portfolio;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** The weights whose sum is 1 and whose variance is smallest: Σ⁻¹1 over its sum. */
public record MinimumVariance() implements Allocation {

    @Override
    public String name() {
        return "minimum-variance";
    }

    @Override
    public double[] weights(Covariance covariance) {
        return among(covariance, IntStream.range(0, covariance.assets()).toArray());
    }

    /** Weights of some of the assets alone, in their order. */
    static double[] among(Covariance covariance, int[] assets) {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(assets.length);
        if (!solver.setA(covariance.among(assets))) {
            throw new NoAllocationException("minimum variance: the covariances of %d assets are not positive definite"
                    .formatted(assets.length));
        }
        DMatrixRMaj ones = new DMatrixRMaj(assets.length, 1);
        Arrays.fill(ones.data, 1);
        DMatrixRMaj solved = new DMatrixRMaj(assets.length, 1);
        solver.solve(ones, solved);
        double sum = Arrays.stream(solved.data).sum();
        if (!(sum > 0) || !Double.isFinite(sum)) {
            throw new NoAllocationException(
                    "minimum variance: weights of %d assets have the sum %s".formatted(assets.length, sum));
        }
        return Arrays.stream(solved.data).map(weight -> weight / sum).toArray();
    }
}

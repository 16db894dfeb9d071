package org.cryptosmarttrader.portfolio;

import java.io.Serializable;

/** A way to divide what is held among assets. Pure: the same covariances give the same weights. */
public interface Allocation extends Serializable {

    /** Unique and short, e.g. {@code risk-parity}. */
    String name();

    /**
     * @return weights by asset, their sum 1
     * @throws NoAllocationException if these covariances give none
     */
    double[] weights(Covariance covariance);
}

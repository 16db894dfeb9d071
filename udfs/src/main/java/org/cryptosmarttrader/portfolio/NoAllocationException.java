package org.cryptosmarttrader.portfolio;

/** Covariances that give no weights; the message says why. */
public final class NoAllocationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAllocationException(String message) {
        super(message);
    }
}

package org.cryptosmarttrader.wire.models;

/** A model whose card does not fit the catalogue; the model is not used. */
public final class StaleCardException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleCardException(String message) {
        super(message);
    }
}

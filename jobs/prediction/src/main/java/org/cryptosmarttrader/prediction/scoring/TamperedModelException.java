package org.cryptosmarttrader.prediction.scoring;

/** A model file that is not the one its card names, or a card that is not the one announced. */
public final class TamperedModelException extends Exception {

    private static final long serialVersionUID = 1L;

    TamperedModelException(String message) {
        super(message);
    }
}

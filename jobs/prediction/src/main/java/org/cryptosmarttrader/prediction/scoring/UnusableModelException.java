package org.cryptosmarttrader.prediction.scoring;

import java.io.IOException;

/** A model that was read and can never score: its bytes are the fault, not the machine, so trying again does not help. */
public final class UnusableModelException extends IOException {

    private static final long serialVersionUID = 1L;

    UnusableModelException(String message, Exception cause) {
        super(message, cause);
    }
}

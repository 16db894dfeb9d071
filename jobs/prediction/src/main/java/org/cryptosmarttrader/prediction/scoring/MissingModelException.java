package org.cryptosmarttrader.prediction.scoring;

import java.io.IOException;

/** A model that was announced and is not where its announcement says. */
public final class MissingModelException extends IOException {

    private static final long serialVersionUID = 1L;

    MissingModelException(String message, Exception cause) {
        super(message, cause);
    }
}

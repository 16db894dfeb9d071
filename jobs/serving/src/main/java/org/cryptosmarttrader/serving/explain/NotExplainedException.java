package org.cryptosmarttrader.serving.explain;

/** A run was made by another program or with other settings, so that its rows cannot be made again. */
public final class NotExplainedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message why, and what to do */
    public NotExplainedException(String message) {
        super(message);
    }
}

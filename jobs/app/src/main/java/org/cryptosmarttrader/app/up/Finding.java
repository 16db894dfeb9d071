package org.cryptosmarttrader.app.up;

/**
 * What a look at this machine found.
 *
 * @param subject e.g. {@code disk}
 * @param detail what was found and, unless it is fine, what to do
 */
public record Finding(String subject, State state, String detail) {

    /** How bad it is. */
    public enum State {
        /** As it should be. */
        FINE,
        /** It runs, with less than there could be. */
        LIMITED,
        /** It would not run, or not rightly. */
        BAD
    }

    static Finding fine(String subject, String detail) {
        return new Finding(subject, State.FINE, detail);
    }

    static Finding limited(String subject, String detail) {
        return new Finding(subject, State.LIMITED, detail);
    }

    static Finding bad(String subject, String detail) {
        return new Finding(subject, State.BAD, detail);
    }
}

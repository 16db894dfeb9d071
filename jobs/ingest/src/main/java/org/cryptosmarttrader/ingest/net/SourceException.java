package org.cryptosmarttrader.ingest.net;

/** A read that gave nothing. Its message never holds a secret. */
public class SourceException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Whether the same read may succeed later. */
    public enum Kind {
        /** Of the moment: asking again later may help. */
        RETRY,
        /** Of the request: asking again will not help. */
        FINAL,
        /** Of the access, e.g. a key that is refused: nothing will help until somebody mends it. */
        DISABLED
    }

    private final Kind kind;
    private final long retryAfterMillis;

    /**
     * @param retryAfterMillis how long the source asked to be left alone, to be obeyed exactly; 0 if it did not say
     * @param message what, where, what to do; without secrets
     */
    public SourceException(Kind kind, long retryAfterMillis, String message) {
        super(message);
        this.kind = kind;
        this.retryAfterMillis = retryAfterMillis;
    }

    /** Of the moment, and the source did not say for how long. */
    public static SourceException retry(String message) {
        return new SourceException(Kind.RETRY, 0, message);
    }

    public static SourceException last(String message) {
        return new SourceException(Kind.FINAL, 0, message);
    }

    public static SourceException disabled(String message) {
        return new SourceException(Kind.DISABLED, 0, message);
    }

    public Kind kind() {
        return kind;
    }

    /** Milliseconds; 0 if the source did not say. */
    public long retryAfterMillis() {
        return retryAfterMillis;
    }

    public boolean mayBeRetried() {
        return kind == Kind.RETRY;
    }
}

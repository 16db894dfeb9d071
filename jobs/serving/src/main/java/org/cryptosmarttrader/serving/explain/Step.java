package org.cryptosmarttrader.serving.explain;

/**
 * One link between a forecast and what was recorded.
 *
 * @param name of what was looked at, e.g. {@code feature row}
 * @param outcome what came of looking
 * @param says a sentence: what holds, what differs and what to do, or why nothing was looked at
 */
public record Step(String name, Outcome outcome, String says) {

    /** What came of looking. */
    public enum Outcome {
        HOLDS,
        DIFFERS,
        /** For want of something that was not given, or that is not there yet. */
        NOT_LOOKED_AT
    }

    public static Step holds(String name, String form, Object... values) {
        return new Step(name, Outcome.HOLDS, form.formatted(values));
    }

    public static Step differs(String name, String form, Object... values) {
        return new Step(name, Outcome.DIFFERS, form.formatted(values));
    }

    public static Step notLookedAt(String name, String form, Object... values) {
        return new Step(name, Outcome.NOT_LOOKED_AT, form.formatted(values));
    }
}

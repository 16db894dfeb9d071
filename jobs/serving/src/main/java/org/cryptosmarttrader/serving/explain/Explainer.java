package org.cryptosmarttrader.serving.explain;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** Explains forecasts of one run. Safe for use by many threads. */
@FunctionalInterface
public interface Explainer {

    /**
     * @param predictionId of the forecast
     * @param decidedAt its decision instant, epoch milliseconds; without it the run is searched, the newest day first
     * @return empty if the run has no such forecast
     * @throws IOException if the forecast's file cannot be read
     * @throws NotExplainedException if this program cannot explain this run
     */
    Optional<Explanation> explain(String predictionId, OptionalLong decidedAt)
            throws IOException, NotExplainedException;

    /**
     * One for a run that this program cannot explain.
     *
     * @param why, and what to do
     */
    static Explainer ofNone(String why) {
        return (predictionId, decidedAt) -> {
            throw new NotExplainedException(why);
        };
    }
}

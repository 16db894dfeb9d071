package org.cryptosmarttrader.prediction;

import java.io.Serializable;

/**
 * Which run a job is, as its checkpoints remember it. Hours counted, outcomes learnt and accounts kept belong to the run
 * that earned them, under the settings it had.
 *
 * @param run id of the run
 * @param configHash of everything in conf that changes a result
 */
public record RunMark(String run, String configHash) implements Serializable {

    private static final int DIGITS = 12;

    /** For people, and for comparing. */
    public String text() {
        return "run %s under settings %s"
                .formatted(run, configHash.substring(0, Math.min(DIGITS, configHash.length())));
    }
}

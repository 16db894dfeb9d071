package org.cryptosmarttrader.training;

import java.io.IOException;
import java.util.SortedMap;

/**
 * A way to make a model of a horizon: one member of its ensemble. Made of equal rows, the bytes are equal, whatever else runs
 * and on however many cores. A member is one class, one line in {@link HorizonDefinition} and a block in models/*.yaml.
 */
public interface Member {

    /** Of lower-case letters, digits, {@code _} and {@code -}; names the model's file and its forecasts. */
    String name();

    /** Of its draws; 0 if it draws nothing. */
    long seed();

    /** The same with other draws. */
    Member seeded(long other);

    /**
     * @param scorer the engine of the job, for a member that has to compare candidates
     * @throws IOException if the engine refuses a candidate
     */
    Grown grow(Lesson lesson, ModelScorer scorer) throws IOException;

    /**
     * What was grown.
     *
     * @param onnx file with input {@code features} (float, n × f, NaN where missing) and outputs {@code scaled_return} and
     *     {@code p_up} (float, n × 1)
     * @param parameters for the card, by name
     */
    record Grown(byte[] onnx, SortedMap<String, String> parameters) {}
}

package org.cryptosmarttrader.training;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

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
     * @param boosters the trees behind each output as XGBoost loads them, to ask what a forecast owes to each column; none if
     *     there are none
     */
    record Grown(byte[] onnx, SortedMap<String, String> parameters, SortedMap<String, byte[]> boosters) {

        Grown(byte[] onnx, SortedMap<String, String> parameters) {
            this(onnx, parameters, new TreeMap<>());
        }

        /** The same with the trees behind its two outputs. */
        Grown with(Grower.Raw scaledReturn, Grower.Raw pUp) {
            Grown grown = with(pUp);
            grown.boosters().put(Onnx.SCALED_RETURN, scaledReturn.bytes());
            return grown;
        }

        /** The same with the trees behind its probability. */
        Grown with(Grower.Raw pUp) {
            SortedMap<String, byte[]> trees = new TreeMap<>();
            trees.put(Onnx.P_UP, pUp.bytes());
            return new Grown(onnx, parameters, trees);
        }
    }
}

package org.cryptosmarttrader.uncertainty;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cryptosmarttrader.domain.Numbers;

/** A map from the probability a forest says to the one that was borne out. See docs/glossary.md, calibration. */
public interface Calibration {

    /** Name of the map, as written to state and model cards. */
    String kind();

    /** The numbers that make the map, in the order {@link #of} takes them. */
    double[] numbers();

    /**
     * The calibrated probability.
     *
     * @param probability as the forest says it
     * @return within [0, 1]; NaN if the probability is missing
     */
    double apply(double probability);

    /**
     * A map from its name and numbers.
     *
     * @throws IllegalArgumentException if the kind is unknown or the numbers do not suit it
     */
    static Calibration of(String kind, double... numbers) {
        if (kind.equals(Isotonic.KIND)) {
            return new Isotonic(numbers);
        }
        boolean isKnown = kind.equals(PlattMap.KIND) || kind.equals(ClimatologyShrink.KIND);
        if (!isKnown || numbers.length != 2) {
            throw new IllegalArgumentException(
                    "calibration: '%s' with %d numbers, expected '%s' or '%s' with 2, or '%s'"
                            .formatted(kind, numbers.length, PlattMap.KIND, ClimatologyShrink.KIND, Isotonic.KIND));
        }
        return kind.equals(PlattMap.KIND)
                ? new PlattMap(numbers[0], numbers[1])
                : new ClimatologyShrink(numbers[0], numbers[1]);
    }

    default void write(DataOutput out) throws IOException {
        out.writeUTF(kind());
        Numbers.write(out, numbers());
    }

    static Calibration read(DataInput in) throws IOException {
        return of(in.readUTF(), Numbers.readDoubles(in));
    }
}

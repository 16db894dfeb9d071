package org.cryptosmarttrader.app.certify.leaks;

import java.util.function.Predicate;
import org.cryptosmarttrader.app.certify.Check;
import org.cryptosmarttrader.serving.report.Certificate;

/**
 * A leak planted in one place.
 *
 * @param place where: source, join, frame, start, order, label or trainer
 * @param check that must find it
 * @param bent which columns it bends; no other may be accused
 * @param trial certifies what it was planted in
 */
record Leak(String name, String place, Check check, Predicate<String> bent, Trial trial) {

    /** A whole certification. */
    interface Trial {
        Certificate certify(Scene scene) throws Exception;
    }

    @Override
    public String toString() {
        return place + ": " + name;
    }
}

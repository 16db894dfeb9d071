package org.cryptosmarttrader.wire.conf;

import java.util.List;

/** Everything that is wrong in conf/, one fault a line. */
public final class ConfException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConfException(List<String> faults) {
        super(String.join("\n", faults));
    }

    /** Throws if there is a fault. */
    public static void throwIfAny(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new ConfException(faults);
        }
    }
}

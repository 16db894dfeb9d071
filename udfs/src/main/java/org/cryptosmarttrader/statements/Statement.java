package org.cryptosmarttrader.statements;

import java.io.Serializable;
import java.util.List;

/** A family of statements on pairs: each says something of one pair over one horizon that comes true or not. */
public sealed interface Statement extends Serializable permits Beyond, Outperforms {

    /** The statement every horizon makes, that the return is above 0; it is the direction, and no part of any list. */
    String UP = "up";

    /** Unique; of lower-case letters, digits, underscores and at most one dot. */
    String name();

    /** What it says of a pair, in words. */
    String meaning();

    /**
     * What became of the statement on each pair.
     *
     * @param outcomes of one decision and horizon, of each pair at most one
     * @return in their order
     */
    List<Answer> answers(List<RealisedReturn> outcomes);

    /**
     * The statement of a name.
     *
     * @throws IllegalArgumentException if it is none, or a name written otherwise
     */
    static Statement parse(String name) {
        if (name.equals(Outperforms.NAME)) {
            return new Outperforms();
        }
        if (name.matches(Beyond.FORM)) {
            return Beyond.parse(name);
        }
        throw new IllegalArgumentException(
                "statement '%s': expected %s, or beyond_ and a number of standard deviations such as beyond_1 or beyond_1.5%s"
                        .formatted(name, Outperforms.NAME, name.equals(UP) ? "; up is made without being listed" : ""));
    }

    /** Whether a name is that of a statement, the direction included. */
    static boolean isName(String name) {
        return name.equals(UP) || name.equals(Outperforms.NAME) || name.matches(Beyond.FORM);
    }
}

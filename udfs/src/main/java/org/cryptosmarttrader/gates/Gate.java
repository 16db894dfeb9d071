package org.cryptosmarttrader.gates;

import java.util.function.Function;

/** One condition that a forecast must meet to be acted on. */
public interface Gate {

    /** What a refusal by this gate is called. */
    Reason reason();

    Finding examine(Candidate candidate);

    /** A gate that follows a rule. */
    static Gate of(Reason reason, Function<Candidate, Finding> rule) {
        return new Gate() {
            @Override
            public Reason reason() {
                return reason;
            }

            @Override
            public Finding examine(Candidate candidate) {
                return rule.apply(candidate);
            }
        };
    }
}

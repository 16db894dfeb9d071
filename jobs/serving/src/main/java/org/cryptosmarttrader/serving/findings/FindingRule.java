package org.cryptosmarttrader.serving.findings;

import java.util.Optional;
import java.util.function.Function;

/**
 * Looks at an account for one thing.
 *
 * @param name unique and short
 * @param look says what it found, with figures; empty if nothing
 * @param advice what to do about it
 */
public record FindingRule(String name, Severity severity, Function<Evidence, Optional<String>> look, String advice) {

    public Optional<Finding> of(Evidence evidence) {
        return look.apply(evidence).map(says -> new Finding(name, severity, says, advice));
    }
}

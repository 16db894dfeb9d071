package org.cryptosmarttrader.serving.findings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Words that rules share. */
final class Says {

    private Says() {}

    static Optional<String> when(boolean fires, String form, Object... values) {
        return fires ? Optional.of(String.format(Locale.ROOT, form, values)) : Optional.empty();
    }

    static double percent(double share) {
        return 100 * share;
    }

    static boolean hasTraded(Evidence evidence) {
        return evidence.trading().fills() > 0;
    }

    static Optional<String> limit(Evidence evidence, String rule, int most, String what) {
        long hits = evidence.limits().entrySet().stream()
                .filter(hit -> hit.getKey().endsWith(" " + rule))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return when(hasTraded(evidence) && hits >= most, "It %s %d times.", what, hits);
    }
}

package org.cryptosmarttrader.app.certify;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cryptosmarttrader.serving.report.Certificate;

/** What was found of one column. */
final class ColumnTally {

    /** Below this a column says too little to be called clean. */
    static final int FEWEST_FINITE = 1_000;

    private final String dataset;
    private final String name;
    private final long fewest;
    private long finite;
    private final Map<Check, Long> compared = new EnumMap<>(Check.class);
    private final Map<Check, Long> finiteCompared = new EnumMap<>(Check.class);
    private final Map<Check, Long> differing = new EnumMap<>(Check.class);
    private final Map<Check, Certificate.Accusation> first = new EnumMap<>(Check.class);

    private ColumnTally(String dataset, String name, long fewest) {
        this.dataset = dataset;
        this.name = name;
        this.fewest = fewest;
    }

    ColumnTally(String dataset, String name) {
        this(dataset, name, FEWEST_FINITE);
    }

    /** A model is one value. */
    static ColumnTally ofModel(String dataset, String name) {
        return new ColumnTally(dataset, name, 1);
    }

    boolean isOf(String column) {
        return name.equals(column);
    }

    void finite(long values) {
        finite += values;
    }

    /** @param ofThemFinite values that are neither missing nor infinite on the reference's side */
    void compared(Check check, long values, long ofThemFinite) {
        compared.merge(check, values, Long::sum);
        finiteCompared.merge(check, ofThemFinite, Long::sum);
    }

    /** @param accusation made only for the first difference of a check */
    void accuse(Check check, Supplier<Certificate.Accusation> accusation) {
        differing.merge(check, 1L, Long::sum);
        first.computeIfAbsent(check, absent -> accusation.get());
    }

    boolean isAccused() {
        return !first.isEmpty();
    }

    /** Compared by a check. */
    long compared(Check check) {
        return compared.getOrDefault(check, 0L);
    }

    /** Finite values compared by a check. */
    long finiteCompared(Check check) {
        return finiteCompared.getOrDefault(check, 0L);
    }

    long differing(Check check) {
        return differing.getOrDefault(check, 0L);
    }

    /** @param needed checks each of which must have met a finite value */
    Certificate.Column result(Iterable<Check> needed) {
        return new Certificate.Column(
                dataset,
                name,
                verdict(needed),
                finite,
                named(compared),
                named(differing),
                first.values().stream().toList());
    }

    private String verdict(Iterable<Check> needed) {
        if (isAccused()) {
            return Certificate.ACCUSED;
        }
        boolean isTested = finite >= fewest;
        for (Check check : needed) {
            isTested &= finiteCompared(check) > 0;
        }
        return isTested ? Certificate.CLEAN : Certificate.UNTESTED;
    }

    private static SortedMap<String, Long> named(Map<Check, Long> counts) {
        SortedMap<String, Long> named = new TreeMap<>();
        counts.forEach((check, count) -> named.put(check.name(), count));
        return named;
    }
}

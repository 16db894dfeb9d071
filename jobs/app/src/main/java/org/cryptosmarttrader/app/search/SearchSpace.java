package org.cryptosmarttrader.app.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings a search tries: every combination of the values of each.
 *
 * @param values by {@code FILE.KEY}, in the order named
 */
public record SearchSpace(Map<String, List<String>> values) {

    /** Files whose settings decide what is made of a forecast; the others decide what is forecast. */
    private static final List<String> FILES = List.of("strategy.", "risk.", "execution.");

    /** Combinations at most: a search of more says nothing but how luck looks. */
    private static final int MOST = 1_000;

    /**
     * @param words each {@code FILE.KEY=V1,V2}
     * @throws IllegalArgumentException if one is none, twice, or of another file, or there are too many combinations
     */
    public static SearchSpace of(List<String> words) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            String key = equals < 0 ? word : word.substring(0, equals);
            if (equals < 0 || FILES.stream().noneMatch(key::startsWith)) {
                throw new IllegalArgumentException(
                        "--over %s: expected FILE.KEY=VALUE,VALUE with a file of strategy, risk and execution, e.g. risk.sizing.kellyFraction=0.1,0.25; others change what is forecast, for which a backtest of its own is needed"
                                .formatted(word));
            }
            List<String> choices = List.of(word.substring(equals + 1).split(","));
            if (values.put(key, choices) != null) {
                throw new IllegalArgumentException(
                        "--over %s: %s twice; name all its values once".formatted(word, key));
            }
        }
        SearchSpace space = new SearchSpace(values);
        if (space.size() > MOST) {
            throw new IllegalArgumentException(
                    "--over: %,d combinations, expected at most %,d; name fewer values".formatted(space.size(), MOST));
        }
        return space;
    }

    private long size() {
        return values.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
    }

    /** Every combination, the last key's values varying fastest. */
    public List<SortedMap<String, String>> combinations() {
        List<SortedMap<String, String>> made = List.of(new TreeMap<>());
        for (Map.Entry<String, List<String>> choice : values.entrySet()) {
            List<SortedMap<String, String>> more = new ArrayList<>();
            for (SortedMap<String, String> before : made) {
                for (String value : choice.getValue()) {
                    SortedMap<String, String> with = new TreeMap<>(before);
                    with.put(choice.getKey(), value);
                    more.add(with);
                }
            }
            made = more;
        }
        return made;
    }
}

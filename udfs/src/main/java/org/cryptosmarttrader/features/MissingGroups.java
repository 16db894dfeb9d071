package org.cryptosmarttrader.features;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells which groups of features a row lacks as a whole; see {@link FeatureCatalog#missingGroups}. Not thread-safe. */
public final class MissingGroups {

    private final List<String> names;
    /** By column, a bit for its group; 0 if the column does not count. */
    private final long[] groups;
    /** Groups with a column that counts. */
    private final long counted;
    /** What was said before, by groups present: rows of one market lack the same. */
    private final Map<Long, String> said = new TreeMap<>();

    /**
     * @param names of at most 64 groups, ascending
     * @param groupOfColumn place of each column's group among the names
     */
    MissingGroups(List<String> names, int[] groupOfColumn, IntPredicate counts) {
        if (names.size() > Long.SIZE) {
            throw new IllegalArgumentException(
                    "feature catalogue: %d groups, expected at most %d".formatted(names.size(), Long.SIZE));
        }
        this.names = names;
        this.groups = IntStream.range(0, groupOfColumn.length)
                .mapToLong(column -> counts.test(column) ? 1L << groupOfColumn[column] : 0)
                .toArray();
        long all = 0;
        for (long group : groups) {
            all |= group;
        }
        this.counted = all;
    }

    /**
     * @param values of every column, NaN where missing
     * @return names of the groups, ascending, blanks between
     */
    public String of(double[] values) {
        long present = 0;
        for (int column = 0; column < groups.length; column++) {
            present |= Double.isNaN(values[column]) ? 0 : groups[column];
        }
        return said.computeIfAbsent(present, this::missing);
    }

    private String missing(long present) {
        return IntStream.range(0, names.size())
                .filter(group -> (counted & ~present & 1L << group) != 0)
                .mapToObj(names::get)
                .collect(Collectors.joining(" "));
    }
}

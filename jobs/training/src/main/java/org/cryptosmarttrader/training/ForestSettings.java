package org.cryptosmarttrader.training;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.wire.conf.ConfFile;

/**
 * How a forest is grown; one file per horizon under models/.
 *
 * @param trees number of trees
 * @param depth greatest depth of a tree
 * @param minimumLeafRows fewest rows in a leaf; a fiftieth of the rows, at least 10, where there are few
 * @param rowShare part of the rows each tree sees
 * @param columnShare part of the features each split may choose from
 * @param bins a feature is cut into
 * @param mostRows a larger training set is sampled down to
 * @param seed of all draws
 */
public record ForestSettings(
        int trees,
        int depth,
        int minimumLeafRows,
        double rowShare,
        double columnShare,
        int bins,
        int mostRows,
        long seed) {

    /**
     * Reads the definition of a horizon's forest.
     *
     * @param folder of the definitions, models/
     * @param faults grows by what is wrong
     */
    public static ForestSettings read(Path folder, Horizon horizon, List<String> faults) {
        String name = horizon.label() + ".yaml";
        ConfFile file = new ConfFile(
                folder.resolve(name),
                "models/" + name,
                faults,
                "defined there are %s; name one of them, or another folder with --models-conf"
                        .formatted(defined(folder)));
        ForestSettings settings = new ForestSettings(
                file.whole("trees"),
                file.whole("depth"),
                file.whole("minimumLeafRows"),
                file.number("rowShare"),
                file.number("columnShare"),
                file.whole("bins"),
                file.whole("mostRows"),
                file.whole("seed"));
        settings.check(file);
        file.finish();
        return settings;
    }

    /** The horizons a folder has definitions for. */
    private static List<String> defined(Path folder) {
        String[] files = folder.toFile().list((of, name) -> name.matches("[1-9][0-9]{0,3}h[.]yaml"));
        return Stream.of(files == null ? new String[0] : files)
                .map(name -> Horizon.parse(name.substring(0, name.length() - ".yaml".length())))
                .sorted()
                .map(Horizon::label)
                .toList();
    }

    private void check(ConfFile file) {
        require(file, "trees", trees, trees >= 1, "1 or more");
        require(file, "depth", depth, depth >= 1 && depth <= 16, "1 to 16");
        require(file, "minimumLeafRows", minimumLeafRows, minimumLeafRows >= 1, "1 or more");
        require(file, "rowShare", rowShare, rowShare > 0 && rowShare <= 1, "a share above 0, at most 1");
        require(file, "columnShare", columnShare, columnShare > 0 && columnShare <= 1, "a share above 0, at most 1");
        require(file, "bins", bins, bins >= 2 && bins <= 65_536, "2 to 65536");
        require(file, "mostRows", mostRows, mostRows >= 1_000, "1000 or more");
    }

    private static void require(ConfFile file, String key, Object value, boolean holds, String expected) {
        if (!holds) {
            file.fault(key, value, expected);
        }
    }

    /** The same with other draws. */
    ForestSettings seeded(long other) {
        return new ForestSettings(trees, depth, minimumLeafRows, rowShare, columnShare, bins, mostRows, other);
    }

    int leafRows(int rows) {
        return Math.min(minimumLeafRows, Math.max(10, rows / 50));
    }

    /** For the card. */
    SortedMap<String, String> describe(int rows) {
        SortedMap<String, String> described = new TreeMap<>();
        described.put("trees", Integer.toString(trees));
        described.put("depth", Integer.toString(depth));
        described.put("minimum_leaf_rows", Integer.toString(leafRows(rows)));
        described.put("row_share", Double.toString(rowShare));
        described.put("column_share", Double.toString(columnShare));
        described.put("bins", Integer.toString(bins));
        described.put("most_rows", Integer.toString(mostRows));
        return described;
    }
}

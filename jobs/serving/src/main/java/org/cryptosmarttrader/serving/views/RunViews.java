package org.cryptosmarttrader.serving.views;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * Views of a run for DuckDB: one for each dataset with files, under its name, and those that join them. They hold the rows that
 * were whole when the views were made; of a run that grows they are made again.
 *
 * @param run id of the run
 * @param wholeUpTo instant up to which rows are shown, epoch milliseconds
 * @param isUnderWay whether later rows are to come
 * @param views in the order in which they can be made
 * @param absent names of joined views that cannot be made, since a dataset they join has no files
 */
public record RunViews(String run, long wholeUpTo, boolean isUnderWay, List<View> views, List<String> absent) {

    /**
     * A view.
     *
     * @param select statement that says its rows
     */
    public record View(String name, String meaning, String select) {}

    /**
     * The views of a run as it lies there now.
     *
     * @throws IOException if nothing of it is whole yet
     */
    public static RunViews of(RunFolder run) throws IOException {
        long whole = run.wholeUpTo();
        if (whole == Long.MIN_VALUE) {
            throw new IOException(
                    "output %s: nothing of it is whole yet; ask again once the run has completed a checkpoint"
                            .formatted(run.root()));
        }
        List<View> views = new ArrayList<>();
        Map<String, RowSchema> schemas = Datasets.all(StandardFeatures.withoutFitted());
        for (RowSchema schema : schemas.values()) {
            if (!run.files(schema.dataset()).isEmpty()) {
                views.add(ofDataset(run, schema, whole));
            }
        }
        List<String> present = views.stream().map(View::name).toList();
        List<String> absent = new ArrayList<>();
        for (JoinedView joined : JoinedView.values()) {
            if (present.containsAll(joined.datasets())) {
                views.add(joined.view());
            } else {
                absent.add(joined.view().name());
            }
        }
        return new RunViews(run.manifest().run(), whole, whole < run.manifest().until(), views, absent);
    }

    private static View ofDataset(RunFolder run, RowSchema schema, long whole) {
        Path folder = run.root()
                .toAbsolutePath()
                .normalize()
                .resolve(schema.dataset())
                .resolve("run=" + run.manifest().run());
        return new View(schema.dataset(), "a row per " + Datasets.rowOf(schema.dataset()), """
                SELECT * FROM read_parquet('%s/*/*.parquet', hive_partitioning = false)
                WHERE "%s" <= TIMESTAMPTZ '%s'""".formatted(
                        pattern(folder), schema.availableAt(), Instant.ofEpochMilli(whole)));
    }

    /** A path as text of a statement in which its own letters are no wildcards. */
    private static String pattern(Path folder) {
        return folder.toString().replaceAll("[\\[*?]", "[$0]").replace("'", "''");
    }

    /** The statements that make the views, in place of earlier ones of the same names. */
    public String sql() {
        String head = "-- Views of %s for DuckDB, of all rows available up to %s.%s\nSET TimeZone = 'UTC';\n"
                .formatted(
                        run,
                        Instant.ofEpochMilli(wholeUpTo),
                        isUnderWay ? "\n-- The run is under way: make the views again to see what came since." : "");
        String made = views.stream()
                .map(view -> "\n-- %s: %s\nCREATE OR REPLACE VIEW %s AS\n%s;\n"
                        .formatted(view.name(), view.meaning(), view.name(), view.select()))
                .collect(Collectors.joining());
        String left = absent.stream()
                .map(name -> "\n-- %s is left out: the run has no rows of a dataset it joins.\n".formatted(name))
                .collect(Collectors.joining());
        return head + made + left;
    }
}

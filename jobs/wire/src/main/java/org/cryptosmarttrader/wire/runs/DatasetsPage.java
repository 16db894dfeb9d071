package org.cryptosmarttrader.wire.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowSchema;

/** The page for analysts about every dataset of a run, in Markdown; made of the schemas alone. */
public final class DatasetsPage {

    /** Columns of features have a page of their own. */
    private static final FeatureCatalog NONE = new FeatureCatalog(List.of(), List.of());

    private static final RowSchema FEATURES = Datasets.features(NONE);

    private static final String HEAD = """
            # Datasets

            Written by `cst views --page docs/datasets.md`; do not edit.

            What a run writes, as Parquet files below `<out>/<dataset>/run=<id>/date=<day>/`. The *key* identifies a row; by the UTC
            day of *available* rows are filed, and no row is known before that instant. Types are DuckDB's names of what the files
            hold. A missing DOUBLE is `NaN`, a missing VARCHAR `NULL`; the other types are never missing. Amounts of money are
            decimal numbers as VARCHAR: cast them. How to ask them: [analysts](analysts.md).
            """;

    private DatasetsPage() {}

    public static String of() {
        List<String> lines = new ArrayList<>();
        for (RowSchema schema : Datasets.all(NONE).values()) {
            addDataset(schema, lines);
        }
        return HEAD + String.join("\n", lines) + "\n";
    }

    private static void addDataset(RowSchema schema, List<String> lines) {
        lines.add("");
        lines.add("## " + schema.dataset());
        lines.add("");
        lines.add("A row per %s. Key: %s. Available: `%s`."
                .formatted(
                        Datasets.rowOf(schema.dataset()),
                        schema.key().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")),
                        schema.availableAt()));
        lines.add("");
        lines.add("| column | type | unit | meaning |");
        lines.add("|---|---|---|---|");
        schema.columns().forEach(column -> lines.add(line(column)));
        if (schema.dataset().equals(FEATURES.dataset())) {
            lines.add("| one for each feature | DOUBLE | see there | see [features](features.md) |");
        }
    }

    private static String line(ColumnSpec column) {
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        column.name(),
                        column.sqlType(),
                        column.unit(),
                        column.meaning().replace("|", "\\|"));
    }
}

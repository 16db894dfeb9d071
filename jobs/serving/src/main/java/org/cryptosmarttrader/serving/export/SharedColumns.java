package org.cryptosmarttrader.serving.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunManifest;

/**
 * The columns both tables end with: two features under the names of the system before, then every feature under its own.
 * Their header and their cells are made here and nowhere else, so that what predictions show and what was learnt from cannot
 * come apart again.
 *
 * <p>Source: definitions L.
 */
final class SharedColumns {

    /** Names of the system before, and the features that took their place. */
    private static final List<Renamed> RENAMED = List.of(
            new Renamed("sentiment_score", "sent_24h"), new Renamed("whale_activity_detected", "whale_activity"));

    private static final int FEATURES_FROM = 2;

    private record Renamed(String name, String feature) {}

    private final List<String> features;

    SharedColumns(RunManifest run) {
        this.features = run.features();
    }

    /** What is read of the rows of features: what identifies them, and the values. */
    RowSchema schema() {
        List<ColumnSpec> columns = new ArrayList<>(List.of(
                ColumnSpec.instant(Datasets.DECISION_AT, "decision instant"),
                ColumnSpec.text(Datasets.PAIR, "canonical pair")));
        features.forEach(name -> columns.add(ColumnSpec.number(name, "its own", "feature")));
        return new RowSchema("features", columns, List.of(Datasets.PAIR, Datasets.DECISION_AT), Datasets.DECISION_AT);
    }

    List<String> header() {
        return Stream.concat(RENAMED.stream().map(Renamed::name), features.stream())
                .toList();
    }

    /**
     * @param rows of {@link #schema()}
     * @return texts in the order of the header, empty where missing
     */
    List<String> cells(RowBatch rows, int row) {
        List<String> cells = new ArrayList<>(RENAMED.size() + features.size());
        RENAMED.forEach(renamed -> cells.add(cell(rows, row, features.indexOf(renamed.feature()))));
        for (int feature = 0; feature < features.size(); feature++) {
            cells.add(cell(rows, row, feature));
        }
        return cells;
    }

    private static String cell(RowBatch rows, int row, int feature) {
        return feature < 0 ? "" : Cells.number(rows.doubles(FEATURES_FROM + feature)[row]);
    }

    /** Names of the system before that stay empty, since the run was made without the feature. */
    List<String> unknown() {
        return RENAMED.stream()
                .filter(renamed -> !features.contains(renamed.feature()))
                .map(Renamed::name)
                .toList();
    }
}

package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** The models that verdicts name: of all that forecast a horizon, those whose forecasts were judged. */
record JudgedModels(Map<String, Set<String>> byHorizon) {

    static JudgedModels of(RunFolder run) throws IOException {
        List<ColumnSpec> columns = Datasets.VERDICTS.columns().stream()
                .filter(column -> column.name().equals(Datasets.HORIZON)
                        || column.name().equals("forest")
                        || Datasets.VERDICTS.key().contains(column.name()))
                .toList();
        RowSchema named = new RowSchema("verdicts", columns, Datasets.VERDICTS.key(), Datasets.VERDICTS.availableAt());
        Map<String, Set<String>> byHorizon = new TreeMap<>();
        run.read(named, batch -> add(byHorizon, named, batch));
        return new JudgedModels(byHorizon);
    }

    private static void add(Map<String, Set<String>> byHorizon, RowSchema named, RowBatch batch) {
        String[] horizons = batch.strings(named.indexOf(Datasets.HORIZON));
        String[] forests = batch.strings(named.indexOf("forest"));
        for (int row = 0; row < batch.rows(); row++) {
            byHorizon.computeIfAbsent(horizons[row], absent -> new TreeSet<>()).add(forests[row]);
        }
    }

    /** By hash; none if no verdict was made. */
    Set<String> of(String horizon) {
        return byHorizon.getOrDefault(horizon, Set.of());
    }
}

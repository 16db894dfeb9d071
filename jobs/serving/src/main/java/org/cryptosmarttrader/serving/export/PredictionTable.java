package org.cryptosmarttrader.serving.export;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * One row per forecast: the forecast, the verdict that names it, and the features it was made from. A forecast without a
 * verdict, of a model that is no champion, leaves the verdict's columns empty.
 */
final class PredictionTable implements DayTable {

    private static final RowSchema FORECASTS = Datasets.FORECASTS;
    private static final RowSchema VERDICTS = Datasets.VERDICTS;

    /** What a verdict says that its forecast does not. */
    private static final int[] VERDICT_COLUMNS = IntStream.range(0, VERDICTS.width())
            .filter(column -> !FORECASTS.has(VERDICTS.columns().get(column).name()))
            .toArray();

    private final RunFolder run;
    private final SharedColumns shared;
    private final DayRows forecasts;
    private final DayRows verdicts;
    private final DayRows features;

    PredictionTable(RunFolder run, SharedColumns shared) {
        this.run = run;
        this.shared = shared;
        this.forecasts = DayRows.whole(run, FORECASTS);
        this.verdicts = DayRows.whole(run, VERDICTS);
        this.features = DayRows.whole(run, shared.schema());
    }

    private static List<String> names(RowSchema schema) {
        return schema.columns().stream().map(column -> column.name()).toList();
    }

    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(names(FORECASTS));
        IntStream.of(VERDICT_COLUMNS)
                .forEach(column -> header.add(VERDICTS.columns().get(column).name()));
        header.addAll(shared.header());
        return header;
    }

    /** Forecasts, verdicts and features of a decision are filed under its day. */
    @Override
    public void write(long day, CsvFile csv) throws IOException {
        RowBatch ofForecasts = forecasts.of(day);
        if (ofForecasts.rows() == 0) {
            return;
        }
        RowBatch ofVerdicts = verdicts.of(day);
        RowBatch ofFeatures = features.of(day);
        Map<String, Integer> judged = places(ofVerdicts, VERDICTS, Datasets.HORIZON, "prediction_id");
        Map<String, Integer> known = places(ofFeatures, shared.schema());
        int last = -1;
        List<String> lastFeatures = List.of();
        for (int row = 0; row < ofForecasts.rows(); row++) {
            // the horizons of a pair and tick follow one another and share their features
            int place = place(known, ofForecasts, row);
            lastFeatures = place == last ? lastFeatures : shared.cells(ofFeatures, place);
            last = place;
            List<String> cells = cells(ofForecasts, row);
            addVerdict(
                    cells, ofVerdicts, judged.get(key(ofForecasts, row, FORECASTS, Datasets.HORIZON, "prediction_id")));
            cells.addAll(lastFeatures);
            csv.row(cells);
        }
    }

    private static List<String> cells(RowBatch rows, int row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < FORECASTS.width(); column++) {
            cells.add(Cells.of(rows, row, column, FORECASTS.columns().get(column)));
        }
        return cells;
    }

    private static void addVerdict(List<String> cells, RowBatch verdicts, Integer row) {
        for (int column : VERDICT_COLUMNS) {
            cells.add(
                    row == null
                            ? ""
                            : Cells.of(verdicts, row, column, VERDICTS.columns().get(column)));
        }
    }

    private int place(Map<String, Integer> known, RowBatch rows, int row) throws IOException {
        Integer place = known.get(key(rows, row, FORECASTS));
        if (place == null) {
            throw new IOException(
                    "output %s: forecast of %s at %s has no row of features; restore the run or make it again"
                            .formatted(run.root(), rows.strings(1)[row], Instant.ofEpochMilli(rows.longs(0)[row])));
        }
        return place;
    }

    private static Map<String, Integer> places(RowBatch rows, RowSchema schema, String... more) {
        Map<String, Integer> places = new TreeMap<>();
        for (int row = 0; row < rows.rows(); row++) {
            places.put(key(rows, row, schema, more), row);
        }
        return places;
    }

    /** Decision and pair of a row, and more columns of text. */
    private static String key(RowBatch rows, int row, RowSchema schema, String... more) {
        StringBuilder key =
                new StringBuilder().append(rows.longs(0)[row]).append(' ').append(rows.strings(1)[row]);
        for (String column : more) {
            key.append(' ').append(rows.strings(schema.indexOf(column))[row]);
        }
        return key.toString();
    }
}

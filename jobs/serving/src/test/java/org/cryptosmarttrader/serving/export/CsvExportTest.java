package org.cryptosmarttrader.serving.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A run as CSV")
class CsvExportTest {

    private static final long FIRST = Instant.parse("1970-01-02T23:00:05Z").toEpochMilli();
    private static final long NEXT_DAY = FIRST + TickGrid.HOUR;
    private static final double UNKNOWN = Double.NaN;

    /** Two columns of the product that the older system had, and one it had not. */
    private static final FeatureCatalog CATALOG = new FeatureCatalog(
            List.of(new LogReturn(1)),
            List.of(),
            StandardFeatures.withoutFitted().ofAsset().stream()
                    .filter(feature -> List.of("sent_24h", "whale_activity").contains(feature.name()))
                    .toList(),
            List.of(),
            List.of());

    @TempDir
    Path folder;

    private RunScene scene(FeatureCatalog catalog) {
        return new RunScene(folder.resolve("run"), "run", catalog, NEXT_DAY).wholeUpTo(NEXT_DAY);
    }

    private static RowBuilder features(RowBuilder rows, long at, String pair, double... values) {
        rows.row().set(0, at).set(1, pair).set(6, "").set(7, "root");
        for (int feature = 0; feature < values.length; feature++) {
            rows.set(Datasets.FEATURES_FROM + feature, values[feature]);
        }
        return rows;
    }

    /** Columns in the order of the catalogue: ret_1, sent_24h, whale_activity. */
    private static void writeFeatures(RunScene scene) {
        RowSchema schema = Datasets.features(CATALOG);
        RowBuilder rows = new RowBuilder(schema);
        features(rows, NEXT_DAY, "BTC/USD", 0.25, UNKNOWN, UNKNOWN);
        features(rows, FIRST, "ETH/USD", -0.5, 0.0, 1);
        features(rows, FIRST, "BTC/USD", 1e-5, -0.125, 0);
        scene.write(schema, rows.build());
    }

    private static void writeForecasts(RunScene scene) {
        RowBuilder rows = new RowBuilder(Datasets.FORECASTS);
        forecast(rows, FIRST, "ETH/USD", "24h", "an \"odd\", name", "p2").set(15, "sentiment onchain");
        forecast(rows, FIRST, "BTC/USD", "1h", "forest", "p1").set(15, "");
        scene.write(Datasets.FORECASTS, rows.build());
    }

    private static RowBuilder forecast(
            RowBuilder rows, long at, String pair, String horizon, String member, String predictionId) {
        return rows.row()
                .set(0, at)
                .set(1, pair)
                .set(2, horizon)
                .set(3, member)
                .set(4, "f")
                .set(5, "v")
                .set(6, 0L)
                .set(7, TickGrid.HOUR)
                .set(8, 0.5)
                .set(9, 0.75)
                .set(10, 0.625)
                .set(11, UNKNOWN)
                .set(12, UNKNOWN)
                .set(13, 0.0)
                .set(14, 0.0)
                .set(16, predictionId)
                .set(17, "champion")
                .set(18, "up");
    }

    private static void writeVerdict(RunScene scene, String predictionId) {
        RowBuilder rows = new RowBuilder(Datasets.VERDICTS);
        rows.row()
                .set(0, FIRST)
                .set(1, "BTC/USD")
                .set(2, "1h")
                .set(3, "f")
                .set(4, predictionId)
                .set(5, 0.5625)
                .set(6, UNKNOWN)
                .set(7, UNKNOWN)
                .set(8, UNKNOWN)
                .set(9, -0.5)
                .set(10, 0.5)
                .set(11, 0.2)
                .set(12, false)
                .set(13, 2.0)
                .set(14, "EXPERIMENTAL")
                .set(15, "TRAINING,CONFIDENCE")
                .set(16, "")
                .set(17, false)
                .set(18, true)
                .set(19, "HIGH/DOWN")
                .set(20, 0.5)
                .set(21, 1.0)
                .set(22, 0.75)
                .set(23, false);
        rows.set(31, 0.71);
        for (int quantile = 24; quantile <= 30; quantile++) {
            rows.set(quantile, quantile / 100.0);
        }
        scene.write(Datasets.VERDICTS, rows.build());
    }

    private CsvExport.Written write(RunScene scene) throws IOException {
        return CsvExport.write(RunFolder.open(scene.root()), folder.resolve("csv"));
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve("csv").resolve(file));
    }

    @Test
    void has_a_row_per_decision_and_pair_in_their_order_and_nothing_where_a_value_is_missing() throws IOException {
        RunScene scene = scene(CATALOG);
        writeFeatures(scene);

        write(scene);

        assertThat(text("features.csv")).isEqualTo("""
                        decision_at,pair,sentiment_score,whale_activity_detected,ret_1,sent_24h,whale_activity
                        1970-01-02T23:00:05Z,BTC/USD,-0.125,0.0,1.0E-5,-0.125,0.0
                        1970-01-02T23:00:05Z,ETH/USD,0.0,1.0,-0.5,0.0,1.0
                        1970-01-03T00:00:05Z,BTC/USD,,,0.25,,
                        """);
    }

    @Test
    void has_a_row_per_forecast_with_the_verdict_that_names_it_and_the_features_it_was_made_from() throws IOException {
        RunScene scene = scene(CATALOG);
        writeFeatures(scene);
        writeForecasts(scene);
        writeVerdict(scene, "p1");

        CsvExport.Written written = write(scene);

        // quotes around what holds a comma or a quote, which is doubled: RFC 4180
        assertThat(text("predictions.csv")).isEqualTo("""
                        decision_at,pair,horizon,member,forest,version,trained_as_of,activated_at,climatology,\
                        scaled_return,p_up_raw,sigma,expected_return,novelty,missing_share,missing_groups,prediction_id,role,statement,\
                        p_up,confidence,conf_conformal,lower,upper,alpha,validated,independent_outcomes,standing,\
                        reasons,not_measured,gated,research,regime,\
                        ensemble_p_up,ensemble_voting_share,ensemble_agreement,ensemble_abstains,\
                        q05,q10,q25,q50,q75,q90,q95,legacy_confidence,\
                        sentiment_score,whale_activity_detected,ret_1,sent_24h,whale_activity
                        1970-01-02T23:00:05Z,BTC/USD,1h,forest,f,v,1970-01-01T00:00:00Z,1970-01-01T01:00:00Z,0.5,\
                        0.75,0.625,,,0.0,0.0,,p1,champion,up,\
                        0.5625,,,-0.5,0.5,0.2,false,2.0,EXPERIMENTAL,\
                        "TRAINING,CONFIDENCE",,false,true,HIGH/DOWN,\
                        0.5,1.0,0.75,false,\
                        0.24,0.25,0.26,0.27,0.28,0.29,0.3,0.71,\
                        -0.125,0.0,1.0E-5,-0.125,0.0
                        1970-01-02T23:00:05Z,ETH/USD,24h,"an ""odd"", name",f,v,1970-01-01T00:00:00Z,1970-01-01T01:00:00Z,0.5,\
                        0.75,0.625,,,0.0,0.0,sentiment onchain,p2,champion,up,\
                        ,,,,,,,,,\
                        ,,,,,\
                        ,,,,\
                        ,,,,,,,,\
                        0.0,1.0,-0.5,0.0,1.0
                        """);
        assertThat(written).isEqualTo(new CsvExport.Written(3, 2L, List.of()));
    }

    @Test
    void gives_no_forecast_the_verdict_on_another() throws IOException {
        RunScene scene = scene(CATALOG);
        writeFeatures(scene);
        writeForecasts(scene);
        writeVerdict(scene, "of another model");

        write(scene);

        assertThat(text("predictions.csv")).doesNotContain("EXPERIMENTAL");
    }

    @Test
    void shares_the_columns_of_features_with_predictions_header_and_cells() throws IOException {
        RunScene scene = scene(CATALOG);
        writeFeatures(scene);
        writeForecasts(scene);
        write(scene);

        List<String> features = text("features.csv").lines().toList();
        List<String> predictions = text("predictions.csv").lines().toList();
        int shared = features.get(0).split(",").length - 2;

        assertThat(last(predictions.get(0), shared)).isEqualTo(last(features.get(0), shared));
        assertThat(last(predictions.get(1), shared)).isEqualTo(last(features.get(1), shared));
        assertThat(last(predictions.get(2), shared)).isEqualTo(last(features.get(2), shared));
        assertThat(last(features.get(0), shared)).startsWith("sentiment_score", "whale_activity_detected");
    }

    private static List<String> last(String line, int count) {
        List<String> cells = Arrays.asList(line.split(",", -1));
        return cells.subList(cells.size() - count, cells.size());
    }

    @Test
    void is_of_features_alone_where_nothing_was_forecast() throws IOException {
        RunScene scene = scene(CATALOG);
        writeFeatures(scene);

        assertThat(write(scene)).isEqualTo(new CsvExport.Written(3, null, List.of()));

        try (Stream<Path> files = Files.list(folder.resolve("csv"))) {
            assertThat(files).containsExactly(folder.resolve("csv").resolve("features.csv"));
        }
    }

    @Test
    void leaves_no_predictions_of_another_run_beside_its_features() throws IOException {
        RunScene scene = scene(CATALOG);
        writeFeatures(scene);
        Files.createDirectories(folder.resolve("csv"));
        Files.writeString(folder.resolve("csv/predictions.csv"), "of another run");

        assertThatThrownBy(() -> write(scene))
                .hasMessageEndingWith(
                        "predictions.csv: is there already, but this run forecast nothing; remove it or choose another --out");
        assertThat(text("predictions.csv")).isEqualTo("of another run");
    }

    @Test
    void names_what_stays_empty_since_the_run_had_no_such_feature() throws IOException {
        FeatureCatalog prices = new FeatureCatalog(List.of(new LogReturn(1)), List.of());
        RunScene scene = scene(prices);
        RowSchema schema = Datasets.features(prices);
        scene.write(
                schema, features(new RowBuilder(schema), FIRST, "BTC/USD", 0.5).build());

        assertThat(write(scene).unknown()).containsExactly("sentiment_score", "whale_activity_detected");
        assertThat(text("features.csv")).isEqualTo("""
                        decision_at,pair,sentiment_score,whale_activity_detected,ret_1
                        1970-01-02T23:00:05Z,BTC/USD,,,0.5
                        """);
    }

    @Test
    void is_refused_of_a_run_that_has_not_come_to_its_end() {
        RunScene scene = scene(CATALOG).wholeUpTo(FIRST);
        writeFeatures(scene);

        assertThatThrownBy(() -> write(scene))
                .hasMessageEndingWith(
                        "not whole up to its last tick 1970-01-03T00:00:05Z; let the run finish, then export it");
    }

    @Test
    void leaves_nothing_half_written_of_a_damaged_run() {
        RunScene scene = scene(CATALOG);
        writeForecasts(scene);

        assertThatThrownBy(() -> write(scene))
                .hasMessageEndingWith(
                        "forecast of BTC/USD at 1970-01-02T23:00:05Z has no row of features; restore the run or make it again");
        assertThat(folder.resolve("csv")).isDirectoryNotContaining("glob:**predictions*");
    }
}

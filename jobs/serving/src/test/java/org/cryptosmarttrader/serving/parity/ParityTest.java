package org.cryptosmarttrader.serving.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.price.LogReturn;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RecordedRows;
import org.cryptosmarttrader.wire.runs.RunScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Parity of two outputs")
class ParityTest {

    private static final FeatureCatalog CATALOG =
            new FeatureCatalog(List.of(new LogReturn(1), new LogReturn(24)), List.of());
    private static final RowSchema FEATURES = Datasets.features(CATALOG);
    private static final int RET_1 = Datasets.FEATURES_FROM;
    private static final int RET_24 = Datasets.FEATURES_FROM + 1;
    /** 2022-03-01T00:00:05Z. */
    private static final long START = 1_646_092_805_000L;

    @TempDir
    Path folder;

    private RunScene a;
    private RunScene b;
    private final RowBuilder features = new RowBuilder(FEATURES);
    private final RowBuilder forecasts = new RowBuilder(Datasets.FORECASTS);

    @BeforeEach
    void two_outputs() {
        a = new RunScene(folder.resolve("a"), "one", CATALOG, hour(100));
        b = new RunScene(folder.resolve("b"), "two", CATALOG, hour(100));
    }

    private static long hour(int hour) {
        return START + hour * TickGrid.HOUR;
    }

    private RowBuilder feature(int hour, String pair, double ret1, double ret24) {
        return features.row()
                .set(0, hour(hour))
                .set(1, pair)
                .set(6, "")
                .set(7, "root")
                .set(RET_1, ret1)
                .set(RET_24, ret24);
    }

    private void forecast(int hour, String pair, double pUp) {
        forecasts
                .row()
                .set(0, hour(hour))
                .set(1, pair)
                .set(2, "24h")
                .set(3, "forest")
                .set(Datasets.FORECASTS.indexOf("p_up_raw"), pUp)
                .set(Datasets.FORECASTS.indexOf("role"), "champion");
    }

    /** Two pairs over two days. */
    private void fortyEightHours(RunScene run) {
        for (int hour = 0; hour < 48; hour++) {
            feature(hour, "BTC/USD", hour / 7.0, hour == 3 ? Double.NaN : hour);
            feature(hour, "ETH/USD", -hour / 7.0, hour);
        }
        run.write(FEATURES, features.build());
    }

    private ParityReport compare() throws IOException {
        return compare(ParityScope.everything());
    }

    private ParityReport compare(ParityScope scope) throws IOException {
        return Parity.compare(a.folder(), b.folder(), scope);
    }

    private ParityScope scope(List<String> columns, List<String> pairs, long from, long until) {
        return new ParityScope(List.of(), columns, pairs, from, until);
    }

    private static DatasetParity only(ParityReport report) {
        assertThat(report.datasets()).hasSize(1);
        return report.datasets().get(0);
    }

    @Test
    void of_equal_rows_holds_whatever_run_order_and_files_they_came_in() throws IOException {
        fortyEightHours(a);
        for (int hour = 47; hour >= 0; hour--) {
            feature(hour, "ETH/USD", -hour / 7.0, hour);
            feature(hour, "BTC/USD", hour / 7.0, hour == 3 ? Double.NaN : hour);
            if (hour % 5 == 0) {
                b.write(FEATURES, features.build());
            }
        }

        ParityReport report = compare();

        assertThat(report.isEqual()).isTrue();
        DatasetParity compared = only(report);
        assertThat(compared.rows()).isEqualTo(96);
        // two returns and a share of missing values in each row, one return missing
        assertThat(compared.values()).isEqualTo(96 * 3 - 1);
        assertThat(compared.rootA()).isEqualTo(compared.rootB()).hasSize(64);
        assertThat(compared.first()).isNull();
        assertThat(report.text()).contains("features", "96", compared.rootA().substring(0, 16));
    }

    @Test
    void does_not_ask_for_the_events_an_output_was_made_of() throws IOException {
        fortyEightHours(a);
        fortyEightHours(b);
        long[] at = {START};
        EventBlock model = new EventBlock(
                EventKind.MODEL, "models", "", 0, Availability.RECORDED, at, at, at, new double[0], new byte[32], "{}");
        b.writeRecorded(RecordedRows.schema(EventKind.MODEL), RecordedRows.row(0, 1, model));

        ParityReport report = compare();

        assertThat(report.isEqual()).isTrue();
        assertThat(only(report).dataset()).isEqualTo("features");
        assertThat(report.text()).doesNotContain("recorded", "model");
    }

    @Test
    void shows_a_single_bit_as_the_first_row_with_its_inputs() throws IOException {
        feature(1, "BTC/USD", 0.5, 1);
        feature(2, "BTC/USD", 0.25, 2);
        forecast(1, "BTC/USD", 0.5);
        forecast(2, "BTC/USD", 0.75);
        a.write(FEATURES, features.build()).write(Datasets.FORECASTS, forecasts.build());
        feature(1, "BTC/USD", 0.5, 1);
        feature(2, "BTC/USD", 0.25, Math.nextUp(2.0));
        forecast(1, "BTC/USD", 0.5);
        forecast(2, "BTC/USD", Math.nextDown(0.75));
        b.write(FEATURES, features.build()).write(Datasets.FORECASTS, forecasts.build());

        ParityReport report = compare();

        assertThat(report.isEqual()).isFalse();
        assertThat(report.datasets()).extracting(DatasetParity::dataset).containsExactly("features", "forecasts");
        assertThat(report.datasets()).extracting(DatasetParity::differing).containsExactly(1L, 1L);
        Difference first = report.datasets().get(1).first();
        assertThat(first.row())
                .isEqualTo("pair=BTC/USD decision_at=2022-03-01T02:00:05Z horizon=24h member=forest role=champion");
        assertThat(first.column()).isEqualTo("p_up_raw");
        assertThat(first.a()).isEqualTo("0.75 (bits 3fe8000000000000)");
        assertThat(first.b()).isEqualTo("0.7499999999999999 (bits 3fe7ffffffffffff)");
        assertThat(first.inputs())
                .containsExactly("features of the same pair and tick: 1 rows, 1 values differ, first in ret_24");
        assertThat(report.text())
                .contains("first difference: features pair=BTC/USD decision_at=2022-03-01T02:00:05Z")
                .contains("ret_24: A 2.0 (bits 4000000000000000), B 2.0000000000000004 (bits 4000000000000001)")
                .contains(" ≠ ");
    }

    @Test
    void names_the_cause_first_and_instants_beside_their_milliseconds() throws IOException {
        RowBuilder accounts = new RowBuilder(Datasets.ACCOUNTS);
        RowBuilder labels = new RowBuilder(Datasets.LABELS);
        for (RunScene run : List.of(a, b)) {
            int one = run == b ? 1 : 0;
            accounts.row().set(0, hour(1)).set(1, "GATED").set(2, "USD").set(5, one);
            labels.row().set(0, hour(0)).set(1, "BTC/USD").set(2, "1h").set(3, hour(1) + one);
            run.write(Datasets.ACCOUNTS, accounts.build()).write(Datasets.LABELS, labels.build());
        }

        ParityReport report = compare();

        assertThat(report.datasets()).extracting(DatasetParity::dataset).containsExactly("labels", "accounts");
        assertThat(report.text())
                .contains("first difference: labels ")
                .contains(
                        "matured_at: A 1646096405000 (2022-03-01T01:00:05Z), B 1646096405001 (2022-03-01T01:00:05.001Z)");
        assertThat(report.datasets().get(1).first().row()).contains("at=2022-03-01T01:00:05Z");
    }

    @Test
    void shows_a_row_that_is_missing_on_one_side() throws IOException {
        feature(1, "BTC/USD", 0.5, 1);
        feature(30, "BTC/USD", 0.5, 1);
        a.write(FEATURES, features.build());
        feature(1, "BTC/USD", 0.5, 1);
        feature(1, "ETH/USD", 0.5, 1);
        b.write(FEATURES, features.build());

        DatasetParity compared = only(compare());

        assertThat(compared.rows()).isEqualTo(1);
        assertThat(compared.onlyA()).isEqualTo(1);
        assertThat(compared.onlyB()).isEqualTo(1);
        assertThat(compared.differing()).isZero();
        assertThat(compared.isEqual()).isFalse();
        assertThat(compared.first().row()).isEqualTo("pair=ETH/USD decision_at=2022-03-01T01:00:05Z");
        assertThat(compare().text()).contains("the row is only in B");
    }

    @Test
    void shows_a_dataset_that_only_one_side_wrote() throws IOException {
        feature(1, "BTC/USD", 0.5, 1);
        a.write(FEATURES, features.build());
        feature(1, "BTC/USD", 0.5, 1);
        forecast(1, "BTC/USD", 0.5);
        b.write(FEATURES, features.build()).write(Datasets.FORECASTS, forecasts.build());

        ParityReport report = compare();

        assertThat(report.datasets()).extracting(DatasetParity::isEqual).containsExactly(true, false);
        assertThat(report.isEqual()).isFalse();
    }

    private RowBatch orders(String... lanes) {
        RowBuilder orders = new RowBuilder(Datasets.ORDERS);
        for (int number = 0; number < lanes.length; number++) {
            orders.row()
                    .set(Datasets.ORDERS.indexOf("at"), hour(number))
                    .set(Datasets.ORDERS.indexOf("decision_at"), hour(number))
                    .set(Datasets.ORDERS.indexOf("lane"), lanes[number])
                    .set(Datasets.ORDERS.indexOf("order_id"), "order-" + number)
                    .set(Datasets.ORDERS.indexOf("pair"), "BTC/USD")
                    .set(Datasets.ORDERS.indexOf("status"), "NEW");
        }
        return orders.build();
    }

    @Test
    void of_orders_says_how_many_of_each_lane_were_compared() throws IOException {
        a.write(Datasets.ORDERS, orders("RESEARCH", "GATED", "RESEARCH"));
        b.write(Datasets.ORDERS, orders("RESEARCH", "GATED", "RESEARCH"));

        ParityReport report = compare();

        assertThat(report.isEqual()).isTrue();
        assertThat(only(report).lanes()).hasToString("{GATED=1, RESEARCH=2}");
        assertThat(report.text()).contains("rows of orders by lane: GATED 1, RESEARCH 2");
    }

    @Test
    void of_nothing_is_a_failure() throws IOException {
        ParityReport empty = compare();
        fortyEightHours(a);
        fortyEightHours(b);
        ParityReport beyond = compare(scope(List.of(), List.of(), hour(900), hour(901)));
        ParityReport orders = compare(
                new ParityScope(List.of("orders", "fills"), List.of(), List.of(), Long.MIN_VALUE, Long.MAX_VALUE));

        for (ParityReport report : List.of(empty, beyond, orders)) {
            assertThat(report.rows()).isZero();
            assertThat(report.isEqual()).isFalse();
            assertThat(report.text()).contains("nothing was compared");
        }
    }

    @Test
    void passes_over_folders_in_which_nothing_was_finished() throws IOException {
        fortyEightHours(a);
        fortyEightHours(b);
        Path begun = Files.createDirectories(a.root().resolve("labels/run=one/date=2022-03-01"));
        Files.writeString(begun.resolve(".part-00000.parquet.open"), "half a file");

        assertThat(compare().isEqual()).isTrue();
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        // bits of both values, whether they count as equal
        "7ff8000000000000, 7ff8000000000123, true",
        "7ff8000000000000, fff8000000000000, true",
        "0000000000000000, 8000000000000000, false",
        "7ff0000000000000, 7ff0000000000000, true",
        "7ff0000000000000, fff0000000000000, false",
        "7ff8000000000000, 0000000000000000, false",
        "0000000000000001, 0000000000000002, false"
    })
    void compares_bits_yet_all_missing_numbers_are_one(String ofA, String ofB, boolean equal) throws IOException {
        feature(1, "BTC/USD", Double.longBitsToDouble(Long.parseUnsignedLong(ofA, 16)), 1);
        a.write(FEATURES, features.build());
        feature(1, "BTC/USD", Double.longBitsToDouble(Long.parseUnsignedLong(ofB, 16)), 1);
        b.write(FEATURES, features.build());

        assertThat(compare().isEqual()).isEqualTo(equal);
    }

    @Test
    void compares_texts_whole_numbers_and_flags_too() throws IOException {
        feature(1, "BTC/USD", 1, 1).set(2, 5);
        feature(2, "BTC/USD", 1, 1).set(7, "other");
        feature(3, "BTC/USD", 1, 1).set(7, (String) null);
        a.write(FEATURES, features.build());
        feature(1, "BTC/USD", 1, 1).set(2, 6);
        feature(2, "BTC/USD", 1, 1);
        feature(3, "BTC/USD", 1, 1);
        b.write(FEATURES, features.build());

        DatasetParity compared = only(compare());

        assertThat(compared.differing()).isEqualTo(3);
        assertThat(compared.first().column()).isEqualTo("stale_bars");
        assertThat(List.of(compared.first().a(), compared.first().b())).containsExactly("5", "6");
    }

    @Test
    void counts_a_row_once_that_was_delivered_twice() throws IOException {
        for (RunScene run : List.of(a, b)) {
            feature(1, "BTC/USD", 0.5, 1);
            feature(2, "BTC/USD", 0.5, 1);
            run.write(FEATURES, features.build());
        }
        feature(2, "BTC/USD", 0.5, 1);
        b.write(FEATURES, features.build());

        DatasetParity twiceInB = only(compare());
        DatasetParity twiceInA = only(Parity.compare(b.folder(), a.folder(), ParityScope.everything()));

        for (DatasetParity compared : List.of(twiceInA, twiceInB)) {
            assertThat(compared.isEqual()).isTrue();
            assertThat(compared.rows()).isEqualTo(2);
        }
    }

    @Test
    void refuses_an_output_that_holds_two_different_rows_of_one_key() {
        feature(1, "BTC/USD", 0.5, 1);
        a.write(FEATURES, features.build());
        feature(1, "BTC/USD", 0.5, 1);
        feature(1, "BTC/USD", 0.5, 2);
        b.write(FEATURES, features.build());

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(this::compare)
                .withMessageContaining("dataset features: KEY_CONFLICT");
    }

    @Test
    void over_chosen_columns_looks_at_nothing_else() throws IOException {
        feature(1, "BTC/USD", 0.5, 1);
        a.write(FEATURES, features.build());
        feature(1, "BTC/USD", 0.5, 2);
        forecast(1, "BTC/USD", 0.5);
        b.write(FEATURES, features.build()).write(Datasets.FORECASTS, forecasts.build());

        ParityReport same = compare(scope(List.of("ret_1"), List.of(), Long.MIN_VALUE, Long.MAX_VALUE));
        ParityReport other = compare(scope(List.of("ret_24"), List.of(), Long.MIN_VALUE, Long.MAX_VALUE));

        assertThat(same.isEqual()).isTrue();
        assertThat(only(same).values()).isEqualTo(1);
        assertThat(same.leftOut()).containsExactly("forecasts");
        assertThat(other.isEqual()).isFalse();
    }

    @Test
    void refuses_a_column_that_no_dataset_has() {
        fortyEightHours(a);
        fortyEightHours(b);

        assertThatIOException()
                .isThrownBy(() -> compare(scope(List.of("ret_1", "rett_24"), List.of(), 0, Long.MAX_VALUE)))
                .withMessage("parity: no dataset of the scope has a column rett_24; check the spelling");
    }

    @Test
    void refuses_outputs_of_different_columns_and_compares_their_common_ones() throws IOException {
        FeatureCatalog more = new FeatureCatalog(List.of(new LogReturn(1), new LogReturn(72)), List.of());
        feature(1, "BTC/USD", 0.5, 1);
        a.write(FEATURES, features.build());
        feature(1, "BTC/USD", 0.5, 9);
        b.write(Datasets.features(more), features.build());

        assertThatIOException()
                .isThrownBy(this::compare)
                .withMessageContaining("parity of features: the outputs have different columns")
                .withMessageContaining("(only A has [ret_24], only B has [ret_72])")
                .withMessageContaining("choose common ones with --columns");
        assertThat(compare(scope(List.of("ret_1"), List.of(), 0, Long.MAX_VALUE))
                        .isEqual())
                .isTrue();
        assertThatIOException()
                .isThrownBy(() -> compare(scope(List.of("ret_24"), List.of(), 0, Long.MAX_VALUE)))
                .withMessageContaining("needs column 'ret_24'");
    }

    @Test
    void over_chosen_pairs_leaves_out_the_others_and_what_is_not_by_pair() throws IOException {
        feature(1, "BTC/USD", 0.5, 1);
        feature(1, "ETH/USD", 0.5, 1);
        RowBuilder status = new RowBuilder(Datasets.STATUS);
        a.write(FEATURES, features.build())
                .write(
                        Datasets.STATUS,
                        status.row().set(0, hour(1)).set(1, "24h").set(10, 2).build());
        feature(1, "BTC/USD", 0.5, 1);
        b.write(FEATURES, features.build())
                .write(
                        Datasets.STATUS,
                        status.row().set(0, hour(1)).set(1, "24h").set(10, 1).build());

        ParityReport report = compare(scope(List.of(), List.of("BTC/USD"), Long.MIN_VALUE, Long.MAX_VALUE));

        assertThat(report.isEqual()).isTrue();
        assertThat(report.leftOut()).containsExactly("status");
        assertThat(report.text()).contains("left out").contains("status");
        assertThat(compare().isEqual()).isFalse();
    }

    @Test
    void over_a_range_of_time_compares_decisions_within_it_ends_included() throws IOException {
        fortyEightHours(a);
        for (int hour = 10; hour < 40; hour++) {
            feature(hour, "BTC/USD", hour / 7.0, hour);
            feature(hour, "ETH/USD", -hour / 7.0, hour);
        }
        b.write(FEATURES, features.build());

        ParityReport overlap = compare(scope(List.of(), List.of(), hour(10), hour(39)));

        assertThat(overlap.isEqual()).isTrue();
        assertThat(overlap.rows()).isEqualTo(60);
        assertThat(only(compare(scope(List.of(), List.of(), hour(9), hour(39)))).onlyA())
                .isEqualTo(2);
    }
}

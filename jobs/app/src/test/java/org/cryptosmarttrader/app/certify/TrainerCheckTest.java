package org.cryptosmarttrader.app.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cryptosmarttrader.app.certify.SomeRows.at;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cryptosmarttrader.serving.report.Certificate;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Decisions of hours 1 to 4, each with a label of an hour; training is at hour 3, when the labels of 1 and 2 are known. */
@DisplayName("The check of a training")
class TrainerCheckTest {

    private static final int VALUE = Datasets.LABELS.indexOf("value");

    /** A model made of some values. */
    private static SortedMap<String, byte[]> model(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length);
        Arrays.stream(values).forEach(bytes::putDouble);
        return new TreeMap<>(Map.of("1h", bytes.array()));
    }

    private static double[] known(RowBatch rows, int availableAt, int values, long asOf) {
        return IntStream.range(0, rows.rows())
                .filter(row -> rows.longs(availableAt)[row] <= asOf)
                .mapToDouble(row -> rows.doubles(values)[row])
                .toArray();
    }

    private static SortedMap<String, byte[]> honest(MadeRows rows, long asOf) {
        return model(known(rows.labels(), Datasets.LABELS.indexOf("matured_at"), VALUE, asOf));
    }

    private static MadeRows dataset() {
        RowBuilder labels = new RowBuilder(Datasets.LABELS);
        SomeRows features = SomeRows.features();
        for (int hour = 1; hour <= 4; hour++) {
            features.row(hour, hour / 10.0);
            labels.row()
                    .set(0, at(hour))
                    .set(1, "BTC/USD")
                    .set(2, "1h")
                    .set(3, at(hour + 1))
                    .set(VALUE, (double) hour);
        }
        return new MadeRows(features.batch(), labels.build());
    }

    private static List<Certificate.Column> looked(ModelTrainer trainer) throws Exception {
        return new TrainerCheck(trainer, SomeRows.FEATURES, 1)
                .look(dataset(), at(3)).stream()
                        .map(tally -> tally.result(List.of(Check.TRAINER)))
                        .toList();
    }

    @Test
    void finds_a_model_clean_that_rests_on_what_was_known() throws Exception {
        assertThat(looked(TrainerCheckTest::honest))
                .extracting(Certificate.Column::fullName, Certificate.Column::verdict, Certificate.Column::compared)
                .containsExactly(tuple("models.1h", Certificate.CLEAN, Map.of("TRAINER", 2L)));
    }

    @Test
    void accuses_a_model_that_rests_on_labels_not_yet_matured() throws Exception {
        List<Certificate.Column> found = looked((rows, asOf) -> model(known(rows.labels(), 0, VALUE, asOf)));

        assertThat(found).extracting(Certificate.Column::verdict).containsExactly(Certificate.ACCUSED);
        assertThat(found.get(0).differing()).isEqualTo(Map.of("TRAINER", 2L));
        assertThat(found.get(0).first().get(0).run()).isEqualTo("later rows removed");
    }

    @Test
    void accuses_a_model_that_rests_on_how_large_later_values_are() throws Exception {
        List<Certificate.Column> found = looked((rows, asOf) -> model(
                Arrays.stream(rows.features().doubles(2)).map(Math::abs).max().orElseThrow() > 1 ? 1 : 0));

        assertThat(found.get(0).first().get(0).run()).isEqualTo("later rows poisoned");
    }

    @Test
    void accuses_a_model_that_is_there_only_with_the_future() throws Exception {
        List<Certificate.Column> found =
                looked((rows, asOf) -> rows.labels().rows() == 4 ? honest(rows, asOf) : new TreeMap<>());

        assertThat(found.get(0).verdict()).isEqualTo(Certificate.ACCUSED);
        assertThat(found.get(0).first().get(0).found()).isEqualTo("no model");
    }

    @Test
    void hands_the_rows_on_whole_then_cut_then_poisoned() throws Exception {
        List<MadeRows> handed = new ArrayList<>();

        looked((rows, asOf) -> {
            handed.add(rows);
            return new TreeMap<>();
        });

        assertThat(handed).extracting(rows -> rows.features().rows()).containsExactly(4, 3, 4);
        assertThat(handed).extracting(rows -> rows.labels().rows()).containsExactly(4, 2, 4);
        assertThat(handed.get(2).features().doubles(2)).startsWith(0.1, 0.2, 0.3);
        assertThat(handed.get(2).features().doubles(2)[3]).isNotEqualTo(0.4);
        assertThat(handed.get(2).labels().doubles(VALUE)).startsWith(1, 2);
    }

    @Test
    void says_nothing_if_nothing_could_be_trained() throws Exception {
        assertThat(looked((rows, asOf) -> new TreeMap<>())).isEmpty();
    }
}

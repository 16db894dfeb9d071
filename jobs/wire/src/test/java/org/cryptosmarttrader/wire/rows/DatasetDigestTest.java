package org.cryptosmarttrader.wire.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.cryptosmarttrader.wire.rows.RowsScene.NOTES;
import static org.cryptosmarttrader.wire.rows.RowsScene.note;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.provenance.MerkleTree;
import org.cryptosmarttrader.provenance.RunTree;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The roots of a dataset")
class DatasetDigestTest {

    private static final long DAY = TickGrid.DAY;

    private final DatasetDigest digest = new DatasetDigest(NOTES);

    @Test
    void of_a_day_are_golden_in_whatever_order_and_however_often_rows_come() {
        Golden golden = Golden.vector("A2-");
        RowSchema schema = RowEncoderTest.schema("rows", golden.inputs().get("types"), List.of("c0"));
        JsonNode rows = golden.inputs().get("rows");
        DatasetDigest day = new DatasetDigest(schema);

        day.add(RowEncoderTest.batch(schema, rows.get(2), rows.get(0)));
        day.add(RowEncoderTest.batch(schema, rows.get(0), rows.get(1)));

        assertThat(Sha256.hex(day.dayRoots().get(0L)))
                .isEqualTo(golden.outputs().get("root").asText());
        assertThat(day.rows()).isEqualTo(3);
    }

    @Test
    void of_a_run_are_those_of_its_days_as_in_the_golden_run() {
        Golden golden = Golden.vector("A3-");
        RunTree run = new RunTree();
        golden.inputs()
                .get("days")
                .forEach(day ->
                        run.add(day.get(0).asLong(), Sha256.parse(day.get(1).asText())));
        assertThat(Sha256.hex(run.root()))
                .isEqualTo(golden.outputs().get("root").asText());

        digest.add(note(note(new RowBuilder(NOTES), "A", 3 * DAY, 1, true), "A", -1, 2, true)
                .build());

        RunTree expected = new RunTree();
        digest.dayRoots().forEach(expected::add);
        assertThat(digest.dayRoots()).containsOnlyKeys(-1L, 3L);
        assertThat(digest.runRoot()).isEqualTo(expected.root());
    }

    @Test
    void of_one_row_are_its_leaf() {
        RowBatch row = note(new RowBuilder(NOTES), "A", 5, 1, true).build();

        digest.add(row);

        assertThat(digest.dayRoots().get(0L)).isEqualTo(MerkleTree.leaf(new RowEncoder(NOTES).row(row, 0)));
    }

    @Test
    void of_nothing_are_the_empty_tree() {
        assertThat(digest.runRoot()).isEqualTo(Sha256.of(new byte[0]));
        assertThat(digest.rows()).isZero();
    }

    @Test
    void refuse_two_rows_of_one_key() {
        digest.add(note(new RowBuilder(NOTES), "A", 5, 1, true).build());

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        digest.add(note(new RowBuilder(NOTES), "A", 5, 2, true).build()))
                .withMessageStartingWith("dataset notes: KEY_CONFLICT: two different rows with row id")
                .withMessageEndingWith("keep the output and report it");
    }

    @Test
    void refuse_a_row_of_a_closed_day() {
        digest.add(note(new RowBuilder(NOTES), "A", 5, 1, true).build());
        digest.closeDaysBefore(1);

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        digest.add(note(new RowBuilder(NOTES), "B", 6, 1, true).build()))
                .withMessage(
                        "dataset notes: a row of 1970-01-01 after that day was closed; keep the output and report it");
    }

    @Test
    void are_the_same_when_days_are_closed_on_the_way() {
        DatasetDigest closing = new DatasetDigest(NOTES);
        for (int day = 0; day < 5; day++) {
            RowBatch rows = note(note(new RowBuilder(NOTES), "A", day * DAY, day, true), "B", day * DAY + 1, day, false)
                    .build();
            digest.add(rows);
            closing.closeDaysBefore(day);
            closing.add(rows);
        }

        assertThat(closing.runRoot()).isEqualTo(digest.runRoot());
        assertThat(closing.rows()).isEqualTo(10);
    }

    @Test
    void are_the_same_when_days_are_computed_apart() {
        DatasetDigest together = new DatasetDigest(NOTES);
        for (int day = 0; day < 5; day++) {
            RowBatch rows =
                    note(new RowBuilder(NOTES), "A", day * DAY, day, true).build();
            digest.add(rows);
            DatasetDigest apart = new DatasetDigest(NOTES);
            apart.add(rows);
            together.add(apart);
        }

        assertThat(together.runRoot()).isEqualTo(digest.runRoot());
        assertThat(together.rows()).isEqualTo(5);
    }

    @Test
    void are_refused_when_a_day_was_computed_twice() {
        DatasetDigest other = new DatasetDigest(NOTES);
        other.add(note(new RowBuilder(NOTES), "B", 6, 1, true).build());
        digest.add(note(new RowBuilder(NOTES), "A", 5, 1, true).build());

        assertThatIllegalStateException()
                .isThrownBy(() -> digest.add(other))
                .withMessage("dataset notes: rows of 1970-01-01 in two places; a day's files lie in one folder");
    }
}

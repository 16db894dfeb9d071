package org.cryptosmarttrader.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.cryptosmarttrader.wire.archive.ArchiveScene.DAY;
import static org.cryptosmarttrader.wire.archive.ArchiveScene.HOUR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Events laid down by day")
class DayFilesWriterTest {

    @TempDir
    Path folder;

    private ArchiveScene scene;

    @BeforeEach
    void an_empty_folder() {
        scene = new ArchiveScene(folder);
    }

    @Test
    void lie_in_the_file_of_the_day_they_become_available() throws IOException {
        scene.bar("BTC/USD", DAY - 2 * HOUR, 1).bar("BTC/USD", DAY - HOUR, 2).bar("ETH/USD", 3 * DAY, 3);

        List<ArchiveFile> files = written(EventKind.BAR, scene.rows(EventKind.BAR));

        assertThat(files)
                .containsExactly(
                        file("kind=bar/date=1970-01-01/c1-000-128.parquet", 0, DAY - HOUR + 5000),
                        file("kind=bar/date=1970-01-02/c1-000-128.parquet", 1, DAY + 5000),
                        file("kind=bar/date=1970-01-04/c1-000-128.parquet", 3, 3 * DAY + HOUR + 5000));
        assertThat(read(files.get(1), EventKind.BAR).doubles(EventRows.VALUES + EventKind.CLOSE))
                .containsExactly(2);
    }

    private ArchiveFile file(String path, long day, long availableAt) throws IOException {
        String sha256 = Sha256.hex(Sha256.of(Files.readAllBytes(folder.resolve(path))));
        return new ArchiveFile(path, "bar", day, 0, 128, 1, availableAt, availableAt, sha256);
    }

    @Test
    void of_a_large_day_are_split_by_bucket() throws IOException {
        int rows = 410_000;
        for (int i = 0; i < rows; i++) {
            scene.trade("P" + i % 64 + "/USD", DAY + i, i, 1 + i % 7);
        }
        RowBatch ofDay = scene.rows(EventKind.TRADE);

        DayFilesWriter writer = new DayFilesWriter(folder, EventKind.TRADE, "c1");
        writer.addDay(ofDay);
        List<ArchiveFile> files = writer.finish();

        assertThat(files).extracting(ArchiveFile::bucketFrom).containsExactly(0, 64);
        assertThat(files).extracting(ArchiveFile::bucketUntil).containsExactly(64, 128);
        assertThat(files.stream().mapToLong(ArchiveFile::rows).sum()).isEqualTo(rows);
        List<Long> sequences = new ArrayList<>();
        for (ArchiveFile file : files) {
            RowBatch part = read(file, EventKind.TRADE);
            assertThat(part.longs(EventRows.SEQUENCE)).isSorted();
            assertThat(part.strings(EventRows.PAIR))
                    .allMatch(pair -> Buckets.of(pair) >= file.bucketFrom() && Buckets.of(pair) < file.bucketUntil());
            for (long sequence : part.longs(EventRows.SEQUENCE)) {
                sequences.add(sequence);
            }
        }
        assertThat(sequences).doesNotHaveDuplicates().hasSize(rows);
    }

    @Test
    void are_the_same_whether_added_one_by_one_or_by_day() throws IOException {
        IntStream.range(0, 100).forEach(i -> scene.bar("P" + i % 9 + "/USD", i / 9 * HOUR, i));
        RowBatch rows = scene.rows(EventKind.BAR);
        ArchiveFile oneByOne = written(EventKind.BAR, rows).get(0);
        DayFilesWriter byDay = new DayFilesWriter(folder, EventKind.BAR, "c2");

        byDay.addDay(rows);

        RowBatch read = read(byDay.finish().get(0), EventKind.BAR);
        assertThat(read.strings(EventRows.PAIR))
                .containsExactly(read(oneByOne, EventKind.BAR).strings(EventRows.PAIR));
        assertThat(read.doubles(EventRows.VALUES)).containsExactly(rows.doubles(EventRows.VALUES));
    }

    @Test
    void are_refused_out_of_order() throws IOException {
        scene.bar("BTC/USD", 0, 1).bar("BTC/USD", 2 * HOUR, 2).bar("BTC/USD", 2 * DAY, 3);
        RowBatch rows = scene.rows(EventKind.BAR);
        DayFilesWriter writer = new DayFilesWriter(folder, EventKind.BAR, "c1");
        writer.add(rows, 2);

        assertThatIllegalStateException()
                .isThrownBy(() -> writer.add(rows, 0))
                .withMessage("archive files: an event of 1970-01-01 after one of 1970-01-03; hand them over in order");
        assertThatIllegalStateException()
                .isThrownBy(() -> new DayFilesWriter(folder, EventKind.BAR, "c2").addDay(rows))
                .withMessage(
                        "archive files: an event available at 176405000 after one at 10805000 on 1970-01-01; hand them over in order");
        assertThatIllegalStateException()
                .isThrownBy(() -> new DayFilesWriter(folder, EventKind.BAR, "c3").addDay(rows.select(new int[] {1, 0})))
                .withMessageStartingWith("archive files: an event available at 3605000 after one at 10805000");
    }

    private List<ArchiveFile> written(EventKind kind, RowBatch rows) throws IOException {
        DayFilesWriter writer = new DayFilesWriter(folder, kind, "c1");
        for (int row = 0; row < rows.rows(); row++) {
            writer.add(rows, row);
        }
        return writer.finish();
    }

    private RowBatch read(ArchiveFile file, EventKind kind) throws IOException {
        try (ParquetRowReader reader = ParquetRowReader.open(folder.resolve(file.path()), EventRows.schema(kind))) {
            return reader.all();
        }
    }
}

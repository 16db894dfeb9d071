package org.cryptosmarttrader.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a failed change leaves behind")
class LeftoversTest {

    @TempDir
    Path root;

    private Archive archive;

    @BeforeEach
    void an_archive_of_one_bar() throws IOException {
        archive = new ArchiveScene(root).bar("BTC/USD", 0, 1).commit();
    }

    @Test
    void is_nothing_after_a_change_that_went_well() throws IOException {
        write("raw/ab/abcd.zst");
        write("_lock");

        assertThat(new Leftovers(archive).clear()).isEmpty();
        assertThat(files())
                .contains(
                        "raw/ab/abcd.zst",
                        "_lock",
                        archive.files(f -> true).get(0).path());
    }

    @Test
    void is_cleared_away() throws IOException {
        write("kind=bar/date=1970-01-05/c00000002-000-128.parquet");
        write("_staging/00000002/kind=bar/date=1970-01-05/x.parquet");
        write("_commits/.commit123.tmp");
        write("_quarantine/00000002.jsonl");
        write("_conflicts/00000001.jsonl");

        assertThat(new Leftovers(archive).clear())
                .containsExactly(
                        "_commits/.commit123.tmp",
                        "_quarantine/00000002.jsonl",
                        "_staging/00000002/kind=bar/date=1970-01-05/x.parquet",
                        "kind=bar/date=1970-01-05/c00000002-000-128.parquet");
        assertThat(files())
                .containsExactly(
                        "_commits/00000001.json",
                        "_conflicts/00000001.jsonl",
                        archive.files(f -> true).get(0).path());
        assertThat(root.resolve("kind=bar/date=1970-01-05")).doesNotExist();
        assertThat(root.resolve("_staging")).doesNotExist();
    }

    @Test
    void spares_files_replaced_by_the_last_commit_until_the_next() throws IOException {
        String replaced = archive.files(f -> true).get(0).path();
        archive = archive.commit(new Commit(2, List.of(), List.of(replaced), List.of(), List.of(), 0));
        assertThat(new Leftovers(archive).clear()).isEmpty();

        archive = archive.commit(new Commit(3, List.of(), List.of(), List.of(), List.of(), 0));
        assertThat(new Leftovers(archive).clear()).containsExactly(replaced);
    }

    private void write(String path) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), "x");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}

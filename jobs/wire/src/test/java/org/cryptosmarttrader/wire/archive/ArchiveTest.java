package org.cryptosmarttrader.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.cryptosmarttrader.wire.archive.ArchiveScene.DAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cryptosmarttrader.domain.EventKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An archive and its log")
class ArchiveTest {

    @TempDir
    Path root;

    @Test
    void is_not_there_before_something_was_imported() {
        assertThatIOException()
                .isThrownBy(() -> Archive.open(root))
                .withMessage(
                        "archive %s: no archive here (no folder _commits); fill one with cst import --archive %s",
                        root, root);
    }

    @Test
    void is_empty_when_new() throws IOException {
        Archive archive = Archive.openOrCreate(root);

        assertThat(archive.isEmpty()).isTrue();
        assertThat(archive.nextCommit()).isEqualTo(1);
        assertThat(archive.coverage()).isEmpty();
    }

    @Test
    void holds_the_files_that_commits_added_less_those_they_removed() throws IOException {
        Archive.openOrCreate(root).commit(commit(1, List.of(file("b", 2), file("a", 2), file("c", 1)), List.of()));
        Archive archive = Archive.open(root).commit(commit(2, List.of(file("d", 1)), List.of("c")));

        assertThat(archive.files(EventKind.BAR)).extracting(ArchiveFile::path).containsExactly("d", "a", "b");
        assertThat(archive.files(EventKind.TRADE)).isEmpty();
        assertThat(archive.firstAvailableAt()).isEqualTo(10);
        assertThat(archive.lastAvailableAt()).isEqualTo(25);
        assertThat(archive.nextCommit()).isEqualTo(3);
    }

    @Test
    void sums_what_it_covers_by_pair_and_feed() throws IOException {
        Archive.openOrCreate(root).commit(covering(1, new Coverage("BTC/USD", "kraken:bar:60m", 10, 100, 200)));
        Archive archive = Archive.open(root)
                .commit(covering(
                        2,
                        new Coverage("BTC/USD", "kraken:bar:60m", 5, 50, 120),
                        new Coverage("BTC/USD", "kraken:trade", 1, 7, 7)));

        assertThat(archive.coverage())
                .containsExactly(
                        new Coverage("BTC/USD", "kraken:bar:60m", 15, 50, 200),
                        new Coverage("BTC/USD", "kraken:trade", 1, 7, 7));
    }

    @Test
    void knows_which_commit_took_in_a_payload_as_what() throws IOException {
        Intake intake = new Intake("ab12", "XBTUSD_60.csv", "f", "BTC/USD", "kraken:bar:60m", 5000, 9, 1, 0, "f", 77);
        Archive.openOrCreate(root).commit(commit(1, List.of(), List.of()));
        Archive archive = Archive.open(root).commit(new Commit(2, List.of(), List.of(), List.of(), List.of(intake), 0));

        assertThat(archive.commitOf("ab12", "BTC/USD", "kraken:bar:60m", any -> true))
                .isEqualTo(2);
        assertThat(archive.commitOf("ab12", "BTC/USD", "other:bar:60m", any -> true))
                .isZero();
        assertThat(archive.commitOf("ab12", "BTC/EUR", "kraken:bar:60m", any -> true))
                .isZero();
        assertThat(archive.commitOf("ff", "BTC/USD", "kraken:bar:60m", any -> true))
                .isZero();
        assertThat(Archive.open(root).commits().get(1).intakes()).containsExactly(intake);
    }

    @Test
    void asks_the_last_intake_of_a_payload_whether_it_is_enough() throws IOException {
        Intake first = new Intake("ab12", "x.csv", "csv", "BTC/USD", "kraken:trade", 1000, 9, 1, 0, "csv a", 77);
        Intake last = new Intake("ab12", "x.csv", "csv", "BTC/USD", "kraken:trade", 1000, 9, 1, 0, "csv b", 78);
        Archive.openOrCreate(root).commit(new Commit(1, List.of(), List.of(), List.of(), List.of(first), 0));
        Archive archive = Archive.open(root).commit(new Commit(2, List.of(), List.of(), List.of(), List.of(last), 0));

        assertThat(archive.commitOf("ab12", "BTC/USD", "kraken:trade", intake -> intake.isReadAs("csv a")))
                .isZero();
        assertThat(archive.commitOf("ab12", "BTC/USD", "kraken:trade", intake -> intake.isReadAs("csv b")))
                .isEqualTo(2);
    }

    @Test
    void takes_an_intake_without_a_reading_for_one_in_the_way_asked_for() throws IOException {
        Archive.openOrCreate(root);
        Files.writeString(root.resolve("_commits/00000001.json"), """
                {"added": [], "conflicts": 0, "coverage": [], "number": 1, "removed": [], "intakes": [
                  {"bytes": 9, "delayMillis": 5000, "feed": "kraken:bar:60m", "format": "csv", "name": "XBTUSD_60.csv",
                   "pair": "BTC/USD", "rows": 1, "sha256": "ab12", "takenInAt": 77}]}
                """);

        assertThat(Archive.open(root)
                        .commitOf("ab12", "BTC/USD", "kraken:bar:60m", intake -> intake.isReadAs("csv whatever")))
                .isEqualTo(1);
    }

    @Test
    void has_one_content_however_many_imports_it_came_by(@TempDir Path other, @TempDir Path larger) throws IOException {
        String once = scene(root, 1, 2).commit().content(0, 1);
        scene(other, 2).commit();
        String twice = new ArchiveScene(other).bar("BTC/USD", 0, 1).commit().content(0, 1);
        Archive more = scene(larger, 1, 2).bar("BTC/USD", 2 * DAY, 3).commit();

        assertThat(twice).isEqualTo(once);
        assertThat(more.content(0, 1)).isEqualTo(once);
        assertThat(more.content(0, 2)).isNotEqualTo(once);
    }

    @Test
    void has_another_content_when_a_value_was_corrected(@TempDir Path other) throws IOException {
        assertThat(scene(other, 1, 3).commit().content(0, 1))
                .isNotEqualTo(scene(root, 1, 2).commit().content(0, 1));
    }

    /** A bar a day, of these closes; the last one is of the second day. */
    private static ArchiveScene scene(Path folder, double... closes) {
        ArchiveScene scene = new ArchiveScene(folder);
        for (int i = 0; i < closes.length; i++) {
            scene.bar("BTC/USD", (2 - closes.length + i) * DAY, closes[i]);
        }
        return scene;
    }

    @Test
    void has_no_content_known_if_its_log_keeps_no_hashes() throws IOException {
        ArchiveFile old = new ArchiveFile("a", "bar", 1, 0, 128, 1, 10, 15, null);
        Archive archive = Archive.openOrCreate(root).commit(commit(1, List.of(old), List.of()));

        assertThat(archive.content(0, 1)).isNull();
        assertThat(archive.content(2, 9)).isNotNull();
    }

    @Test
    void refuses_a_commit_when_another_came_first() throws IOException {
        Archive first = Archive.openOrCreate(root);
        Archive second = Archive.openOrCreate(root);
        first.commit(commit(1, List.of(file("a", 1)), List.of()));

        assertThatIOException()
                .isThrownBy(() -> second.commit(commit(1, List.of(file("b", 1)), List.of())))
                .withMessage(
                        "archive %s: another program added commit 1 meanwhile; nothing was changed, run the command again",
                        root);
        assertThat(Archive.open(root).files(file -> true))
                .extracting(ArchiveFile::path)
                .containsExactly("a");
        assertThat(logFiles()).containsExactly("00000001.json");
    }

    @Test
    void lets_one_of_many_racing_commits_win() throws Exception {
        Archive archive = Archive.openOrCreate(root);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> racers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String path = "file" + i;
            racers.add(() -> isCommitted(archive, path));
        }

        int won = 0;
        for (Future<Boolean> racer : threads.invokeAll(racers)) {
            won += racer.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(won).isEqualTo(1);
        assertThat(Archive.open(root).files(file -> true)).hasSize(1);
        assertThat(logFiles()).containsExactly("00000001.json");
    }

    private static boolean isCommitted(Archive archive, String path) {
        try {
            archive.commit(commit(1, List.of(file(path, 1)), List.of()));
            return true;
        } catch (IOException cameSecond) {
            return false;
        }
    }

    @Test
    void is_refused_when_a_commit_is_damaged() throws IOException {
        Archive.openOrCreate(root).commit(commit(1, List.of(), List.of()));
        Path commit = root.resolve("_commits/00000001.json");
        Files.writeString(commit, Files.readString(commit).substring(0, 20));

        assertThatIOException()
                .isThrownBy(() -> Archive.open(root))
                .withMessageStartingWith("archive %s: commit file _commits/00000001.json is damaged (", root)
                .withMessageEndingWith("); restore it from a backup");
    }

    @Test
    void is_refused_when_a_commit_is_missing() throws IOException {
        Archive.openOrCreate(root).commit(commit(1, List.of(), List.of()));
        Archive.open(root).commit(commit(2, List.of(), List.of()));
        Files.delete(root.resolve("_commits/00000001.json"));

        assertThatIOException()
                .isThrownBy(() -> Archive.open(root))
                .withMessage("archive %s: commit 1 is missing from _commits; restore it from a backup", root);
    }

    private List<String> logFiles() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("_commits"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static ArchiveFile file(String path, long day) {
        return new ArchiveFile(path, "bar", day, 0, 128, 1, day * 10, day * 10 + 5, "hash of " + path);
    }

    private static Commit commit(long number, List<ArchiveFile> added, List<String> removed) {
        return new Commit(number, added, removed, List.of(), List.of(), 0);
    }

    private static Commit covering(long number, Coverage... parts) {
        return new Commit(number, List.of(), List.of(), List.of(parts), List.of(), 0);
    }
}

package org.cryptosmarttrader.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.cryptosmarttrader.wire.archive.ArchiveScene.DAY;
import static org.cryptosmarttrader.wire.archive.ArchiveScene.GRACE;
import static org.cryptosmarttrader.wire.archive.ArchiveScene.HOUR;
import static org.cryptosmarttrader.wire.archive.ArchiveScene.HOURLY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reading an archive tick by tick")
class TickReaderTest {

    @TempDir
    Path folder;

    private ArchiveScene scene;

    @BeforeEach
    void an_empty_folder() {
        scene = new ArchiveScene(folder);
    }

    @Test
    void hands_out_each_event_once_at_the_first_tick_that_knows_it() throws IOException {
        scene.bar("BTC/USD", 0, 1)
                .bar("ETH/USD", 0, 2)
                .trade("BTC/USD", HOUR + GRACE, 1, 3)
                .trade("BTC/USD", HOUR + GRACE + 1, 2, 4)
                .bar("BTC/USD", 4 * HOUR, 5);

        assertThat(read(scene.commit()))
                .containsExactly(
                        HOUR + GRACE + ": BTC/USD BAR 1.0",
                        HOUR + GRACE + ": BTC/USD TRADE 3.0",
                        HOUR + GRACE + ": ETH/USD BAR 2.0",
                        2 * HOUR + GRACE + ": BTC/USD TRADE 4.0",
                        5 * HOUR + GRACE + ": BTC/USD BAR 5.0");
    }

    @Test
    void hands_out_nothing_of_a_file_that_is_not_the_one_of_the_log() throws IOException {
        Archive archive = scene.bar("BTC/USD", 0, 1).commit();
        Archive other =
                new ArchiveScene(folder.resolve("other")).bar("BTC/USD", 0, 2).commit();
        ArchiveFile file = archive.files(EventKind.BAR).get(0);
        Path edited = folder.resolve(file.path());
        Files.copy(
                folder.resolve("other")
                        .resolve(other.files(EventKind.BAR).get(0).path()),
                edited,
                StandardCopyOption.REPLACE_EXISTING);

        assertThatIOException()
                .isThrownBy(() -> read(archive))
                .withMessage(
                        "archive %s: %s has SHA-256 %s, the log says %s; the file was changed, restore it from a backup or import its files into a new archive"
                                .formatted(
                                        folder,
                                        file.path(),
                                        other.files(EventKind.BAR).get(0).sha256(),
                                        file.sha256()));
        Files.delete(edited);
        assertThatIOException()
                .isThrownBy(() -> read(archive))
                .withMessage("archive %s: %s is gone; restore it from a backup".formatted(folder, file.path()));
    }

    @Test
    void hands_out_nothing_of_a_file_whose_hash_was_taken_out_of_the_log() throws IOException {
        scene.bar("BTC/USD", 0, 1).commit();
        Path log = folder.resolve("_commits/00000001.json");
        String hash = Archive.open(folder).files(EventKind.BAR).get(0).sha256();
        Files.writeString(log, Files.readString(log).replace("\"" + hash + "\"", "null"));

        assertThatIOException()
                .isThrownBy(() -> read(Archive.open(folder)))
                .withMessageContaining("the log keeps no hash of kind=bar/");
    }

    @Test
    void joins_events_of_a_tick_across_midnight_and_archives() throws IOException {
        // both belong to the tick five seconds past midnight, one lies in the file of either day
        Archive one = scene.trade("BTC/USD", DAY - 1, 1, 1)
                .trade("BTC/USD", DAY + GRACE, 2, 2)
                .commit();
        Archive other = new ArchiveScene(folder.resolve("other"))
                .trade("ETH/USD", DAY + 7, 1, 3)
                .commit();

        try (TickReader reader =
                new TickReader(List.of(one, other), bucket -> true, pair -> true, 0, 9 * DAY, HOURLY)) {
            TickReader.Tick tick = reader.next();

            assertThat(tick.tick()).isEqualTo(DAY + GRACE);
            assertThat(lines(tick)).hasSize(3);
            assertThat(reader.next()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 128})
    void by_readers_of_disjoint_buckets_gives_all_events_once(int readers) throws IOException {
        for (int i = 0; i < 500; i++) {
            scene.bar("P" + i % 50 + "/USD", i / 50 * 7 * HOUR, i);
        }
        Archive archive = scene.commit();

        List<String> together = new ArrayList<>();
        for (int reader = 0; reader < readers; reader++) {
            int mine = reader;
            together.addAll(read(archive, bucket -> bucket % readers == mine, pair -> true, 0, 9 * DAY));
        }

        assertThat(together).hasSize(500).containsExactlyInAnyOrderElementsOf(read(archive));
    }

    @Test
    void goes_on_behind_the_tick_it_had_reached() throws IOException {
        for (int i = 0; i < 2000; i++) {
            scene.trade("P" + i % 3 + "/USD", i * 997_000L, i, i);
        }
        Archive archive = scene.commit();
        List<String> all = read(archive);

        for (long after : new long[] {GRACE, 9 * HOUR + GRACE, 2 * DAY + GRACE, 500 * HOUR + GRACE}) {
            List<String> rest = read(archive, bucket -> true, pair -> true, after, 900 * DAY);

            assertThat(rest)
                    .containsExactlyElementsOf(
                            all.stream().filter(line -> tickOf(line) > after).toList());
        }
    }

    private static long tickOf(String line) {
        return Long.parseLong(line.substring(0, line.indexOf(':')));
    }

    @Test
    void ends_at_the_instant_given_even_within_a_tick() throws IOException {
        Archive archive = scene.trade("BTC/USD", 100, 1, 1)
                .trade("BTC/USD", 200, 2, 2)
                .trade("BTC/USD", 300, 3, 3)
                .commit();

        assertThat(read(archive, bucket -> true, pair -> true, 100, 200))
                .containsExactly(GRACE + ": BTC/USD TRADE 2.0");
    }

    @Test
    void leaves_out_pairs_not_wanted() throws IOException {
        Archive archive = scene.bar("BTC/USD", 0, 1)
                .bar("ETH/USD", 0, 2)
                .bar("ETH/USD", 5 * DAY, 3)
                .commit();

        assertThat(read(archive, bucket -> true, "BTC/USD"::equals, 0, 9 * DAY))
                .containsExactly(HOUR + GRACE + ": BTC/USD BAR 1.0");
    }

    @Test
    void of_an_empty_archive_ends_at_once() throws IOException {
        assertThat(read(Archive.openOrCreate(folder))).isEmpty();
    }

    @Test
    void opens_a_file_in_the_middle_of_its_row_groups() throws IOException {
        for (int i = 0; i < 120_000; i++) {
            scene.trade("BTC/USD", i * 700L, i, StrictMath.sin(i));
        }
        Archive archive = scene.commit();

        List<String> rest = read(archive, bucket -> true, pair -> true, 119_000 * 700L, DAY);

        assertThat(rest).hasSize(999);
        assertThat(rest.get(998)).endsWith("TRADE " + StrictMath.sin(119_999));
    }

    private static List<String> read(Archive archive) throws IOException {
        return read(archive, bucket -> true, pair -> true, Long.MIN_VALUE, 9_000 * DAY);
    }

    private static List<String> read(
            Archive archive, IntPredicate buckets, Predicate<String> pairs, long after, long until) throws IOException {
        List<String> lines = new ArrayList<>();
        try (TickReader reader = new TickReader(List.of(archive), buckets, pairs, after, until, HOURLY)) {
            for (TickReader.Tick tick = reader.next(); tick != null; tick = reader.next()) {
                lines.addAll(lines(tick));
            }
        }
        return lines;
    }

    /** The events of a tick as text, by pair; events of a pair keep their order. */
    private static List<String> lines(TickReader.Tick tick) {
        List<String> lines = new ArrayList<>();
        tick.blocks().stream()
                .sorted(java.util.Comparator.comparing(EventBlock::pair).thenComparing(EventBlock::kind))
                .forEach(block -> {
                    for (int event = 0; event < block.count(); event++) {
                        int price = block.kind() == EventKind.BAR ? EventKind.CLOSE : EventKind.PRICE;
                        lines.add("%d: %s %s %s"
                                .formatted(tick.tick(), block.pair(), block.kind(), block.value(event, price)));
                    }
                });
        return lines;
    }
}

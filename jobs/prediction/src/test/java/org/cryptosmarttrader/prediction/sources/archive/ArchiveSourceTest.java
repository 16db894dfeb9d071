package org.cryptosmarttrader.prediction.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.prediction.Settings.HOURLY;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.ArchiveScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The archive as a source")
class ArchiveSourceTest {

    private static final int HOURS = 40;

    @TempDir
    static Path folder;

    private static boolean written;
    private ArchiveSource source;

    /** Seven pairs over two days: an hourly bar each, trades of one, and hours in which nothing came. */
    @BeforeEach
    void a_small_archive() throws IOException {
        if (!written) {
            ArchiveScene scene = new ArchiveScene(folder);
            for (int hour = 0; hour < HOURS; hour++) {
                for (int pair = 0; pair < 7; pair++) {
                    if (hour % 9 != 4 && (hour + pair) % 5 != 0) {
                        scene.bar("P" + pair + "/USD", hour * TickGrid.HOUR, hour + pair / 10.0);
                    }
                }
                scene.trade("P3/USD", hour * TickGrid.HOUR + 77, 2 * hour, hour);
                scene.trade("P3/USD", hour * TickGrid.HOUR + 5_000, 2 * hour + 1, hour);
            }
            scene.commit();
            written = true;
        }
        source = new ArchiveSource(new ArchiveSpan(
                List.of(folder.toString()), List.of(), List.of(), Long.MIN_VALUE, HOURS * TickGrid.DAY, HOURLY));
    }

    // ---- words for scenes

    /** Notes what a reader says: events as text, watermarks as {@code ~tick}. */
    private static ReaderOutput<Arrival> output(List<String> said) {
        return output(said, new long[] {Long.MIN_VALUE});
    }

    @SuppressWarnings("unchecked")
    private static ReaderOutput<Arrival> output(List<String> said, long[] watermark) {
        return (ReaderOutput<Arrival>) Proxy.newProxyInstance(
                ArchiveSourceTest.class.getClassLoader(),
                new Class<?>[] {ReaderOutput.class},
                (proxy, method, values) -> {
                    switch (method.getName()) {
                        case "collect" -> {
                            EventBlock block = ((Arrival) values[0]).block();
                            for (int i = 0; i < block.count(); i++) {
                                // no event may come behind the watermark
                                assertThat(block.availableAt(i)).isGreaterThan(watermark[0]);
                                said.add(block.only(i).pair() + " " + block.kind() + " " + block.availableAt(i) + " "
                                        + block.sequence(i));
                            }
                            assertThat(values[1]).isEqualTo(block.availableAt(0));
                        }
                        case "emitWatermark" -> {
                            watermark[0] = ((Watermark) values[0]).getTimestamp();
                            assertThat(HOURLY.isTick(watermark[0])).isTrue();
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
    }

    private SourceReader<Arrival, BucketSplit> reader(List<BucketSplit> splits) throws Exception {
        SourceReader<Arrival, BucketSplit> reader = source.createReader(null);
        reader.start();
        List<BucketSplit> travelled = new ArrayList<>();
        for (BucketSplit split : splits) {
            travelled.add(source.getSplitSerializer()
                    .deserialize(
                            source.getSplitSerializer().getVersion(),
                            source.getSplitSerializer().serialize(split)));
        }
        reader.addSplits(travelled);
        reader.notifyNoMoreSplits();
        return reader;
    }

    private static List<BucketSplit> all() {
        return IntStream.range(0, BucketSplit.COUNT)
                .mapToObj(index -> new BucketSplit(index, Long.MIN_VALUE))
                .toList();
    }

    private static List<String> readAll(SourceReader<Arrival, BucketSplit> reader) throws Exception {
        List<String> said = new ArrayList<>();
        ReaderOutput<Arrival> output = output(said);
        while (reader.pollNext(output) != InputStatus.END_OF_INPUT) {
            // goes on
        }
        reader.close();
        return said;
    }

    // ---- readers

    @Test
    void hands_out_every_event_once_in_the_order_of_ticks() throws Exception {
        List<String> said = readAll(reader(all()));

        long bars = IntStream.range(0, HOURS)
                .filter(hour -> hour % 9 != 4)
                .mapToLong(hour -> IntStream.range(0, 7)
                        .filter(pair -> (hour + pair) % 5 != 0)
                        .count())
                .sum();
        assertThat(said).hasSize((int) bars + 2 * HOURS).doesNotHaveDuplicates();
    }

    @Test
    void waits_until_it_knows_all_its_splits() throws Exception {
        SourceReader<Arrival, BucketSplit> reader = source.createReader(null);
        reader.addSplits(all());
        List<String> said = new ArrayList<>();

        assertThat(reader.isAvailable()).isNotDone();
        assertThat(reader.pollNext(output(said))).isEqualTo(InputStatus.NOTHING_AVAILABLE);
        assertThat(said).isEmpty();
        reader.notifyNoMoreSplits();
        assertThat(reader.isAvailable()).isDone();
    }

    @Test
    void ends_at_once_for_a_reader_without_a_split() throws Exception {
        assertThat(reader(List.of()).pollNext(output(new ArrayList<>()))).isEqualTo(InputStatus.END_OF_INPUT);
    }

    @Test
    void goes_on_where_it_was_from_every_position_there_is() throws Exception {
        List<String> whole = readAll(reader(all()));
        int positions = 0;
        for (boolean more = true; more; positions++) {
            SourceReader<Arrival, BucketSplit> first = reader(all());
            List<String> said = new ArrayList<>();
            ReaderOutput<Arrival> output = output(said);
            for (int ticks = 0; ticks < positions; ticks++) {
                more = first.pollNext(output) != InputStatus.END_OF_INPUT;
            }
            List<BucketSplit> checkpoint = first.snapshotState(1);
            first.close();

            said.addAll(readAll(reader(checkpoint)));

            assertThat(said).as("read on after %d ticks", positions).isEqualTo(whole);
        }
        assertThat(positions).isGreaterThan(HOURS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64, 80})
    void gives_each_event_to_one_of_several_readers(int readers) throws Exception {
        List<String> together = new ArrayList<>();
        for (int reader = 0; reader < readers; reader++) {
            int mine = reader;
            together.addAll(readAll(reader(all().stream()
                    .filter(split -> split.index() % readers == mine)
                    .toList())));
        }

        assertThat(together).containsExactlyInAnyOrderElementsOf(readAll(reader(all())));
    }

    @Test
    void loses_and_repeats_nothing_when_readers_at_different_positions_become_others() throws Exception {
        List<String> whole = readAll(reader(all()));
        for (int ahead = 0; ahead < HOURS; ahead += 3) {
            List<String> said = new ArrayList<>();
            List<BucketSplit> checkpoint = new ArrayList<>();
            for (int reader = 0; reader < 3; reader++) {
                int mine = reader;
                SourceReader<Arrival, BucketSplit> one = reader(all().stream()
                        .filter(split -> split.index() % 3 == mine)
                        .toList());
                ReaderOutput<Arrival> output = output(said);
                for (int tick = 0; tick < ahead * reader / 2 + reader; tick++) {
                    one.pollNext(output);
                }
                checkpoint.addAll(one.snapshotState(1));
                one.close();
            }

            for (int reader = 0; reader < 2; reader++) {
                int mine = reader;
                said.addAll(readAll(reader(checkpoint.stream()
                        .filter(split -> split.index() % 2 == mine)
                        .toList())));
            }

            assertThat(said).as("%d ticks ahead", ahead).containsExactlyInAnyOrderElementsOf(whole);
        }
    }

    // ---- who gets what

    /** What an enumerator assigned: {@code subtask:split}, and {@code subtask:end}. */
    private static SplitEnumeratorContext<BucketSplit> context(int parallelism, List<String> assigned) {
        @SuppressWarnings("unchecked")
        SplitEnumeratorContext<BucketSplit> context = (SplitEnumeratorContext<BucketSplit>) Proxy.newProxyInstance(
                ArchiveSourceTest.class.getClassLoader(),
                new Class<?>[] {SplitEnumeratorContext.class},
                (proxy, method, values) -> {
                    switch (method.getName()) {
                        case "currentParallelism" -> {
                            return parallelism;
                        }
                        case "assignSplit" -> assigned.add(values[1] + ":" + ((BucketSplit) values[0]).index());
                        case "signalNoMoreSplits" -> assigned.add(values[0] + ":end");
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
        return context;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 64, 70})
    void assigns_every_split_once_and_says_when_that_was_all(int parallelism) throws Exception {
        List<String> assigned = new ArrayList<>();
        SplitEnumerator<BucketSplit, List<BucketSplit>> enumerator =
                source.createEnumerator(context(parallelism, assigned));
        List<Integer> subtasks =
                new ArrayList<>(IntStream.range(0, parallelism).boxed().toList());
        Collections.reverse(subtasks);
        subtasks.forEach(enumerator::addReader);

        List<String> splits =
                assigned.stream().filter(word -> !word.endsWith("end")).toList();
        assertThat(splits.stream().map(word -> word.split(":")[1]))
                .hasSize(BucketSplit.COUNT)
                .doesNotHaveDuplicates();
        for (int subtask : subtasks) {
            int end = assigned.indexOf(subtask + ":end");
            assertThat(assigned.subList(end + 1, assigned.size())).noneMatch(word -> word.startsWith(subtask + ":"));
        }
        assertThat(enumerator.snapshotState(1)).isEmpty();
    }

    @Test
    void assigns_again_what_a_failed_reader_gives_back() throws Exception {
        List<String> assigned = new ArrayList<>();
        SplitEnumerator<BucketSplit, List<BucketSplit>> enumerator = source.createEnumerator(context(2, assigned));
        enumerator.addReader(0);
        enumerator.addReader(1);
        assigned.clear();

        enumerator.addSplitsBack(List.of(new BucketSplit(3, 99), new BucketSplit(5, 98)), 1);
        assertThat(enumerator.snapshotState(1)).containsExactly(new BucketSplit(3, 99), new BucketSplit(5, 98));
        enumerator.addReader(1);

        assertThat(assigned).containsExactly("1:3", "1:5", "1:end");
    }

    @Test
    void keeps_what_is_not_assigned_yet_in_its_checkpoint() throws Exception {
        SplitEnumerator<BucketSplit, List<BucketSplit>> enumerator =
                source.createEnumerator(context(2, new ArrayList<>()));
        enumerator.addReader(1);
        List<BucketSplit> left = enumerator.snapshotState(1);
        var bytes = source.getEnumeratorCheckpointSerializer();

        List<BucketSplit> restored = bytes.deserialize(bytes.getVersion(), bytes.serialize(left));
        List<String> assigned = new ArrayList<>();
        SplitEnumerator<BucketSplit, List<BucketSplit>> later =
                source.restoreEnumerator(context(2, assigned), restored);
        later.addReader(0);

        assertThat(restored).isEqualTo(left).hasSize(BucketSplit.COUNT / 2);
        assertThat(assigned).hasSize(BucketSplit.COUNT / 2 + 1);
    }
}

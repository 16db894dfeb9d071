package org.cryptosmarttrader.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.provenance.Sha256;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The canonical order of events")
class CanonicalOrderTest {

    @Test
    void is_that_of_the_golden_vector() {
        Golden golden = Golden.vector("A6-");

        assertThat(visited(read(golden.inputs().get("events"))))
                .isEqualTo(visited(read(golden.outputs().get("sorted"))))
                .containsExactly("4 news 1", "5 binance 9", "5 kraken 6", "5 kraken 7");
    }

    @Test
    void compares_sources_by_the_bytes_of_their_utf8() {
        // UTF-16 puts the surrogates of U+1F4C8 before U+FF21, UTF-8 behind
        assertThat(CanonicalOrder.compareSources("\uFF21", "\uD83D\uDCC8")).isNegative();
        assertThat("\uFF21".compareTo("\uD83D\uDCC8")).isPositive();
        assertThat(CanonicalOrder.compareSources("kraken", "kraken-2")).isNegative();
        // the first byte of é is c3: negative if bytes are signed
        assertThat(CanonicalOrder.compareSources("z", "é")).isNegative();
    }

    @Test
    void sees_no_border_between_blocks() {
        EventBlock block = heartbeats("kraken", new long[] {4, 5, 5, 9}, new long[] {1, 2, 3, 4});
        List<EventBlock> parts = new ArrayList<>(List.of(
                block.only(2),
                block.only(0),
                block.slice(3, 4),
                block.only(1),
                heartbeats("a", new long[] {5}, new long[] {8})));
        List<String> expected = List.of("4 kraken 1", "5 a 8", "5 kraken 2", "5 kraken 3", "9 kraken 4");

        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(parts, new Random(seed));
            assertThat(visited(parts)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void sorts_within_a_block_that_is_not_in_order() {
        EventBlock block = heartbeats("kraken", new long[] {4, 9, 5, 5}, new long[] {1, 4, 3, 2});

        assertThat(visited(List.of(block))).containsExactly("4 kraken 1", "5 kraken 2", "5 kraken 3", "9 kraken 4");
    }

    @Test
    void holds_between_the_end_of_a_block_and_the_next() {
        EventBlock first = heartbeats("kraken", new long[] {4, 9}, new long[] {1, 4});
        EventBlock second = heartbeats("kraken", new long[] {5}, new long[] {2});

        assertThat(visited(List.of(first, second))).containsExactly("4 kraken 1", "5 kraken 2", "9 kraken 4");
    }

    @Test
    void passes_over_empty_blocks() {
        EventBlock empty = heartbeats("z", new long[0], new long[0]);
        EventBlock late = heartbeats("kraken", new long[] {9}, new long[] {4});
        EventBlock early = heartbeats("kraken", new long[] {4}, new long[] {1});

        assertThat(visited(List.of(late, empty, early))).containsExactly("4 kraken 1", "9 kraken 4");
        assertThat(visited(List.of(empty))).isEmpty();
    }

    private static List<String> visited(List<EventBlock> blocks) {
        List<String> visited = new ArrayList<>();
        CanonicalOrder.visit(
                blocks,
                (block, event) -> visited.add(
                        "%d %s %d".formatted(block.availableAt(event), block.source(), block.sequence(event))));
        return visited;
    }

    private static List<EventBlock> read(JsonNode events) {
        List<EventBlock> blocks = new ArrayList<>();
        for (JsonNode event : events) {
            blocks.add(
                    heartbeats(event.get(1).asText(), new long[] {event.get(0).asLong()}, new long[] {
                        event.get(2).asLong()
                    }));
        }
        return blocks;
    }

    private static EventBlock heartbeats(String source, long[] availableAts, long[] sequences) {
        return new EventBlock(
                EventKind.HEARTBEAT,
                source,
                "",
                0,
                Availability.RECORDED,
                sequences,
                availableAts,
                availableAts,
                new double[0],
                new byte[Sha256.BYTES]);
    }
}

package org.cryptosmarttrader.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cryptosmarttrader.wire.archive.ArchiveScene.GRACE;
import static org.cryptosmarttrader.wire.archive.ArchiveScene.HASH;
import static org.cryptosmarttrader.wire.archive.ArchiveScene.HOUR;
import static org.cryptosmarttrader.wire.archive.ArchiveScene.hash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The blocks of an archive file")
class BlockCursorTest {

    @TempDir
    Path folder;

    private ArchiveScene scene;

    @BeforeEach
    void an_empty_folder() {
        scene = new ArchiveScene(folder);
    }

    @Test
    void hold_all_events_of_a_stream_up_to_an_instant() throws IOException {
        scene.bar("BTC/USD", 0, 1)
                .bar("BTC/USD", HOUR, 2)
                .bar("ETH/USD", HOUR, 3)
                .bar("BTC/USD", 2 * HOUR, 4);

        try (BlockCursor cursor = cursor(EventKind.BAR)) {
            assertThat(cursor.nextAvailableAt()).isEqualTo(HOUR + GRACE);
            List<EventBlock> blocks = drain(cursor, 2 * HOUR + GRACE);

            assertThat(blocks).extracting(EventBlock::pair).containsExactly("BTC/USD", "ETH/USD");
            EventBlock btc = blocks.get(0);
            assertThat(btc.source()).isEqualTo("test-venue");
            assertThat(btc.intervalMillis()).isEqualTo(HOUR);
            assertThat(btc.sequences()).containsExactly(0, HOUR);
            assertThat(btc.eventTimes()).containsExactly(HOUR - 1, 2 * HOUR - 1);
            assertThat(btc.availableAts()).containsExactly(HOUR + GRACE, 2 * HOUR + GRACE);
            assertThat(btc.value(0, EventKind.CLOSE)).isEqualTo(1);
            assertThat(btc.value(1, EventKind.CLOSE)).isEqualTo(2);
            assertThat(btc.value(1, EventKind.VOLUME)).isEqualTo(1);
            assertThat(btc.value(1, EventKind.COUNT)).isNaN();
            assertThat(cursor.nextAvailableAt()).isEqualTo(3 * HOUR + GRACE);
        }
    }

    @Test
    void share_the_payload_hash_when_all_events_come_from_one_payload() throws IOException {
        scene.bar("BTC/USD", 0, 1).bar("BTC/USD", HOUR, 2);

        try (BlockCursor cursor = cursor(EventKind.BAR)) {
            EventBlock block = drain(cursor, 3 * HOUR).get(0);

            assertThat(block.sharesPayload()).isTrue();
            assertThat(Sha256.hex(block.payloadHash(1))).isEqualTo(HASH);
        }
    }

    @Test
    void carry_a_hash_per_event_when_payloads_differ() throws IOException {
        scene.bar("BTC/USD", 0, 1, hash("a")).bar("BTC/USD", HOUR, 2, hash("b")).bar("BTC/USD", 2 * HOUR, 2, hash("a"));

        try (BlockCursor cursor = cursor(EventKind.BAR)) {
            EventBlock block = drain(cursor, 4 * HOUR).get(0);

            assertThat(block.sharesPayload()).isFalse();
            assertThat(Sha256.hex(block.payloadHash(0))).isEqualTo(hash("a"));
            assertThat(Sha256.hex(block.payloadHash(1))).isEqualTo(hash("b"));
            assertThat(Sha256.hex(block.payloadHash(2))).isEqualTo(hash("a"));
        }
    }

    @Test
    void begin_behind_the_instant_asked_for() throws IOException {
        scene.bar("BTC/USD", 0, 1).bar("BTC/USD", HOUR, 2);
        ArchiveFile file = scene.commit().files(EventKind.BAR).get(0);

        try (BlockCursor cursor =
                new BlockCursor(folder.resolve(file.path()), EventKind.BAR, pair -> true, HOUR + GRACE)) {
            assertThat(cursor.nextAvailableAt()).isEqualTo(2 * HOUR + GRACE);
        }
        try (BlockCursor cursor =
                new BlockCursor(folder.resolve(file.path()), EventKind.BAR, pair -> true, 2 * HOUR + GRACE)) {
            assertThat(cursor.isAtEnd()).isTrue();
        }
    }

    private BlockCursor cursor(EventKind kind) throws IOException {
        ArchiveFile file = scene.commit().files(kind).get(0);
        return new BlockCursor(folder.resolve(file.path()), kind, pair -> true, Long.MIN_VALUE);
    }

    private static List<EventBlock> drain(BlockCursor cursor, long until) throws IOException {
        List<EventBlock> blocks = new ArrayList<>();
        cursor.drain(until, blocks);
        return blocks;
    }
}

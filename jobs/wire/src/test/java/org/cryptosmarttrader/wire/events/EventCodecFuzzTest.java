package org.cryptosmarttrader.wire.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Bytes from the topic of events")
class EventCodecFuzzTest {

    private final EventCodec codec = new EventCodec();

    static Stream<byte[]> messages() {
        return Stream.concat(
                Arrays.stream(EventKind.values()).map(EventCodecFuzzTest::message),
                // a text of 2^31 - 9 bytes that are not there; a bar's union of 9 branches
                Stream.of(new byte[] {(byte) 0xee, -1, -1, -1, 15}, new byte[] {2, 'k', 2, 0, 0, 0, 0}));
    }

    private static byte[] message(EventKind kind) {
        double[] numbers = new double[kind.width()];
        Arrays.setAll(numbers, i -> i + 0.5);
        String[] words = new String[kind.words()];
        Arrays.setAll(words, i -> "w" + i);
        EventBlock event = new EventBlock(
                kind,
                "kraken",
                "BTC/USD",
                kind == EventKind.BAR ? 60_000 : 0,
                Availability.RECORDED,
                new long[] {41},
                new long[] {5},
                new long[] {7},
                numbers,
                new byte[EventBlock.HASH_BYTES],
                words);
        return new EventCodec().encode(event, 0);
    }

    @MethodSource("messages")
    @FuzzTest
    void are_an_event_that_comes_back_as_it_was_or_are_refused(byte[] bytes) throws IOException {
        EventBlock event;
        try {
            event = codec.decode(bytes);
        } catch (IOException refused) {
            assertThat(refused).hasMessageStartingWith("not an event: ");
            return;
        }
        assertThat(event.count()).isOne();
        assertThat(event.source()).isNotNull();
        assertThat(event.pair()).isNotNull();
        assertThat(event.words()).hasSize(event.kind().words()).doesNotContainNull();

        byte[] again = codec.encode(event, 0);

        assertThat(codec.encode(codec.decode(again), 0)).isEqualTo(again);
    }
}

package org.cryptosmarttrader.wire.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.Arrays;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An event as a message")
class EventCodecTest {

    private final EventCodec codec = new EventCodec();

    /** Numbers 0.5, 1.5, … with the last one absent, words "w0", "wörter 1", … */
    private static EventBlock event(EventKind kind) {
        double[] numbers = new double[kind.width()];
        Arrays.setAll(numbers, i -> i == numbers.length - 1 ? Double.NaN : i + 0.5);
        String[] words = new String[kind.words()];
        Arrays.setAll(words, i -> i == 0 ? "" : "wörter " + i);
        byte[] hash = new byte[EventBlock.HASH_BYTES];
        hash[0] = 9;
        long interval = kind == EventKind.HEALTH || kind == EventKind.BAR ? 3_600_000 : 0;
        return new EventBlock(
                kind,
                "kraken",
                kind.isTraded() ? "BTC/USD" : "",
                interval,
                Availability.ASSIGNED,
                new long[] {41},
                new long[] {5},
                new long[] {7},
                numbers,
                hash,
                words);
    }

    @ParameterizedTest
    @EnumSource(EventKind.class)
    void comes_back_as_it_was(EventKind kind) throws IOException {
        EventBlock sent = event(kind);

        EventBlock received = codec.decode(codec.encode(sent, 0));

        assertThat(received)
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .isEqualTo(sent);
    }

    @ParameterizedTest
    @EnumSource(EventKind.class)
    void is_refused_when_its_bytes_are_cut(EventKind kind) {
        byte[] message = codec.encode(event(kind), 0);

        assertThatIOException()
                .isThrownBy(() -> codec.decode(Arrays.copyOf(message, message.length / 2)))
                .withMessageStartingWith("not an event");
    }
}

package org.cryptosmarttrader.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.cryptosmarttrader.provenance.Sha256;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A block of events")
class EventBlockTest {

    private static final byte[] A = Sha256.of(new byte[] {1});
    private static final byte[] B = Sha256.of(new byte[] {2});
    private static final byte[] C = Sha256.of(new byte[] {3});

    private final EventBlock ownPayloads = trades(concat(A, B, C));
    private final EventBlock onePayload = trades(A);

    @Test
    void gives_each_event_its_columns() {
        assertThat(onePayload.count()).isEqualTo(3);
        assertThat(onePayload.sequence(1)).isEqualTo(8);
        assertThat(onePayload.eventTime(1)).isEqualTo(200);
        assertThat(onePayload.availableAt(1)).isEqualTo(250);
        assertThat(onePayload.value(1, EventKind.PRICE)).isEqualTo(101);
        assertThat(onePayload.value(1, EventKind.SIDE)).isEqualTo(-1);
    }

    @Test
    void hashes_one_payload_for_all_or_one_for_each() {
        assertThat(onePayload.sharesPayload()).isTrue();
        assertThat(onePayload.payloadHash(2)).isEqualTo(A);
        assertThat(ownPayloads.sharesPayload()).isFalse();
        assertThat(ownPayloads.payloadHash(2)).isEqualTo(C);
    }

    @Test
    void is_cut_without_a_trace() {
        EventBlock middle = ownPayloads.only(1);

        assertThat(middle.count()).isEqualTo(1);
        assertThat(middle.kind()).isEqualTo(EventKind.TRADE);
        assertThat(middle.source()).isEqualTo("test-venue");
        assertThat(middle.pair()).isEqualTo("BTC/USD");
        assertThat(middle.availability()).isEqualTo(Availability.RECORDED);
        assertThat(middle.sequence(0)).isEqualTo(8);
        assertThat(middle.value(0, EventKind.QUANTITY)).isEqualTo(0.2);
        assertThat(middle.payloadHash(0)).isEqualTo(B);
        assertThat(onePayload.slice(1, 3).payloadHash(1)).isEqualTo(A);
        assertThat(onePayload.slice(1, 3).eventTimes()).containsExactly(200, 300);
    }

    @Test
    void refuses_columns_of_different_lengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventBlock(
                        EventKind.TRADE,
                        "test-venue",
                        "BTC/USD",
                        0,
                        Availability.RECORDED,
                        new long[2],
                        new long[2],
                        new long[2],
                        new double[5],
                        A))
                .withMessage(
                        "block of TRADE BTC/USD: 2 sequences, 2 event times, 2 available times, 5 values, 0 words, 32 hash bytes do not fit");
    }

    @Test
    void carries_as_many_words_per_event_as_its_kind_has() {
        EventBlock announced = models("{\"a\":1}", "{\"b\":2}");

        assertThat(announced.word(1, EventKind.ANNOUNCEMENT)).isEqualTo("{\"b\":2}");
        assertThat(announced.only(1).words()).containsExactly("{\"b\":2}");
        assertThatIllegalArgumentException().isThrownBy(() -> models("{\"a\":1}"));
    }

    private static EventBlock models(String... announcements) {
        return new EventBlock(
                EventKind.MODEL,
                "registry",
                "",
                0,
                Availability.RECORDED,
                new long[2],
                new long[2],
                new long[2],
                new double[0],
                A,
                announcements);
    }

    private static EventBlock trades(byte[] hashes) {
        return new EventBlock(
                EventKind.TRADE,
                "test-venue",
                "BTC/USD",
                0,
                Availability.RECORDED,
                new long[] {7, 8, 9},
                new long[] {100, 200, 300},
                new long[] {150, 250, 350},
                new double[] {100, 0.1, 1, 101, 0.2, -1, 102, 0.3, Double.NaN},
                hashes);
    }

    private static byte[] concat(byte[]... hashes) {
        byte[] all = new byte[0];
        for (byte[] hash : hashes) {
            all = Arrays.copyOf(all, all.length + hash.length);
            System.arraycopy(hash, 0, all, all.length - hash.length, hash.length);
        }
        return all;
    }
}

package org.cryptosmarttrader.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A taint")
class TaintTest {

    private static final int HASH_BYTES = 32;

    private static byte[] hashes(int first, int second) {
        byte[] hashes = new byte[2 * HASH_BYTES];
        hashes[HASH_BYTES - 1] = (byte) first;
        hashes[HASH_BYTES] = (byte) second;
        return hashes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"test-venue", "synthetic", "mock-kraken", "fake", "default", "simulated-book"})
    void lies_on_every_source_that_names_itself_as_made_up(String source) {
        assertThat(Taint.of(source, hashes(1, 1))).contains(Taint.SYNTHETIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kraken", "bitstamp", "testnet", "cryptonews"})
    void lies_on_no_other_source(String source) {
        assertThat(Taint.of(source, hashes(1, 1))).isEmpty();
    }

    @Test
    void lies_on_events_of_which_one_lacks_the_hash_of_its_payload() {
        assertThat(Taint.of("kraken", hashes(1, 0))).contains(Taint.NO_PROVENANCE);
        assertThat(Taint.of("kraken", hashes(0, 1))).contains(Taint.NO_PROVENANCE);
        byte[] one = new byte[HASH_BYTES];
        assertThat(Taint.of("kraken", one)).contains(Taint.NO_PROVENANCE);
        Arrays.fill(one, (byte) 7);
        assertThat(Taint.of("kraken", one)).isEmpty();
    }
}

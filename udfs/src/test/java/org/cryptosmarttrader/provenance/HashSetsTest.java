package org.cryptosmarttrader.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A set of hashes")
class HashSetsTest {

    @Test
    void is_sorted_by_unsigned_bytes_and_distinct() {
        byte[] set = HashSets.union(List.of(hashes(0x80, 0x01, 0x80), hashes(), hashes(0x7f, 0x01)));

        assertThat(set).isEqualTo(hashes(0x01, 0x7f, 0x80));
    }

    @Test
    void may_be_empty() {
        assertThat(HashSets.union(List.of())).isEmpty();
    }

    /** One hash after the other, each of one repeated byte. */
    private static byte[] hashes(int... bytes) {
        byte[] hashes = new byte[bytes.length * Sha256.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            Arrays.fill(hashes, i * Sha256.BYTES, (i + 1) * Sha256.BYTES, (byte) bytes[i]);
        }
        return hashes;
    }
}

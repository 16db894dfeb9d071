package org.cryptosmarttrader.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.cryptosmarttrader.provenance.Sha256;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The digests of bars")
class BarDigestsTest {

    private final BarDigests digests = new BarDigests();

    private static byte[] digest(int number) {
        return Sha256.of(new byte[] {(byte) number});
    }

    @Test
    void are_found_by_bar_and_leave_out_gaps() {
        digests.put(10, digest(10));
        digests.put(12, digest(12));
        digests.put(11, digest(11));
        digests.put(14, digest(14));
        digests.put(9, digest(9));

        assertThat(digests.between(10, 15)).containsExactly(digest(10), digest(11), digest(12), digest(14));
        assertThat(digests.between(0, 100)).hasSize(5);
        assertThat(digests.between(15, 100)).isEmpty();
    }

    @Test
    void take_the_last_one_put() {
        digests.put(10, digest(1));
        digests.put(10, digest(2));

        assertThat(digests.between(10, 11)).containsExactly(digest(2));
    }

    @Test
    void are_gone_once_forgotten() {
        digests.put(10, digest(10));
        digests.put(11, digest(11));

        digests.forgetBefore(11);
        assertThat(digests.between(0, 100)).containsExactly(digest(11));

        digests.forgetBefore(100);
        assertThat(digests.between(0, 100)).isEmpty();
    }

    @Test
    void never_answer_for_a_bar_a_whole_memory_away() {
        digests.put(10, digest(10));
        digests.put(10 + 2_048, digest(11));
        assertThat(digests.between(0, 10_000)).containsExactly(digest(11));

        digests.put(1_000_000, digest(12));
        assertThat(digests.between(0, 2_000_000)).containsExactly(digest(12));
    }

    @Test
    void are_independent_of_their_copies() {
        digests.put(10, digest(10));
        BarDigests copy = digests.copy();
        digests.put(11, digest(11));

        assertThat(copy.between(0, 100)).containsExactly(digest(10));
    }

    @Test
    void survive_being_written_and_read() throws IOException {
        digests.put(10, digest(10));
        digests.put(13, digest(13));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        digests.write(new DataOutputStream(bytes));

        BarDigests read = BarDigests.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(read.between(0, 100)).containsExactly(digest(10), digest(13));
        assertThat(bytes.size()).isEqualTo(4 + 2 * 8 + 2 * 32);
    }
}

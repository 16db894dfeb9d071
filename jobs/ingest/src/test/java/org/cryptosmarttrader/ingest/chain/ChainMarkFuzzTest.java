package org.cryptosmarttrader.ingest.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The mark of a chain in the cursors, written by anybody")
class ChainMarkFuzzTest {

    @FuzzTest
    void is_gone_on_from_as_it_was_or_refused_by_name(byte[] bytes) throws IOException {
        ChainMark mark;
        try {
            mark = ChainMark.of(new String(bytes, StandardCharsets.UTF_8), "esplora");
        } catch (IOException refused) {
            assertThat(refused).hasMessageStartingWith("cursors: the mark of esplora is damaged");
            return;
        }
        String words = mark.words();
        assertThat(ChainMark.of(words, "esplora").words()).isEqualTo(words);
        if (!mark.isEmpty()) {
            assertThat(mark.newest().hash()).isNotNull();
            mark.nameOf("id");
            mark.forget(12, 0);
        }
        if (!mark.isEmpty()) {
            mark.drop(1);
        }
    }
}

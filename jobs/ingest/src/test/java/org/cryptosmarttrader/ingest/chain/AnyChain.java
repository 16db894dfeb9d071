package org.cryptosmarttrader.ingest.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.cryptosmarttrader.ingest.facts.chain.TransferFact;
import org.cryptosmarttrader.ingest.net.Reply;
import org.cryptosmarttrader.ingest.net.SourceException;

/** Replies that hold anything, and what holds of what is read out of them. */
final class AnyChain {

    /** Reads a reply. */
    interface Reading {
        void read() throws SourceException;
    }

    private AnyChain() {}

    static Stream<byte[]> bytes(String... texts) {
        return Stream.concat(
                        Stream.of(texts),
                        Stream.of("null", "{}", "[]", "1e999999999", "1e9999999999", "[".repeat(3_000), "\u0000"))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply reply(byte[] body) {
        return new Reply(body, 1, "u", 200, HttpHeaders.of(Map.of(), (name, value) -> true));
    }

    static void isReadOrRefused(String by, Reading reading) {
        try {
            reading.read();
        } catch (SourceException refused) {
            assertThat(refused).hasMessageStartingWith(by);
        }
    }

    static void requirePossible(BlockSeen block) {
        assertThat(block.height()).isNotNegative();
        assertThat(block.time()).isNotNegative();
        assertThat(block.hash()).isNotBlank();
    }

    static void requirePossible(TransferFact fact) {
        assertThat(fact.amount()).isNotNegative().isFinite();
        assertThat(fact.words()).doesNotContainNull();
        assertThat(fact.id()).isNotBlank();
    }
}

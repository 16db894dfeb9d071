package org.cryptosmarttrader.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Json;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The raw log")
class RawLogTest {

    /** 2026-03-01T05:00:00Z. */
    private static final long FIVE = 1_772_341_200_000L;

    private static final byte[] TRADE = "{\"price\":105944.20}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final StillClock clock = new StillClock(FIVE);

    private List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (InputStream in = new ZstdInputStream(Files.newInputStream(folder.resolve(file))).setContinuous(true)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                lines.add(Json.mapper().readTree(line));
            }
        }
        return lines;
    }

    @Test
    void keeps_a_payload_byte_by_byte_under_its_hash_with_the_instant_of_receipt() throws IOException {
        byte[] hash;
        try (RawLog log = new RawLog(folder, clock)) {
            hash = log.keep("kraken", "trade BTC/USD", TRADE);
        }

        JsonNode line = lines("kraken/date=2026-03-01/05-000.jsonl.zst").get(0);
        assertThat(hash).isEqualTo(Sha256.of(TRADE));
        assertThat(line.get("sha256").asText()).isEqualTo(Sha256.hex(hash));
        assertThat(line.get("text").asText()).isEqualTo("{\"price\":105944.20}");
        assertThat(line.get("received_at").asLong()).isEqualTo(FIVE);
        assertThat(line.get("from").asText()).isEqualTo("trade BTC/USD");
    }

    @Test
    void keeps_what_is_no_text_in_base_64() throws IOException {
        byte[] odd = {(byte) 0xc3, 0x28};
        try (RawLog log = new RawLog(folder, clock)) {
            log.keep("kraken", "odd", odd);
        }

        JsonNode line = lines("kraken/date=2026-03-01/05-000.jsonl.zst").get(0);
        assertThat(Base64.getDecoder().decode(line.get("base64").asText())).isEqualTo(odd);
    }

    @Test
    void that_was_flushed_can_be_read_to_its_end_though_nobody_closed_it() throws IOException {
        RawLog log = new RawLog(folder, clock);
        log.keep("kraken", "first", TRADE);
        log.keep("kraken", "second", TRADE);
        log.flush();

        assertThat(lines("kraken/date=2026-03-01/05-000.jsonl.zst"))
                .extracting(line -> line.get("from").asText())
                .containsExactly("first", "second");
        log.close();
    }

    @Test
    void begins_a_file_each_hour_and_at_each_start() throws IOException {
        try (RawLog log = new RawLog(folder, clock)) {
            log.keep("kraken", "first", TRADE);
            clock.set(FIVE + 3_600_000);
            log.keep("kraken", "second", TRADE);
        }
        try (RawLog log = new RawLog(folder, clock)) {
            log.keep("kraken", "third", TRADE);
        }

        assertThat(lines("kraken/date=2026-03-01/05-000.jsonl.zst")).hasSize(1);
        assertThat(lines("kraken/date=2026-03-01/06-000.jsonl.zst")).hasSize(1);
        assertThat(lines("kraken/date=2026-03-01/06-001.jsonl.zst")).hasSize(1);
    }
}

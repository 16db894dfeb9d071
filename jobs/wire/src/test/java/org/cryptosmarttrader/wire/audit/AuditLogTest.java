package org.cryptosmarttrader.wire.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.provenance.HashChain;
import org.cryptosmarttrader.provenance.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The audit log")
class AuditLogTest {

    @TempDir
    Path folder;

    private long now = Instant.parse("2026-03-01T23:59:59Z").toEpochMilli();
    private Path first;
    private Path second;

    @BeforeEach
    void threeLinesOnTwoDays() throws IOException {
        AuditLog log = AuditLog.open(folder, () -> now);
        log.add("start", Map.of("config", "c1"));
        now += 1_000;
        log.add("gate", Map.of("horizon", "1h", "open", true));
        log.add("stop", Map.of());
        first = folder.resolve("2026-03-01.jsonl");
        second = folder.resolve("2026-03-02.jsonl");
    }

    @Test
    void chains_sorted_lines_without_spaces_over_days() throws IOException {
        String zeros = "0".repeat(64);
        String one = "{\"at\":\"2026-03-01T23:59:59Z\",\"details\":{\"config\":\"c1\"},\"previous\":\"" + zeros
                + "\",\"what\":\"start\"}";
        assertThat(Files.readAllLines(first)).containsExactly(one);

        byte[] head = HashChain.next(HashChain.genesis(), one);
        List<String> day = Files.readAllLines(second);
        assertThat(day).hasSize(2);
        assertThat(day.get(0)).contains("\"previous\":\"" + Sha256.hex(head) + "\"");
        head = HashChain.next(HashChain.next(head, day.get(0)), day.get(1));
        assertThat(AuditChain.verify(folder)).isEqualTo(new AuditChain.Whole(3, Sha256.hex(head)));
    }

    @Test
    void shows_every_byte_that_was_altered() throws IOException {
        int altered = 0;
        for (Path file : List.of(first, second)) {
            byte[] whole = Files.readAllBytes(file);
            for (int at = 0; at < whole.length; at++) {
                byte[] bent = whole.clone();
                bent[at] ^= 1;
                Files.write(file, bent);
                assertThatThrownBy(() -> AuditChain.verify(folder))
                        .as("byte %d of %s", at, file)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("audit log");
                altered++;
            }
            Files.write(file, whole);
        }
        System.out.printf("%,d altered bytes, each found%n", altered);
        assertThat(AuditChain.verify(folder).lines()).isEqualTo(3);
    }

    @Test
    void shows_lines_that_were_cut_off_removed_or_added() throws IOException {
        List<String> lines = Files.readAllLines(second);
        Files.write(second, lines.subList(1, 2));
        assertThatThrownBy(() -> AuditChain.verify(folder)).hasMessageContaining("2026-03-02.jsonl, line 1");

        Files.write(second, List.of(lines.get(0), lines.get(1), lines.get(1)));
        assertThatThrownBy(() -> AuditChain.verify(folder)).hasMessageContaining("line 3");

        Files.delete(second);
        assertThatThrownBy(() -> AuditChain.verify(folder)).hasMessageContaining("holds 1 lines");
    }

    @Test
    void goes_on_after_a_crash_between_its_head_and_its_line() throws IOException {
        List<String> lines = Files.readAllLines(second);
        for (int left : List.of(0, 1, 40)) {
            Files.writeString(second, lines.get(0) + "\n" + lines.get(1).substring(0, left));
            AuditLog.open(folder, () -> now);
            assertThat(Files.readAllLines(second)).isEqualTo(lines);
        }

        AuditLog.open(folder, () -> now).add("start", Map.of());
        assertThat(AuditChain.verify(folder).lines()).isEqualTo(4);
    }

    @Test
    void keeps_its_order_when_the_clock_is_set_back() throws IOException {
        now -= 10_000_000;
        AuditLog.open(folder, () -> now).add("start", Map.of());

        assertThat(Files.readAllLines(second)).hasSize(3);
        assertThat(AuditChain.verify(folder).lines()).isEqualTo(4);
    }

    @Test
    void refuses_to_go_on_behind_a_last_line_that_is_another() throws IOException {
        Files.writeString(second, Files.readString(second).replace("stop", "stap"));

        assertThatThrownBy(() -> AuditLog.open(folder, () -> now)).hasMessageContaining("cst audit verify");
    }
}

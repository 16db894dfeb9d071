package org.cryptosmarttrader.ingest.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file of a key and a header of a reply, whatever they are")
class SecretsFuzzTest {

    private static final long LONGEST_WAIT = 999_999_000;

    @TempDir
    static Path folder;

    @FuzzTest
    void are_a_key_that_a_header_can_carry_or_refused_by_name_and_never_shown(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("NEWSAPI_KEY"), bytes);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        try {
            String key = new Secrets(Map.of(), folder).of("NEWSAPI_KEY").orElseThrow();
            HttpRequest.newBuilder(URI.create("http://127.0.0.1/")).header("X-Api-Key", key);
        } catch (IOException refused) {
            String held = new String(bytes, StandardCharsets.UTF_8).strip();
            assertThat(refused).hasMessageStartingWith("key " + file + ": ");
            assertThat(held.length() > 8 && refused.getMessage().contains(held)).isFalse();
        }
        String line = new String(bytes, StandardCharsets.UTF_8);
        HttpHeaders headers = HttpHeaders.of(Map.of("Retry-After", List.of(line)), (name, value) -> true);
        for (int status : new int[] {404, 408, 429, 503}) {
            SourceException refusal = Refusal.byStatus(new Reply(bytes, 1, "u", status, headers), "source");
            assertThat(refusal.retryAfterMillis()).isBetween(0L, LONGEST_WAIT);
        }
    }
}

package org.cryptosmarttrader.wire.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** The first line is the head, the rest are the lines of a day. */
@DisplayName("An audit log that anybody wrote")
class AuditChainFuzzTest {

    private static final String DAY = "2026-03-01.jsonl";

    @TempDir
    static Path folder;

    static Stream<byte[]> logs() throws IOException {
        Path scratch = Files.createTempDirectory("audit");
        AuditLog log = AuditLog.open(scratch, () -> 1_772_366_400_000L);
        log.add("start", Map.of("run", "r1"));
        log.add("stop", Map.of());
        String head = Files.readString(scratch.resolve(AuditChain.HEAD)).replace("\n", "");
        String lines = Files.readString(scratch.resolve(DAY));
        return Stream.of(
                        head + "\n" + lines,
                        head + "\n" + lines.lines().findFirst().orElseThrow() + "\n",
                        head + "\n" + lines.substring(0, lines.length() - 9),
                        head.replace("\"day\"", "\"dag\"") + "\n" + lines,
                        head.replace("2026-03-01", "../\\u0000") + "\n" + lines,
                        head.replaceAll("previous([^0-9a-f]+)[0-9a-f]", "previous$1*") + "\n"
                                + lines.substring(0, lines.length() - 9),
                        head.replaceAll("previous([^0-9a-f]+)[0-9a-f]", "previous$1*")
                                + "\n"
                                + lines.lines().findFirst().orElseThrow()
                                + "\n",
                        "{}\n" + lines,
                        "null\n\n",
                        head + "\n" + lines.replace("start", "\u00ff"),
                        head + "\n\n\n",
                        "{\"day\":\"\",\"hash\":\"\",\"line\":\"\",\"lines\":0}\n",
                        "{\"day\":\"2026-03-01\",\"hash\":\"zz\",\"line\":\"a\",\"lines\":1}\n")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @MethodSource("logs")
    @FuzzTest
    void is_whole_or_refused_by_name(byte[] bytes) throws IOException {
        int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n');
        Files.write(folder.resolve(AuditChain.HEAD), Arrays.copyOf(bytes, Math.max(0, end)));
        Files.write(folder.resolve(DAY), Arrays.copyOfRange(bytes, end + 1, bytes.length));
        boolean isWhole = isRead(() -> AuditChain.verify(folder));
        boolean isOpened = isRead(() -> AuditLog.open(folder, () -> 1_772_366_400_000L));

        // what is whole can be gone on with
        assertThat(isOpened || !isWhole).isTrue();
    }

    /** Looks at the log. */
    private interface Look {
        void at() throws IOException;
    }

    private static boolean isRead(Look look) {
        try {
            look.at();
            return true;
        } catch (IOException refused) {
            assertThat(refused).hasMessageContaining(folder.toString());
            return false;
        }
    }
}

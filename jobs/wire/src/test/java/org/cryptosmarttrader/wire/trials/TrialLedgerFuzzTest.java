package org.cryptosmarttrader.wire.trials;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** The first line is the head, the rest are the lines. */
@DisplayName("A ledger of trials that anybody wrote")
class TrialLedgerFuzzTest {

    @TempDir
    static Path folder;

    static Stream<byte[]> ledgers() throws IOException {
        Path scratch = Files.createTempDirectory("ledger");
        TrialLedger ledger = new TrialLedger(scratch);
        ledger.add(trial("t1"));
        ledger.add(trial("t2"));
        String head = Files.readString(scratch.resolve("head.json")).replace("\n", "");
        String lines = Files.readString(scratch.resolve(TrialLedger.LINES));
        return Stream.of(
                        head + "\n" + lines,
                        head + "\n" + lines.replace("t2", "t3"),
                        head + "\n" + lines.substring(0, lines.length() - 9),
                        head.replace("2", "-1") + "\n" + lines,
                        head + "\n" + lines.replace("\"id\":\"t1\",", ""),
                        head + "\n" + lines.replace("\"horizons\":[\"24h\"],", ""),
                        "{\"lines\":0}\n",
                        "{}\n{}\n",
                        "null\n" + lines,
                        head + "\nnull\n",
                        head + "\n" + lines.replace("auc", "\u00ff"),
                        head + "\n{\"number\":1,\"previous\":\"\"}\n")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Trial trial(String id) {
        return new Trial(
                id,
                Trial.TRAIN,
                "test",
                "00",
                "00",
                "2021-01-01",
                "2022-01-01",
                List.of("24h"),
                new TreeMap<>(),
                null,
                new TreeMap<>(Map.of("auc", 0.5)),
                null,
                null);
    }

    @MethodSource("ledgers")
    @FuzzTest
    void is_whole_or_refused_by_name(byte[] bytes) throws IOException {
        int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n');
        Files.write(folder.resolve("head.json"), Arrays.copyOf(bytes, Math.max(0, end)));
        Files.write(folder.resolve(TrialLedger.LINES), Arrays.copyOfRange(bytes, end + 1, bytes.length));
        try {
            TrialLedger.Content content = new TrialLedger(folder).read();
            assertThat(content.trials()).doesNotContainNull().hasSizeLessThanOrEqualTo(content.lines());
        } catch (IOException refused) {
            assertThat(refused).hasMessageContaining(folder.toString());
        }
    }
}

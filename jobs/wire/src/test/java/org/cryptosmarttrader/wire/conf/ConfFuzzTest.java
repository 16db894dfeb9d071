package org.cryptosmarttrader.wire.conf;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** The first line names the file, the rest is what stands in it. */
@DisplayName("A file of conf/ that anybody wrote")
class ConfFuzzTest {

    private static final Path CONF = Path.of("../../conf");

    private static final List<String> FILES = List.of(
            "cst",
            "sources",
            "features",
            "facts",
            "horizons",
            "gates",
            "execution",
            "risk",
            "strategy",
            "ingest",
            "chain",
            "coins",
            "trading");

    @TempDir
    static Path folder;

    @BeforeAll
    static void copy() throws IOException {
        for (String name : FILES) {
            restore(name);
        }
    }

    private static void restore(String name) throws IOException {
        Files.copy(CONF.resolve(name + ".yaml"), file(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path file(String name) {
        return folder.resolve(name + ".yaml");
    }

    static Stream<byte[]> files() {
        return Stream.concat(
                FILES.stream().map(ConfFuzzTest::own),
                Stream.of(
                                "risk\na: &a [1, 2]\nb: *a\n",
                                "execution\ncapital: {USD: 1e999999999}\n",
                                "execution\ncapital: {USD: .inf}\nfees: [[0, .nan], [1, 0x_]]\n",
                                "gates\nconfidence: {minimum: .nan}\n",
                                "horizons\nhorizons: [24h, 25h, -1h, 1e9h]\n",
                                "coins\ncoins:\n  - {symbol: BTC, name: Bitcoin, from: +300000000-01-01T00:00:00Z}\n",
                                "cst\n" + "[".repeat(3_000),
                                "cst\n? [a]\n: b\n",
                                "trading\nmode: LIVE\norder: {deadline: 1s, farthest: 2, oldest: -1s}\n",
                                "ingest\nkraken: {rest: 'host/path', socket: 'ws:opaque'}\n",
                                "ingest\nkraken: {rest: \"http://[\"}\n")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] own(String name) {
        try {
            return (name + "\n" + Files.readString(CONF.resolve(name + ".yaml"))).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @MethodSource("files")
    @FuzzTest
    void is_read_or_refused_with_all_its_faults(byte[] bytes) throws IOException {
        int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n');
        String name = end < 0 ? "" : new String(bytes, 0, end, StandardCharsets.UTF_8);
        if (!FILES.contains(name)) {
            return;
        }
        Files.write(file(name), Arrays.copyOfRange(bytes, end + 1, bytes.length));
        try {
            switch (name) {
                case "ingest", "coins" -> IngestReader.read(folder, Map.of());
                case "chain" -> ChainReader.read(folder);
                case "trading" -> VenueReader.read(folder, Map.of());
                default -> Configuration.read(folder, Map.of());
            }
        } catch (ConfException refused) {
            assertThat(refused).hasMessageContaining("conf/" + name + ".yaml");
        } finally {
            restore(name);
        }
    }
}

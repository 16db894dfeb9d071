package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.Cst;
import org.cryptosmarttrader.app.Marketplace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The room is taken by the operating system's limit of a file's size, which any user may lower for a program of theirs. */
@DisplayName("cst import without room to write")
class FullDiskITCase {

    private static final Path BASH = Path.of("/bin/bash");

    /** Enough for the files as received, not for a day of their trades together. */
    private static final int KILOBYTES_PER_FILE = 1_500;

    private static final int FILES = 8;
    private static final int TRADES = 20_000;

    @TempDir
    Path folder;

    private Marketplace market;

    @BeforeEach
    void an_archive_and_a_day_of_trades() throws IOException {
        market = new Marketplace(folder);
        market.file("XBTUSD.csv", "1615766400,50000,0.5");
        assertThat(market.imports("--format", "kraken-trades").exit()).isZero();
        for (int file = 0; file < FILES; file++) {
            market.file("C%dUSD.csv".formatted(file), trades(new Random(file)));
        }
    }

    private static String[] trades(Random random) {
        return IntStream.range(0, TRADES)
                .mapToObj(trade ->
                        "%d,%s,%s".formatted(1_615_766_400 + trade, random.nextDouble() + 1, random.nextDouble() + 1))
                .toArray(String[]::new);
    }

    @Test
    void is_refused_and_leaves_the_archive_as_it_was() throws Exception {
        assumeTrue(Files.isExecutable(BASH), "needs bash for its ulimit");
        Map<String, String> before = market.archiveBytes();

        Process limited = importWithLimit();

        assertThat(limited.waitFor()).isEqualTo(1);
        assertThat(folder.resolve("err"))
                .hasContent(
                        "archive %s: no room to write (File too large); make room and run the command again; nothing was changed"
                                .formatted(market.archive()));
        assertThat(folder.resolve("out")).isEmptyFile();
        assertThat(market.archiveBytes()).isEqualTo(before);

        Answer again = market.imports("--format", "kraken-trades", "--json");
        assertThat(again.json().get("totals").get("added").asInt()).isEqualTo(FILES * TRADES);
    }

    private Process importWithLimit() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                BASH.toString(),
                "-c",
                "ulimit -f %d && exec \"$@\"".formatted(KILOBYTES_PER_FILE),
                "limited",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dcst.home=" + Answer.home(),
                "-Djava.io.tmpdir=" + folder,
                "-Dlog4j2.configurationFile=" + Answer.home().resolve("conf/logging.xml"),
                "-Dcst.logs=" + folder.resolve("logs"),
                "-cp",
                System.getProperty("java.class.path"),
                Cst.class.getName(),
                "import",
                "--from",
                market.input().toString(),
                "--archive",
                market.archive().toString(),
                "--format",
                "kraken-trades"));
        return builder.redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }
}

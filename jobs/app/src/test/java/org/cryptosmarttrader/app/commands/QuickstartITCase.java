package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cryptosmarttrader.app.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cst quickstart")
class QuickstartITCase {

    @TempDir
    private Path folder;

    @Tag("long")
    @Test
    void ends_in_a_summary_a_newcomer_understands_and_can_be_run_again() throws IOException {
        Path out = folder.resolve("quickstart");
        for (int run = 0; run < 2; run++) {
            Answer answer = Answer.to("quickstart", "--out", out.toString());

            assertThat(answer.exit()).as(answer.out() + answer.err()).isZero();
            assertThat(answer.out())
                    .contains("[########################] 6/6 parity")
                    .contains("left out horizon 168h: 2016 bars of 5 minutes")
                    .contains("GATED    No trade: the gates let no verdict through")
                    // how many depends on the catalogue
                    .containsPattern(
                            "Files and Kafka gave the same, bit by bit: 1\\d,\\d{3} rows with \\d{2,3},\\d{3} finite");
        }
        assertThat(Files.readString(out.resolve("log/6-parity.txt"))).contains("equal, bit by bit");
        assertThat(Files.readString(out.resolve("log/1-import.txt")))
                .startsWith("./cst import ")
                .containsPattern("--from '[^']+\\.jar!bitstamp_trades_from_20131125_usd\\.csv'");
        assertThat(out.resolve("backtest/report.html")).isNotEmptyFile();
        assertThat(Files.readString(out.resolve("log/4-backtest.txt")))
                .containsPattern(
                        "RESEARCH +USD: Sharpe ratio -?\\d+\\.\\d+ a year; of 2 trials, more than luck with – \\(deflated\\)");
        assertThat(Answer.to(
                                "trials",
                                "verify",
                                "--archive",
                                out.resolve("archive").toString())
                        .out())
                .contains("whole: 2 lines, 2 trials");
        assertThat(Answer.to("status", "--out", out.resolve("backtest").toString())
                        .out())
                .containsPattern("training +\\d+\\.\\d%");
    }

    @Test
    void leaves_a_folder_alone_that_it_has_not_made() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        Answer answer = Answer.to("quickstart", "--out", folder.toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("is there already and no quickstart made it; name another folder with --out");
        assertThat(folder.resolve("mine.txt")).hasContent("mine");
    }
}

package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.wire.trials.Trial;
import org.cryptosmarttrader.wire.trials.TrialLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cst trials")
class TrialsCommandTest {

    @TempDir
    Path archive;

    @BeforeEach
    void twoTrials() throws IOException {
        TrialLedger ledger = TrialLedger.ofArchive(archive);
        SortedMap<String, Trial.Figures> lanes = new TreeMap<>();
        lanes.put("RESEARCH", new Trial.Figures(720, 0.0123, 0.0, 3.0, -0.0456));
        lanes.put("GATED", new Trial.Figures(720, null, null, null, 0.0));
        ledger.add(trial("backtest-4711", Trial.BACKTEST, new TreeMap<>(Map.of("USD", lanes)), null));
        ledger.add(trial("24h-forest-1", Trial.TRAIN, null, new TreeMap<>(Map.of("auc", 0.5234))));
    }

    private static Trial trial(
            String id,
            String kind,
            SortedMap<String, SortedMap<String, Trial.Figures>> accounts,
            SortedMap<String, Double> scores) {
        return new Trial(
                id,
                kind,
                "cst",
                "c",
                "content",
                "2021-03-01T00:00:05Z",
                "2021-03-31T00:00:05Z",
                List.of("24h"),
                new TreeMap<>(),
                accounts,
                scores,
                null,
                null);
    }

    @Test
    void list_prints_each_with_what_came_of_it() throws IOException {
        Answer answer = Answer.to("trials", "list", "--archive", archive.toString(), "--json");

        assertThat(answer.exit()).isZero();
        assertThat(answer.out())
                .containsPattern("backtest backtest-4711 +2021-03-01 to 2021-03-31  24h  RESEARCH USD -4.56 % in 720 h")
                .contains("Sharpe ratio 0.0123 an hour")
                .containsPattern("train +24h-forest-1.*auc 0.5234")
                .contains("2 trials in 2 lines")
                .doesNotContain("GATED USD");
        assertThat(answer.json().get("trials")).hasSize(2);
    }

    @Test
    void verify_finds_the_ledger_whole() throws IOException {
        Answer answer = Answer.to(
                "trials", "verify", "--trials", archive.resolve("trials").toString(), "--json");

        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).contains("whole: 2 lines, 2 trials, head ");
        assertThat(answer.json().get("lines").asInt()).isEqualTo(2);
    }

    @Test
    void verify_names_what_was_altered() throws IOException {
        Path lines = archive.resolve("trials/trials.jsonl");
        Files.writeString(lines, Files.readString(lines).replace("-0.0456", "0.0456"));

        Answer answer = Answer.to("trials", "verify", "--archive", archive.toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("trial ledger " + lines + ": line 2 does not follow from line 1");
    }

    @Test
    void asks_which_ledger_is_meant() {
        assertThat(Answer.to("trials", "list").exit()).isEqualTo(2);
        assertThat(Answer.to("trials", "list").err()).contains("name --archive DIR or --trials DIR");
        assertThat(Answer.to("trials").exit()).isEqualTo(2);
    }
}

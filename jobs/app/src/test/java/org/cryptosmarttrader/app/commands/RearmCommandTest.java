package org.cryptosmarttrader.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.runs.AnnouncementArchive;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.runs.RunManifest.Rearming;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("cst rearm")
class RearmCommandTest {

    @TempDir
    Path root;

    private Answer rearm(String lane, String name, String... more) {
        List<String> words = new ArrayList<>(
                List.of("rearm", "--lane", lane, "--quote", "USD", "--name", name, "--reason", "the feed was wrong"));
        words.addAll(List.of(more));
        return Answer.to(words.toArray(String[]::new));
    }

    private Path archive() {
        return root.resolve("announcements");
    }

    private static Rearming rearming(String lane, String from) {
        return new Rearming(lane, "USD", Instant.parse(from).toEpochMilli());
    }

    @Test
    void files_an_account_for_an_instant_beside_those_filed_before() throws IOException {
        String out = archive().toString();
        Answer answer = rearm("RESEARCH", "A. Person", "--from", "2022-03-01T12:00:05Z", "--out", out, "--json");
        rearm("GATED", "A. Person", "--from", "2022-03-01T10:00:05Z", "--out", out);

        assertThat(answer.exit()).isZero();
        assertThat(answer.json().get("from").asText()).isEqualTo("2022-03-01T12:00:05Z");
        assertThat(answer.json().get("name").asText()).isEqualTo("A. Person");
        assertThat(AnnouncementArchive.rearmings(archive()))
                .containsExactly(
                        rearming("GATED", "2022-03-01T10:00:05Z"), rearming("RESEARCH", "2022-03-01T12:00:05Z"));
        assertThat(AnnouncementArchive.activations(archive())).isEmpty();
        assertThat(Archive.open(archive()).files(EventKind.REARM)).hasSize(2).allMatch(file -> file.path()
                .startsWith("kind=rearm/date=2022-03-01/"));
    }

    @Test
    void asks_who_decides_it() {
        Answer answer = rearm(
                "RESEARCH", " ", "--from", "2022-03-01", "--out", archive().toString());

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err())
                .contains("re-arming RESEARCH USD: name ' ', reason 'the feed was wrong'; both must be given");
        assertThat(Files.exists(archive())).isFalse();
    }

    @Test
    void asks_for_a_lane_there_is() {
        Answer answer = rearm(
                "PAPER", "A. Person", "--from", "2022-03-01", "--out", archive().toString());

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("'--lane'").contains("GATED, RESEARCH");
    }

    @Test
    void asks_where_to_say_it_and_of_an_archive_when() {
        Answer nowhere = rearm("RESEARCH", "A. Person", "--from", "2022-03-01");
        Answer never = rearm("RESEARCH", "A. Person", "--out", archive().toString());

        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err())
                .contains("nowhere to say it; name a broker with --bootstrap or an archive with --out");
        assertThat(never.exit()).isEqualTo(2);
        assertThat(never.err()).contains("an archive does not know the time; name the instant with --from");
    }
}

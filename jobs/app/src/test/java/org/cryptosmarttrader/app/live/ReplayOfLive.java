package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.cryptosmarttrader.app.Answer;

/** What a user would do to check a live run: make an archive of what it was sent, replay it, compare. */
final class ReplayOfLive {

    private ReplayOfLive() {}

    /**
     * Fails if a row differs.
     *
     * @param live output of the live run
     * @param folder for the archive and the replay's output
     * @param begin genesis of the live run
     * @param lastTick decision instant of the last rows compared
     * @return rows compared
     */
    static long requireEqual(Path live, Path folder, Instant begin, Instant lastTick) throws IOException {
        String archive = folder.resolve("archive").toString();
        String replay = folder.resolve("replay").toString();
        take("archive", "--run", live.toString(), "--archive", archive);
        take(
                "replay",
                "--archive",
                archive,
                "--genesis",
                begin.toString(),
                "--from",
                begin.toString(),
                "--until",
                lastTick.toString(),
                "--set",
                "sources.feeds=[{pairs: '*/USD', feed: 'kraken:trade'}]",
                "--out",
                replay);
        Answer parity = take("parity", live.toString(), replay, "--until", lastTick.toString(), "--json");
        System.out.println(parity.out());
        long rows = 0;
        for (JsonNode dataset : parity.json().get("datasets")) {
            rows += dataset.get("rows").asLong();
        }
        return rows;
    }

    private static Answer take(String... words) {
        Answer answer = Answer.to(words);
        assertThat(answer.exit()).as(answer.out() + answer.err()).isZero();
        return answer;
    }
}

package org.cryptosmarttrader.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.app.Answer;

/** What a user would do to check a live run. */
final class ReplayOfLive {

    private ReplayOfLive() {}

    /**
     * Fails if a row differs.
     *
     * @param live output of the live run
     * @param past the archive it began with
     * @param folder for the archive and the replay's output
     * @param lastTick decision instant of the last rows compared
     * @return rows compared, by dataset
     */
    static SortedMap<String, Long> requireEqual(Path live, Path past, Path folder, Instant lastTick)
            throws IOException {
        Answer verified = Answer.to(
                "verify",
                "--run",
                live.toString(),
                "--archive",
                past.toString(),
                "--out",
                folder.resolve("verified").toString(),
                "--until",
                lastTick.toString(),
                "--json");
        System.out.println(verified.out());
        assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
        SortedMap<String, Long> rows = new TreeMap<>();
        for (JsonNode dataset : verified.json().get("datasets")) {
            rows.put(dataset.get("dataset").asText(), dataset.get("rows").asLong());
        }
        return rows;
    }
}

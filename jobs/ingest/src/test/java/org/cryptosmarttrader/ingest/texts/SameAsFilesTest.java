package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.ingest.facts.FactImport;
import org.cryptosmarttrader.ingest.facts.texts.TextLayout;
import org.cryptosmarttrader.ingest.facts.texts.TextSettings;
import org.cryptosmarttrader.texts.TextAvailability;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.TickReader;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A text that was heard")
class SameAsFilesTest {

    private static final String TITLE = "Bitcoin & Ethereum are great: $ETH up 5 %, see https://x.example/y";

    @TempDir
    Path folder;

    @Test
    void is_the_event_a_file_of_it_makes() throws Exception {
        EventBlock heard;
        List<EventBlock> imported;
        try (WebScene web = new WebScene(folder.resolve("web"))) {
            web.tells(
                    "{\"articles\":[{\"url\":\"https://a.example/1\",\"title\":\"%s\",\"seendate\":\"20251110T141500Z\"}]}"
                            .formatted(TITLE));
            web.poll(new Gdelt(
                            new TextSourceSettings.Gdelt(web.calls(1), WebScene.polls(3), "bitcoin", 6_000),
                            web.live()))
                    .once();
            heard = web.events().get(0);
            imported = imported(new TextSettings(
                    "jsonl",
                    "gdelt",
                    "news",
                    Optional.empty(),
                    new TextAvailability(0),
                    web.reading().coins()));
        }

        EventBlock same = imported.get(0);
        assertThat(heard.words()).containsExactly(same.words());
        assertThat(heard.values()).containsExactly(same.values());
        assertThat(heard.sequence(0)).isEqualTo(same.sequence(0));
        assertThat(heard.eventTime(0)).isEqualTo(same.eventTime(0));
        assertThat(heard.source()).isEqualTo(same.source());
        assertThat(heard.intervalMillis()).isEqualTo(same.intervalMillis());
    }

    private List<EventBlock> imported(TextSettings settings) throws Exception {
        Path file = Files.writeString(
                folder.resolve("texts.jsonl"),
                "{\"id\":\"https://a.example/1\",\"url\":\"https://a.example/1\",\"published_at\":\"2025-11-10T14:15:00Z\",\"text\":\"%s\"}%n"
                        .formatted(TITLE));
        Path archive = folder.resolve("archive");
        new FactImport(archive, new TextLayout(settings), false).run(List.of(file.toString()), progress -> {});
        List<EventBlock> events = new ArrayList<>();
        try (TickReader reader = new TickReader(
                List.of(Archive.open(archive)),
                bucket -> true,
                pair -> true,
                0,
                Long.MAX_VALUE / 2,
                new TickGrid(5 * TickGrid.MINUTE, 0))) {
            for (TickReader.Tick tick = reader.next(); tick != null; tick = reader.next()) {
                events.addAll(tick.blocks());
            }
        }
        return events;
    }
}

package org.cryptosmarttrader.ingest.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.facts.FactMemory;
import org.cryptosmarttrader.facts.FactRules;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.TextSourceSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Hours listened to, as features see them")
class ListenedHoursTest {

    private static final TickGrid GRID = new TickGrid(TickGrid.HOUR, 5_000);
    private static final FactRules RULES = new FactRules(GRID, "vader-en", 1_000_000, new TreeMap<>());

    @TempDir
    Path folder;

    private final FactMemory memory = new FactMemory();

    /** Texts of the last 24 hours, NaN if an hour was not listened to. */
    private double countAt(long tick, List<EventBlock> events) {
        memory.fold(tick, events, (asset, at) -> Double.NaN, RULES);
        return memory.facts("", tick, RULES).texts("news").count24();
    }

    @Test
    void are_known_to_be_whole_five_seconds_after_their_end_and_silence_is_then_zero() throws Exception {
        try (WebScene web = new WebScene(folder, Instant.parse("2025-11-10T13:52:00Z"))) {
            web.tells(
                    "{\"articles\":[{\"url\":\"https://a.example/1\",\"title\":\"Bitcoin\",\"seendate\":\"20251110T134500Z\"}]}");
            TextPoll poll = web.poll(new Gdelt(
                    new TextSourceSettings.Gdelt(web.calls(1), WebScene.polls(3), "bitcoin", 6_000), web.live()));
            Slots slots = new Slots(15 * TickGrid.MINUTE, 0, poll, web.clock);

            slots.once();
            slots.once();
            long tick = Instant.parse("2025-11-10T14:00:05Z").toEpochMilli();
            assertThat(countAt(tick, web.events()))
                    .as("it listened for eight minutes only")
                    .isNaN();
            for (int hour = 1; hour <= 24; hour++) {
                for (int quarter = 0; quarter < 4; quarter++) {
                    slots.once();
                }
                tick += TickGrid.HOUR;
                assertThat(web.clock.millis()).isEqualTo(tick - 5_000);
                double count = countAt(tick, web.events());
                if (hour < 24) {
                    assertThat(count).isNaN();
                } else {
                    assertThat(count).as("the one text is older").isZero();
                }
            }
        }
    }
}

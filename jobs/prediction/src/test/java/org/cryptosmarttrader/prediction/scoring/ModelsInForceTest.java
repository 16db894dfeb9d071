package org.cryptosmarttrader.prediction.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.prediction.Settings;
import org.cryptosmarttrader.prediction.scoring.ModelsInForce.Active;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.models.Cards;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Models in force")
class ModelsInForceTest {

    private final Map<String, EventBlock> announced = new TreeMap<>();
    private final ModelsInForce inForce = new ModelsInForce();

    private void announce(long at, String role, String member, String model) {
        announce(at, role, member, model, "up");
    }

    private void announce(long at, String role, String member, String model, String statement) {
        byte[] onnx = model.getBytes(StandardCharsets.UTF_8);
        ModelAnnouncement announcement = new ModelAnnouncement(
                role,
                "file:///" + model,
                Cards.named(
                        member,
                        Cards.stating(statement, Cards.of(Settings.until(0).catalog(), "24h", onnx))));
        announced.put(at + " " + announced.size(), announcement.event(at, announced.size() + 1L));
    }

    private List<String> at(long instant) throws IOException {
        return inForce.at(instant, announced.entrySet()).getOrDefault("24h", List.of()).stream()
                .map(ModelsInForceTest::text)
                .toList();
    }

    private static String text(Active active) {
        return "%s %s"
                .formatted(
                        active.announcement().role(),
                        active.announcement().address().substring(8));
    }

    @Test
    void are_the_last_of_each_member_by_the_time_they_became_available() throws IOException {
        announce(20, "champion", "forest", "newer");
        announce(10, "champion", "forest", "older");
        announce(15, "champion", "boosted", "boosted");

        assertThat(at(9)).isEmpty();
        assertThat(at(10)).containsExactly("champion older");
        assertThat(at(19)).containsExactly("champion older", "champion boosted");
        assertThat(at(20)).containsExactly("champion newer", "champion boosted");
    }

    @Test
    void stand_with_the_forest_first_and_challengers_last() throws IOException {
        announce(1, "challenger", "boosted", "rival");
        announce(1, "champion", "logistic", "linear");
        announce(1, "champion", "boosted", "boosted");
        announce(1, "champion", "forest", "trees");

        assertThat(at(1)).containsExactly("champion trees", "champion boosted", "champion linear", "challenger rival");
    }

    @Test
    void of_a_statement_are_told_apart_and_the_one_of_its_name_leads() throws IOException {
        announce(1, "champion", "another", "another", "beyond_1");
        announce(1, "champion", "beyond_1", "moves", "beyond_1");
        announce(1, "champion", "forest", "trees");
        announce(1, "champion", "boosted", "boosted");
        announce(1, "challenger", "beyond_1", "rival", "beyond_1");

        List<Active> all = inForce.at(1, announced.entrySet()).get("24h");

        assertThat(ModelsInForce.about("up", all))
                .extracting(ModelsInForceTest::text)
                .containsExactly("champion trees", "champion boosted");
        assertThat(ModelsInForce.about("beyond_1", all))
                .extracting(ModelsInForceTest::text)
                .containsExactly("champion moves", "champion another", "challenger rival");
        assertThat(ModelsInForce.about("outperforms", all)).isEmpty();
    }

    @Test
    void hold_a_promoted_challenger_once_and_the_one_it_replaced_no_more() throws IOException {
        announce(1, "champion", "forest", "old");
        announce(2, "challenger", "forest", "new");
        announce(3, "champion", "forest", "new");

        assertThat(at(2)).containsExactly("champion old", "challenger new");
        assertThat(at(3)).containsExactly("champion new");
    }

    @Test
    void return_to_an_older_champion_when_it_is_announced_again() throws IOException {
        announce(1, "champion", "forest", "old");
        announce(2, "challenger", "forest", "new");
        announce(3, "champion", "forest", "new");
        announce(4, "champion", "forest", "old");

        assertThat(at(4)).containsExactly("champion old", "challenger new");
    }

    @Test
    void know_a_card_that_was_put_in_the_place_of_the_one_announced() throws Exception {
        announce(1, "champion", "forest", "honest");
        EventBlock honest = announced.get("1 0");
        String flattered =
                honest.word(0, EventKind.ANNOUNCEMENT).replace("\"climatology\":0.5,", "\"climatology\":0.99,");
        assertThat(flattered).isNotEqualTo(honest.word(0, EventKind.ANNOUNCEMENT));
        announced.put("2 swapped", withWords(honest, 2, flattered));

        assertThat(lead(1).hasItsCard()).isTrue();
        lead(1).requireItsCard();
        assertThat(lead(2).announcement().card().climatology()).isEqualTo(0.99);
        assertThatExceptionOfType(TamperedModelException.class)
                .isThrownBy(() -> lead(2).requireItsCard())
                .withMessageStartingWith("model file:///honest: its card has SHA-256 ")
                .withMessageContaining("the one announced had " + Sha256.hex(honest.payloadHash(0)));
    }

    private Active lead(long instant) throws IOException {
        return inForce.at(instant, announced.entrySet()).get("24h").get(0);
    }

    private static EventBlock withWords(EventBlock event, long availableAt, String announcement) {
        return new EventBlock(
                EventKind.MODEL,
                event.source(),
                "",
                0,
                event.availability(),
                event.sequences(),
                event.eventTimes(),
                new long[] {availableAt},
                new double[0],
                event.payloadHashes(),
                announcement);
    }

    @Test
    void leave_out_roles_this_program_does_not_know() throws IOException {
        announce(1, "emperor", "forest", "mad");

        assertThat(at(1)).isEmpty();
    }

    @Test
    void need_every_announcement_that_counts_or_may_count_again() throws IOException {
        announce(1, "champion", "forest", "first");
        announce(2, "champion", "forest", "old");
        announce(3, "challenger", "forest", "new");
        announce(4, "champion", "forest", "new");

        assertThat(inForce.needed(4, announced.entrySet())).containsExactlyInAnyOrder(3L, 4L);
    }
}

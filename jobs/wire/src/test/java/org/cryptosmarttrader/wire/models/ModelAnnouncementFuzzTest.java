package org.cryptosmarttrader.wire.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.wire.Json;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The word of an event that announces a model")
class ModelAnnouncementFuzzTest {

    static Stream<byte[]> words() {
        ModelCard card = Cards.of(List.of("a", "b"), "0".repeat(64), "24h", new byte[] {1});
        String whole = Json.write(new ModelAnnouncement(ModelAnnouncement.CHAMPION, "file:///m/forest.onnx", card));
        return Stream.of(
                        whole,
                        whole.replace("\"role\":\"champion\"", "\"role\":\"emperor\""),
                        whole.replace("\"role\":\"champion\"", "\"role\":null"),
                        whole.replace("\"features\":[\"a\",\"b\"],", ""),
                        whole.replace("\"trainedAsOf\":0", "\"trainedAsOf\":1e99"),
                        "{\"role\":\"champion\"}",
                        "null",
                        "{}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("words")
    @FuzzTest
    void is_an_announcement_that_comes_back_as_it_was_or_is_refused(byte[] bytes) throws IOException {
        EventBlock event = event(new String(bytes, StandardCharsets.UTF_8));
        ModelAnnouncement announced;
        try {
            announced = ModelAnnouncement.of(event);
        } catch (IOException refused) {
            assertThat(refused).hasMessageStartingWith("model event available 7: ");
            return;
        }
        announced.hasKnownRole();
        assertThat(announced.address()).isNotNull();
        assertThat(announced.card().features()).isNotNull();
        assertThat(ModelAnnouncement.cardHash(event)).hasSize(EventBlock.HASH_BYTES);
        String again = Json.write(announced);

        assertThat(Json.write(ModelAnnouncement.of(event(again)))).isEqualTo(again);
    }

    private static EventBlock event(String word) {
        return new EventBlock(
                EventKind.MODEL,
                ModelAnnouncement.SOURCE,
                "",
                0,
                Availability.RECORDED,
                new long[] {1},
                new long[] {5},
                new long[] {7},
                new double[0],
                new byte[EventBlock.HASH_BYTES],
                word);
    }
}

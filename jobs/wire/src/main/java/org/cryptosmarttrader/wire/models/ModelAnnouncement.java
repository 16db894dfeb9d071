package org.cryptosmarttrader.wire.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.cryptosmarttrader.domain.Availability;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.Required;

/**
 * Says that a model may be used. The model itself does not travel, its address and hash do; the card does.
 *
 * @param role {@link #CHAMPION} reaches verdicts, {@link #CHALLENGER} forecasts beside the champion of its member
 * @param address URI of the ONNX file, reachable by every TaskManager
 */
public record ModelAnnouncement(
        @Required String role,
        @Required String address,
        @Required ModelCard card) {

    public static final String CHAMPION = "champion";
    public static final String CHALLENGER = "challenger";

    /** Source id of model events. */
    public static final String SOURCE = "models";

    /** Whether this program knows what to do with the role; a model of another role is not used. */
    public boolean hasKnownRole() {
        return role.equals(CHAMPION) || role.equals(CHALLENGER);
    }

    /**
     * The event that announces the model.
     *
     * @param availableAt instant from which it may be used, not before it was trained
     * @param sequence order among the models announced for one instant
     */
    public EventBlock event(long availableAt, long sequence) {
        return new EventBlock(
                EventKind.MODEL,
                SOURCE,
                "",
                0,
                Availability.RECORDED,
                new long[] {sequence},
                new long[] {card.trainedAsOf()},
                new long[] {availableAt},
                new double[0],
                Sha256.of(Json.write(card).getBytes(StandardCharsets.UTF_8)),
                Json.write(this));
    }

    /** @throws IOException if the event's word is not an announcement */
    public static ModelAnnouncement of(EventBlock event) throws IOException {
        return of(event.word(0, EventKind.ANNOUNCEMENT), what(event));
    }

    /**
     * @param word of an event, as it was recorded
     * @param what it is, for the message
     * @throws IOException if the word is not an announcement
     */
    public static ModelAnnouncement of(String word, String what) throws IOException {
        return Json.read(word, ModelAnnouncement.class, what);
    }

    private static String what(EventBlock event) {
        return "model event available " + event.availableAt(0);
    }

    /**
     * SHA-256 of the card in an event's words, as they stand there; the event's payload hash unless somebody put another
     * card in its place.
     *
     * @throws IOException if the event's word is not an announcement
     */
    public static byte[] cardHash(EventBlock event) throws IOException {
        return cardHash(event.word(0, EventKind.ANNOUNCEMENT), what(event));
    }

    /**
     * The same of an announcement's text.
     *
     * @param what it is, for the error
     */
    public static byte[] cardHash(String announcement, String what) throws IOException {
        JsonNode card = Json.read(announcement, JsonNode.class, what).path("card");
        return Sha256.of(Json.write(card).getBytes(StandardCharsets.UTF_8));
    }
}

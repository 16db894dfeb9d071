package org.cryptosmarttrader.ingest.texts;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.ingest.facts.Fact;
import org.cryptosmarttrader.ingest.facts.texts.TextIdentity;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;

/**
 * Which texts were seen of late, and how they read then, so that an edited one is told from a repeated one. Not thread-safe; of
 * one source.
 */
final class SeenTexts {

    /** As long as the writer of the topic remembers texts. */
    private static final long KEPT_MILLIS = 3 * TickGrid.DAY;

    /** Id, text, second last seen. */
    private static final int BYTES = Long.BYTES + Long.BYTES + Integer.BYTES;

    private record Seen(long text, long at) {}

    private final TreeMap<Long, Seen> seen = new TreeMap<>();
    private final IngestClock clock;

    SeenTexts(IngestClock clock) {
        this.clock = clock;
    }

    /**
     * Notes a text.
     *
     * @return the id under which it is an item of its own: the source's, or for an edited text one made of both; empty if it
     *     was seen before
     */
    Optional<String> take(String group, LiveText text) {
        String hash = TextIdentity.hash(text.text());
        return isKnown(group, text.id(), hash)
                .map(same -> same ? Optional.<String>empty() : edited(group, text.id(), hash))
                .orElseGet(() -> Optional.of(text.id()));
    }

    private Optional<String> edited(String group, String id, String hash) {
        String edited = TextIdentity.edited(id, hash);
        return isKnown(group, edited, hash).isPresent() ? Optional.empty() : Optional.of(edited);
    }

    /** Whether the id was seen with this text; empty if it was not seen, and now is. */
    private Optional<Boolean> isKnown(String group, String id, String hash) {
        long key = Fact.sequenceOf(TextIdentity.of(group, id));
        long text = ByteBuffer.wrap(Sha256.parse(hash)).getLong();
        Seen known = seen.get(key);
        seen.put(key, new Seen(known == null ? text : known.text(), clock.millis()));
        return known == null ? Optional.empty() : Optional.of(known.text() == text);
    }

    /** Forgets what was not seen for days, and says the rest in a word. */
    String words() {
        seen.values().removeIf(each -> each.at() < clock.millis() - KEPT_MILLIS);
        ByteBuffer bytes = ByteBuffer.allocate(seen.size() * BYTES);
        seen.forEach((key, each) ->
                bytes.putLong(key).putLong(each.text()).putInt((int) TimeUnit.MILLISECONDS.toSeconds(each.at())));
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /** @throws IllegalArgumentException if the word is none of {@link #words} */
    static SeenTexts of(String words, IngestClock clock) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(words));
        if (bytes.remaining() % BYTES != 0) {
            throw new IllegalArgumentException(
                    "seen texts: %d bytes, expected a multiple of %d; begin anew".formatted(bytes.remaining(), BYTES));
        }
        SeenTexts texts = new SeenTexts(clock);
        while (bytes.hasRemaining()) {
            long key = bytes.getLong();
            long text = bytes.getLong();
            texts.seen.put(key, new Seen(text, TimeUnit.SECONDS.toMillis(bytes.getInt())));
        }
        return texts;
    }
}

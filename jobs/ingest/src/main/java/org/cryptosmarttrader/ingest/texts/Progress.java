package org.cryptosmarttrader.ingest.texts;

import java.io.IOException;
import java.util.Optional;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.wire.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a source was read.
 *
 * @param at beginning of the last poll that ended, epoch milliseconds; 0 before the first
 * @param newest what the source wants to be reminded of
 */
record Progress(long at, String newest) {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    static final Progress NONE = new Progress(0, "");

    /** As a cursor keeps it, with the texts seen. */
    private record Kept(long at, String newest, String seen) {}

    /** What is gone on with. */
    record Resumed(Progress progress, SeenTexts seen) {}

    String words(SeenTexts seen) {
        return Json.write(new Kept(at, newest, seen.words()));
    }

    /** Out of a cursor's words; words of another program mean a beginning. */
    static Resumed of(String source, Optional<String> mark, IngestClock clock) {
        if (mark.isPresent()) {
            try {
                Kept kept = Json.read(mark.get(), Kept.class, source);
                return new Resumed(
                        new Progress(kept.at(), String.valueOf(kept.newest())),
                        SeenTexts.of(String.valueOf(kept.seen()), clock));
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("{}: where it was left cannot be read ({}); begins anew", source, e.getMessage());
            }
        }
        return new Resumed(NONE, new SeenTexts(clock));
    }
}

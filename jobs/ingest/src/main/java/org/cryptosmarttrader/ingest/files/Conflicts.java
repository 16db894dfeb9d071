package org.cryptosmarttrader.ingest.files;

import java.io.IOException;
import java.time.Instant;

/** Events of which two files say different things: which stayed, which went, and by which rule. */
final class Conflicts {

    /** Who wins. */
    enum Rule {
        EARLIER_FILE_WINS,
        CORRECTION_WINS
    }

    /**
     * One of two values, and where it stands.
     *
     * @param payloadRow row of the raw payload of that hash, from 1
     */
    record Side(double[] values, String payloadHash, long payloadRow) {
        static Side of(Row row) {
            return new Side(row.values(), row.payloadHash(), row.payloadRow());
        }
    }

    /** A line of the conflict file. */
    record Conflict(String pair, String feed, long sequence, String eventTime, Side kept, Side dropped, Rule rule) {}

    private final JsonLines lines;

    Conflicts(JsonLines lines) {
        this.lines = lines;
    }

    void note(Row kept, Row dropped, Rule rule) throws IOException {
        lines.add(new Conflict(
                kept.of().pair(),
                kept.of().feed().id(),
                kept.sequence(),
                Instant.ofEpochMilli(kept.eventTime()).toString(),
                Side.of(kept),
                Side.of(dropped),
                rule));
    }
}

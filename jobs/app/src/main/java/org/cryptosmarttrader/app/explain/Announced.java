package org.cryptosmarttrader.app.explain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.app.runs.ModelEvents;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.ArchiveFile;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * A model as a run was told of it.
 *
 * @param availableAt instant from which it was in use, epoch milliseconds
 * @param announcedCard SHA-256 of the card the event was made with, hexadecimal
 * @param foundCard SHA-256 of the card that stands in it
 */
record Announced(ModelAnnouncement announcement, long availableAt, String announcedCard, String foundCard) {

    private static final RowSchema EVENTS = EventRows.schema(EventKind.MODEL);
    private static final int ANNOUNCEMENT = EVENTS.indexOf("announcement");

    boolean hasItsCard() {
        return foundCard.equals(announcedCard);
    }

    /** Those of a run: in the announcements made for it, or among the events it was sent. */
    static List<Announced> of(RunFolder run) throws IOException {
        List<Announced> all = new ArrayList<>();
        for (var folder : ModelEvents.archives(run.root())) {
            for (ArchiveFile file : Archive.open(folder).files(EventKind.MODEL)) {
                try (ParquetRowReader rows = ParquetRowReader.open(file.intact(folder), EVENTS)) {
                    for (RowBatch batch = rows.next(); batch != null; batch = rows.next()) {
                        add(batch, all);
                    }
                }
            }
        }
        run.recorded().read(EVENTS, batch -> add(batch, all));
        return all;
    }

    private static void add(RowBatch events, List<Announced> to) throws IOException {
        for (int row = 0; row < events.rows(); row++) {
            String text = events.strings(ANNOUNCEMENT)[row];
            long at = events.longs(EventRows.AVAILABLE_AT)[row];
            String what = "model event available " + at;
            to.add(new Announced(
                    Json.read(text, ModelAnnouncement.class, what),
                    at,
                    events.strings(EventRows.PAYLOAD_HASH)[row],
                    Sha256.hex(ModelAnnouncement.cardHash(text, what))));
        }
    }

    /** The one a forecast row names: by file, place and the instant it came into use. */
    static Optional<Announced> of(List<Announced> all, RowBatch forecasts, int row) {
        return all.stream()
                .filter(one -> one.availableAt == forecasts.longs(7)[row])
                .filter(one ->
                        one.announcement.card().modelSha256().equals(forecasts.strings(4)[row]))
                .filter(one ->
                        one.announcement.card().horizon().equals(forecasts.strings(2)[row]))
                .filter(one -> one.announcement.card().member().equals(forecasts.strings(3)[row]))
                .filter(one -> one.announcement.role().equals(forecasts.strings(17)[row]))
                .findFirst();
    }
}

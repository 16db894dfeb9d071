package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.ArchiveFile;
import org.cryptosmarttrader.wire.archive.Commit;
import org.cryptosmarttrader.wire.archive.DayFilesWriter;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.RunManifest.Activation;

/** Announcements made one by one, as a small archive of their own, read beside those of a market and of a run's models. */
public final class AnnouncementArchive {

    private static final Comparator<Activation> ORDER = Comparator.comparingLong(Activation::activatedAt)
            .thenComparing(Activation::horizon)
            .thenComparing(Activation::version);

    private AnnouncementArchive() {}

    /**
     * Announces models for one instant in an archive of announcements, new or not, to be read beside others.
     *
     * @param availableAt instant from which they may be used, epoch milliseconds
     * @return what is announced
     * @throws IllegalArgumentException if a model was trained later than that
     */
    public static List<Activation> add(Path archive, List<ModelAnnouncement> announcements, long availableAt)
            throws IOException {
        List<EventBlock> events = new ArrayList<>();
        for (ModelAnnouncement announcement : announcements) {
            events.add(event(announcement, availableAt));
        }
        events.sort(Comparator.comparingLong(event -> event.sequence(0)));
        file(archive, events);
        return announcements.stream()
                .map(announcement -> Activation.of(announcement, availableAt))
                .toList();
    }

    /**
     * The event of one announcement, the same however often it is made. Its number is taken from what it says, so that it
     * differs from those of other announcements for the instant, of which nothing is known here.
     *
     * @throws IllegalArgumentException if the model was trained later
     */
    public static EventBlock event(ModelAnnouncement announcement, long availableAt) {
        ModelCard card = announcement.card();
        if (availableAt < card.trainedAsOf()) {
            throw new IllegalArgumentException(
                    "model %s %s %s: announced from %s, but it knows what happened until %s; announce it from then on"
                            .formatted(
                                    card.horizon(),
                                    card.member(),
                                    card.version(),
                                    Instant.ofEpochMilli(availableAt),
                                    Instant.ofEpochMilli(card.trainedAsOf())));
        }
        byte[] said = Sha256.of(Json.write(announcement).getBytes(StandardCharsets.UTF_8));
        return announcement.event(availableAt, ByteBuffer.wrap(said).getLong() >>> 1);
    }

    private static void file(Path folder, List<EventBlock> events) throws IOException {
        Archive archive = Archive.openOrCreate(folder);
        DayFilesWriter files =
                new DayFilesWriter(archive.root(), EventKind.MODEL, "models-%d".formatted(archive.nextCommit()));
        RowBuilder row = new RowBuilder(EventRows.schema(EventKind.MODEL));
        for (EventBlock event : events) {
            EventRows.add(row, event, 0, 0);
            files.add(row.build(), 0);
        }
        archive.commit(new Commit(archive.nextCommit(), files.finish(), List.of(), List.of(), List.of(), 0));
    }

    /** What an archive of announcements announces, in the order in which it counts. */
    public static List<Activation> activations(Path folder) throws IOException {
        Archive archive = Archive.open(folder);
        RowSchema schema = EventRows.schema(EventKind.MODEL);
        int announcement = schema.indexOf("announcement");
        List<Activation> activations = new ArrayList<>();
        for (ArchiveFile file : archive.files(EventKind.MODEL)) {
            try (ParquetRowReader rows = ParquetRowReader.open(file.intact(folder), schema)) {
                for (RowBatch batch = rows.next(); batch != null; batch = rows.next()) {
                    for (int row = 0; row < batch.rows(); row++) {
                        ModelAnnouncement said =
                                Json.read(batch.strings(announcement)[row], ModelAnnouncement.class, file.path());
                        activations.add(Activation.of(said, batch.longs(EventRows.AVAILABLE_AT)[row]));
                    }
                }
            }
        }
        activations.sort(ORDER);
        return activations;
    }
}

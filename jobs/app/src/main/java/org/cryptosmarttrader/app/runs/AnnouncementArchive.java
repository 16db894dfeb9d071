package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cryptosmarttrader.domain.CanonicalOrder;
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
import org.cryptosmarttrader.wire.runs.RunManifest.Activation;
import org.cryptosmarttrader.wire.runs.RunManifest.Rearming;

/**
 * Announcements of models and re-armings of accounts, made one by one, as a small archive of their own, read beside those of a
 * market and of a run's models.
 */
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
        add(archive, events);
        return announcements.stream()
                .map(announcement -> Activation.of(announcement, availableAt))
                .toList();
    }

    /** Files events that are announced, in an archive new or not. */
    public static void add(Path folder, List<EventBlock> events) throws IOException {
        Archive archive = Archive.openOrCreate(folder);
        List<ArchiveFile> files = new ArrayList<>();
        for (EventKind kind : EventKind.values()) {
            List<EventBlock> ofKind = events.stream()
                    .filter(event -> event.kind() == kind)
                    .sorted((one, other) -> CanonicalOrder.compare(one, 0, other, 0))
                    .toList();
            if (!ofKind.isEmpty()) {
                files.addAll(file(archive, kind, ofKind));
            }
        }
        archive.commit(new Commit(archive.nextCommit(), files, List.of(), List.of(), List.of(), 0));
    }

    private static List<ArchiveFile> file(Archive archive, EventKind kind, List<EventBlock> events) throws IOException {
        DayFilesWriter files = new DayFilesWriter(archive.root(), kind, "announced-%d".formatted(archive.nextCommit()));
        RowBuilder row = new RowBuilder(EventRows.schema(kind));
        for (EventBlock event : events) {
            EventRows.add(row, event, 0, 0);
            files.add(row.build(), 0);
        }
        return files.finish();
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

    /** What an archive of announcements announces, in the order in which it counts. */
    public static List<Activation> activations(Path folder) throws IOException {
        List<Activation> activations = new ArrayList<>();
        read(folder, EventKind.MODEL, (batch, row, file) -> {
            ModelAnnouncement said = Json.read(batch.strings(EventRows.VALUES)[row], ModelAnnouncement.class, file);
            activations.add(Activation.of(said, batch.longs(EventRows.AVAILABLE_AT)[row]));
        });
        activations.sort(ORDER);
        return activations;
    }

    /** What an archive of announcements says of accounts switched on again, in the order in which it counts. */
    public static List<Rearming> rearmings(Path folder) throws IOException {
        List<Rearming> rearmings = new ArrayList<>();
        read(
                folder,
                EventKind.REARM,
                (batch, row, file) -> rearmings.add(new Rearming(
                        batch.strings(EventRows.VALUES + EventKind.LANE)[row],
                        batch.strings(EventRows.VALUES + EventKind.CURRENCY)[row],
                        batch.longs(EventRows.AVAILABLE_AT)[row])));
        rearmings.sort(Rearming.ORDER);
        return rearmings;
    }

    private interface Row {
        void read(RowBatch batch, int row, String file) throws IOException;
    }

    private static void read(Path folder, EventKind kind, Row each) throws IOException {
        for (ArchiveFile file : Archive.open(folder).files(kind)) {
            try (ParquetRowReader rows = ParquetRowReader.open(file.intact(folder), EventRows.schema(kind))) {
                for (RowBatch batch = rows.next(); batch != null; batch = rows.next()) {
                    for (int row = 0; row < batch.rows(); row++) {
                        each.read(batch, row, file.path());
                    }
                }
            }
        }
    }
}

package org.cryptosmarttrader.app.certify.origin;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.cryptosmarttrader.app.certify.EventId;
import org.cryptosmarttrader.app.certify.Origins;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.serving.report.Certificate;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.ArchiveFile;
import org.cryptosmarttrader.wire.archive.EventRows;
import org.cryptosmarttrader.wire.archive.Intake;
import org.cryptosmarttrader.wire.archive.RawPayloads;
import org.cryptosmarttrader.wire.parquet.ParquetRowReader;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;

/**
 * Looks up the raw payload of every event of a span, or, where there are very many, of every so many days, and derives from it
 * when the event can have been known at the earliest. What the archive has earlier is accused. Not thread-safe; used once.
 */
public final class OriginAudit {

    /** Events held in memory at a time; beyond it days are left out evenly. */
    private static final long MOST_EVENTS = 2_000_000;

    private static final int MOST_LIARS_SHOWN = 20;
    private static final List<String> COLUMNS = List.of(
            "available_at", "event_time", "sequence", "source", "pair", "interval_ms", "payload_hash", "payload_row");

    private final Archive archive;
    private final long after;
    private final long until;
    private final Predicate<String> wantedPair;
    private final Map<String, Intake> intakes = new TreeMap<>();
    private final SortedMap<String, List<Claim>> byPayload = new TreeMap<>();
    private final SortedMap<String, Long> derived = new TreeMap<>();
    private final SortedMap<String, Long> underived = new TreeMap<>();
    private final TreeMap<EventId, Long> liars = new TreeMap<>();
    private final List<Certificate.Liar> shown = new ArrayList<>();
    private long events;
    private long accused;
    private long quoted;
    private final List<String> misquoted = new ArrayList<>();

    private OriginAudit(Archive archive, long after, long until, Predicate<String> wantedPair) {
        this.archive = archive;
        this.after = after;
        this.until = until;
        this.wantedPair = wantedPair;
        archive.commits().forEach(commit -> commit.intakes().forEach(intake -> intakes.put(intake.sha256(), intake)));
    }

    /**
     * @param after events available up to this instant are left out
     * @param until events available after this instant are left out
     * @param wantedPair events of other pairs are left out
     * @param progress told how far it is
     */
    public static Origins of(
            Archive archive, long after, long until, Predicate<String> wantedPair, Consumer<String> progress)
            throws IOException {
        return new OriginAudit(archive, after, until, wantedPair).run(progress);
    }

    private Origins run(Consumer<String> progress) throws IOException {
        List<ArchiveFile> files = archive.files(this::isInTime);
        long rows = files.stream().mapToLong(ArchiveFile::rows).sum();
        long stride = 1 + (rows - 1) / MOST_EVENTS;
        long firstDay = files.isEmpty() ? 0 : files.get(0).day();
        for (ArchiveFile file : files) {
            if ((file.day() - firstDay) % stride == 0) {
                collect(file);
            }
        }
        int done = 0;
        for (Map.Entry<String, List<Claim>> payload : byPayload.entrySet()) {
            progress.accept("raw payload %d of %d".formatted(++done, byPayload.size()));
            derive(payload.getKey(), payload.getValue());
        }
        String days = stride == 1 ? "all" : "every %dth".formatted(stride);
        return new Origins(
                new Certificate.Availability(days, events, derived, underived, accused, List.copyOf(shown)),
                liars,
                quoted,
                List.copyOf(misquoted));
    }

    private boolean isInTime(ArchiveFile file) {
        return file.lastAvailableAt() > after
                && file.firstAvailableAt() <= until
                && !kind(file).isAnnounced();
    }

    private static EventKind kind(ArchiveFile file) {
        return EventKind.valueOf(file.kind().toUpperCase(Locale.ROOT));
    }

    private void collect(ArchiveFile file) throws IOException {
        EventKind kind = kind(file);
        RowSchema all = EventRows.schema(kind);
        RowSchema schema = new RowSchema(
                all.dataset(),
                all.columns().stream()
                        .filter(column -> COLUMNS.contains(column.name())
                                || numbers(kind, all).contains(column))
                        .toList(),
                all.key(),
                all.availableAt());
        try (ParquetRowReader rows = ParquetRowReader.open(file.intact(archive.root()), schema)) {
            for (RowBatch batch = rows.next(); batch != null; batch = rows.next()) {
                collect(kind, schema, batch);
            }
        }
    }

    /** The columns of numbers that are quoted from payloads. */
    private static List<ColumnSpec> numbers(EventKind kind, RowSchema schema) {
        return schema.columns().subList(EventRows.VALUES, EventRows.VALUES + Claim.quoted(kind));
    }

    private static double[] numbers(EventKind kind, RowSchema schema, RowBatch batch, int row) {
        double[] numbers = new double[Claim.quoted(kind)];
        for (int number = 0; number < numbers.length; number++) {
            // they stand behind the columns that every kind has
            numbers[number] = batch.doubles(schema.width() - numbers.length + number)[row];
        }
        return numbers;
    }

    private void collect(EventKind kind, RowSchema schema, RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            long at = batch.longs(schema.indexOf("available_at"))[row];
            String pair = batch.strings(schema.indexOf("pair"))[row];
            if (at > after && at <= until && (pair.isEmpty() || wantedPair.test(pair))) {
                EventId event = new EventId(
                        kind,
                        batch.strings(schema.indexOf("source"))[row],
                        pair,
                        batch.longs(schema.indexOf("interval_ms"))[row],
                        batch.longs(schema.indexOf("sequence"))[row]);
                byPayload
                        .computeIfAbsent(
                                batch.strings(schema.indexOf("payload_hash"))[row], absent -> new ArrayList<>())
                        .add(new Claim(
                                event,
                                batch.longs(schema.indexOf("payload_row"))[row],
                                batch.longs(schema.indexOf("event_time"))[row],
                                at,
                                numbers(kind, schema, batch, row)));
                events++;
            }
        }
    }

    private void derive(String payload, List<Claim> claims) throws IOException {
        Intake intake = intakes.get(payload);
        SortedMap<EventKind, List<Claim>> byKind = new TreeMap<>();
        for (Claim claim : claims) {
            if (claim.row() == 0) {
                // no row says it, the command that took the file in did: it is held against its own time only
                underived.merge("stated with the import, not in a payload", 1L, Long::sum);
                judge(claim, payload, OptionalLong.of(claim.eventTime()));
            } else {
                byKind.computeIfAbsent(claim.event().kind(), absent -> new ArrayList<>())
                        .add(claim);
            }
        }
        for (Map.Entry<EventKind, List<Claim>> ofKind : byKind.entrySet()) {
            deriveRows(payload, intake, ofKind.getKey(), ofKind.getValue());
        }
    }

    private void deriveRows(String payload, Intake intake, EventKind kind, List<Claim> claims) throws IOException {
        Optional<Layouts.Known> known = intake == null ? Optional.empty() : Layouts.of(intake, kind);
        boolean isHeld = java.nio.file.Files.exists(archive.root().resolve(RawPayloads.path(payload)));
        if (known.isEmpty() || !isHeld) {
            String reason = !isHeld
                    ? "no raw payload in the archive"
                    : "layout %s is not known here".formatted(intake == null ? "of no log" : intake.format());
            underived.merge(reason, (long) claims.size(), Long::sum);
            return;
        }
        try (RawRows rows = new RawRows(RawPayloads.open(archive.root(), payload))) {
            new PayloadReading(known.get(), rows).read(claims, (claim, earliest, isQuoted) -> {
                derived.merge(intake.format(), 1L, Long::sum);
                judge(claim, payload, earliest);
                count(claim, payload, isQuoted);
            });
        }
    }

    private void count(Claim claim, String payload, boolean isQuoted) {
        if (isQuoted) {
            quoted++;
        } else if (misquoted.size() < MOST_LIARS_SHOWN) {
            misquoted.add("%s of %s %s at %s says %s, row %d of %.12s does not"
                    .formatted(
                            claim.event().kind(),
                            claim.event().source(),
                            claim.event().pair(),
                            Instant.ofEpochMilli(claim.eventTime()),
                            Arrays.toString(claim.numbers()),
                            claim.row(),
                            payload));
        }
    }

    /** @param earliest empty if the payload has no such row, which is a lie of its own */
    private void judge(Claim claim, String payload, OptionalLong earliest) {
        if (earliest.isPresent() && claim.availableAt() >= earliest.getAsLong()) {
            return;
        }
        accused++;
        liars.put(claim.event(), earliest.orElse(Long.MAX_VALUE));
        if (shown.size() < MOST_LIARS_SHOWN) {
            shown.add(new Certificate.Liar(
                    claim.event().kind().name(),
                    claim.event().source(),
                    claim.event().pair(),
                    payload,
                    claim.row(),
                    Instant.ofEpochMilli(claim.availableAt()).toString(),
                    earliest.isPresent()
                            ? Instant.ofEpochMilli(earliest.getAsLong()).toString()
                            : ""));
        }
    }
}

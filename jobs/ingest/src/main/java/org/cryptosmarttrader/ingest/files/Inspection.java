package org.cryptosmarttrader.ingest.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.Intake;
import org.cryptosmarttrader.wire.archive.RawPayloads;

/**
 * A first look at every file, before anything is merged: whether it is whole, what its name says, whether it is new. New
 * ones are kept as raw payloads.
 */
final class Inspection {

    private final ImportSettings settings;
    private final Archive archive;
    private final Staging staging;
    private final BadRows badRows;
    private final List<MarketFile> files = new ArrayList<>();
    private final List<String> known = new ArrayList<>();

    Inspection(ImportSettings settings, Archive archive, Staging staging, BadRows badRows) {
        this.settings = settings;
        this.archive = archive;
        this.staging = staging;
        this.badRows = badRows;
    }

    /** New files in the order of their names. */
    List<MarketFile> files() {
        return files;
    }

    /** Files that were taken in before, each with where. */
    List<String> known() {
        return known;
    }

    /** @throws IOException if the file is of the format and cannot be taken, unless such files are set aside */
    void look(Received received) throws IOException {
        try {
            Optional<FileFormat.Named> named = received.recognisedBy(settings.layout());
            if (named.isPresent()) {
                PairFeed of = pairFeed(named.get());
                requireWhole(received);
                look(received, of, named.get().layout());
            }
        } catch (BadRow e) {
            badRows.meetFile(received.name(), e);
        }
    }

    private void look(Received received, PairFeed of, FileFormat.Layout layout) throws IOException, BadRow {
        RawPayloads.Written payload;
        try (InputStream bytes = received.bytes()) {
            payload = staging.keep(bytes);
        }
        MarketFile file =
                new MarketFile(files.size(), received, of, layout, payload.sha256(), payload.bytes(), Long.MIN_VALUE);
        String where = whereKnown(file);
        if (where != null) {
            known.add("%s: %s".formatted(received.name(), where));
            return;
        }
        try {
            files.add(file.availableFrom(firstAvailableAt(file)));
        } catch (BadRow e) {
            staging.forget(payload.sha256());
            throw e;
        }
    }

    private PairFeed pairFeed(FileFormat.Named named) throws BadRow {
        String pair = settings.symbols()
                .canonical(named.pair())
                .orElseThrow(() -> new BadRow(Fault.UNKNOWN_PAIR, "'%s' is no known pair".formatted(named.pair())));
        return new PairFeed(pair, new MarketFeed(settings.source(), named.kind(), named.intervalMillis()));
    }

    private String whereKnown(MarketFile file) {
        long commit = archive.commitOf(
                file.sha256(), file.of().pair(), file.of().feed().id(), this::isEnough);
        if (commit > 0) {
            return "the same bytes were taken in by commit %d".formatted(commit);
        }
        return files.stream()
                .filter(other ->
                        other.sha256().equals(file.sha256()) && other.of().equals(file.of()))
                .map(other -> "the same bytes as " + other.name())
                .findFirst()
                .orElse(null);
    }

    /** Under another reading the same bytes say something else; a correction may replace what they gave way to. */
    private boolean isEnough(Intake intake) {
        return intake.isReadAs(settings.reading()) && !(settings.correction() && intake.gaveWay() > 0);
    }

    private void requireWhole(Received received) throws IOException, BadRow {
        try (InputStream bytes = received.bytes()) {
            if (bytes.read() < 0) {
                throw new BadRow(Fault.EMPTY, "the file is empty");
            }
        } catch (IOException e) {
            throw new BadRow(Fault.UNREADABLE, "cannot be read (%s)".formatted(e));
        }
        if (received.isGzipped()) {
            requireWholeGzip(received);
        } else if (received.isZipped()) {
            requireWholeEntry(received);
        }
    }

    private static void requireWholeGzip(Received received) throws IOException, BadRow {
        try (InputStream content = received.content()) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (EOFException e) {
            throw new BadRow(Fault.TRUNCATED, "the gzip ends too early");
        } catch (ZipException e) {
            throw new BadRow(Fault.DAMAGED, "the gzip is damaged (%s)".formatted(e.getMessage()));
        }
    }

    /** Java checks the sums of a zip only when it is read as a stream. */
    private static void requireWholeEntry(Received received) throws IOException, BadRow {
        try (CheckedInputStream bytes = new CheckedInputStream(received.bytes(), new CRC32())) {
            bytes.transferTo(OutputStream.nullOutputStream());
            if (bytes.getChecksum().getValue() != received.entry().getCrc()) {
                throw new BadRow(Fault.DAMAGED, "the zip entry is damaged (its checksum differs)");
            }
        } catch (EOFException | ZipException e) {
            throw new BadRow(Fault.DAMAGED, "the zip entry is damaged (%s)".formatted(e.getMessage()));
        }
    }

    private long firstAvailableAt(MarketFile file) throws IOException, BadRow {
        try (Table table = file.layout().open(file.received())) {
            String[] first;
            try {
                first = table.next();
            } catch (BadRow metAgainWhenTheFileIsRead) {
                return Long.MIN_VALUE;
            }
            if (first == null) {
                throw new BadRow(Fault.EMPTY, "the file holds no rows");
            }
            return availableAt(first[table.columns().time()], file.of());
        }
    }

    /** A bad first row is met again, and named, when the file is read. */
    private long availableAt(String time, PairFeed of) {
        try {
            return new TimeColumn().millis(time) + of.feed().intervalMillis() + settings.delayOf(of);
        } catch (BadRow e) {
            return Long.MIN_VALUE;
        }
    }
}

package org.cryptosmarttrader.ingest.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.ArchiveLock;

/**
 * Takes recorded market files into an archive: all of them or, if anything is wrong, none. Importing the same files again
 * changes nothing. One import at a time may run on an archive; readers are not disturbed.
 */
public final class Importer {

    /** What operating systems say when a disk, a quota or the size allowed for a file is used up. */
    private static final List<String> NO_ROOM =
            List.of("No space left on device", "not enough space on the disk", "Disk quota exceeded", "File too large");

    private final ImportSettings settings;
    private final InstantSource clock;
    private final Function<Path, OutputFile> dayFiles;

    public Importer(ImportSettings settings) {
        this(settings, InstantSource.system(), LocalOutputFile::new);
    }

    /** @param dayFiles makes the day files */
    Importer(ImportSettings settings, InstantSource clock, Function<Path, OutputFile> dayFiles) {
        this.settings = settings;
        this.clock = clock;
        this.dayFiles = dayFiles;
    }

    /**
     * Imports.
     *
     * @throws ImportException if a file, a row or the archive is not as it should be; the archive is as it was
     * @throws IOException if reading or writing fails otherwise; the archive is as it was
     */
    public ImportReport run() throws IOException {
        return run(ignored -> {});
    }

    /**
     * Imports, and says how far it is.
     *
     * @param progress told often, in a few words; should return at once
     * @throws ImportException if a file, a row or the archive is not as it should be; the archive is as it was
     * @throws IOException if reading or writing fails otherwise; the archive is as it was
     */
    public ImportReport run(Consumer<String> progress) throws IOException {
        try (ReceivedFiles received = new ReceivedFiles(settings.from())) {
            received.requireAny(settings.layout());
            ArchiveLock lock = lock();
            try {
                return new ImportRun(settings, received, archive(), clock, dayFiles, progress).run();
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw hasNoRoom(e) ? noRoom(e) : e;
        }
    }

    private ImportException noRoom(IOException cause) {
        return new ImportException(
                Fault.DISK_FULL,
                "archive %s: no room to write (%s)".formatted(settings.archive(), cause.getMessage()),
                cause);
    }

    private ArchiveLock lock() throws IOException {
        try {
            return ArchiveLock.take(settings.archive());
        } catch (IOException e) {
            throw ImportException.of(Fault.LOCKED, e);
        }
    }

    private Archive archive() throws IOException {
        try {
            return Archive.openOrCreate(settings.archive());
        } catch (IOException e) {
            throw ImportException.of(Fault.DAMAGED_LOG, e);
        }
    }

    private static boolean hasNoRoom(IOException e) {
        String message = String.valueOf(e.getMessage());
        return NO_ROOM.stream().anyMatch(message::contains);
    }
}

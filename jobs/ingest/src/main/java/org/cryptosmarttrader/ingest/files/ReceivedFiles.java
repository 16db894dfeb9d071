package org.cryptosmarttrader.ingest.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The files under a path, in the order of their names: those of a folder and the folders in it, the entries of zips and
 * jars, a single file, or a single entry named {@code ARCHIVE.zip!ENTRY}. Hidden files are passed over.
 */
final class ReceivedFiles implements Closeable {

    private static final String ENTRY = "!";

    private final String from;
    private final List<ZipFile> zips = new ArrayList<>();
    private final List<Received> files = new ArrayList<>();

    /** @throws ImportException if there is nothing of that name or it cannot be read */
    ReceivedFiles(String from) throws IOException {
        this.from = from;
        int bang = from.indexOf(ENTRY);
        Path path = Path.of(bang < 0 ? from : from.substring(0, bang));
        try {
            if (!Files.exists(path)) {
                throw new ImportException(Fault.UNREADABLE, "%s: no such file or folder".formatted(path));
            }
            add(path);
            if (bang >= 0) {
                keepOnly(from);
            }
            files.sort(Comparator.comparing(Received::name));
        } catch (IOException e) {
            close();
            throw e instanceof ImportException ? e : unreadable(path, e);
        }
    }

    private void keepOnly(String name) throws ImportException {
        files.removeIf(file -> !file.name().equals(name));
        if (files.isEmpty()) {
            throw new ImportException(Fault.UNREADABLE, "%s: no such entry".formatted(name));
        }
    }

    private static ImportException unreadable(Path path, IOException cause) {
        return new ImportException(Fault.UNREADABLE, "%s: cannot be read (%s)".formatted(path, cause), cause);
    }

    private void add(Path path) throws IOException {
        List<Path> found;
        try (Stream<Path> all = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            found = all.filter(file -> !Files.isDirectory(file)).toList();
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : found) {
            String name = file.getFileName().toString();
            if (name.endsWith(".zip") || name.endsWith(".jar")) {
                addEntries(file);
            } else if (!isHidden(name)) {
                files.add(new Received(file.toString(), file, null, null));
            }
        }
    }

    private void addEntries(Path path) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (java.util.zip.ZipException e) {
            throw new ImportException(Fault.DAMAGED, "%s: not a whole zip (%s)".formatted(path, e.getMessage()), e);
        }
        zips.add(zip);
        zip.stream()
                .filter(entry -> !entry.isDirectory() && !isHidden(entry.getName()))
                .forEach(entry -> files.add(new Received(path + ENTRY + entry.getName(), path, zip, entry)));
    }

    private static boolean isHidden(String name) {
        return name.startsWith("__MACOSX/")
                || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }

    /** @throws ImportException if no file is of the format */
    void requireAny(FileFormat format) throws ImportException {
        if (namesNotOf(format).size() == files.size()) {
            throw new ImportException(
                    Fault.NOTHING_FOUND,
                    "%s: %d files, none is named as %s names them (%s)"
                            .formatted(from, files.size(), format.name(), format.examples()));
        }
    }

    /** Names of the files that are not of a format. */
    List<String> namesNotOf(FileFormat format) {
        return files.stream()
                .filter(file -> !isOf(format, file))
                .map(Received::name)
                .toList();
    }

    private static boolean isOf(FileFormat format, Received file) {
        try {
            return format.recognise(file.fileName()).isPresent();
        } catch (BadRow ofTheFormatButUnreadable) {
            return true;
        }
    }

    List<Received> files() {
        return files;
    }

    @Override
    public void close() throws IOException {
        for (ZipFile zip : zips) {
            zip.close();
        }
    }
}

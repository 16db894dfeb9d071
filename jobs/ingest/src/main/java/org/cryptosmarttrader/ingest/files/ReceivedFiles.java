package org.cryptosmarttrader.ingest.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files under some paths, in the order of the paths and under each in the order of their names: those of a folder and
 * the folders in it, the entries of zips and jars, a single file, or a single entry named {@code ARCHIVE.zip!ENTRY}. Hidden
 * files are passed over.
 */
public final class ReceivedFiles implements Closeable {

    private static final String ENTRY = "!";

    private final List<String> from;
    private final List<ZipFile> zips = new ArrayList<>();
    private final List<Received> files = new ArrayList<>();

    /** @throws ImportException if there is nothing of a name or it cannot be read */
    public ReceivedFiles(List<String> from) throws IOException {
        this.from = from;
        try {
            for (String name : from) {
                files.addAll(found(name));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private List<Received> found(String name) throws IOException {
        int bang = Files.exists(Path.of(name)) ? -1 : name.lastIndexOf(ENTRY);
        Path path = Path.of(bang < 0 ? name : name.substring(0, bang));
        if (!Files.exists(path)) {
            throw new ImportException(Fault.UNREADABLE, "%s: no such file or folder".formatted(path));
        }
        try {
            List<Received> found = under(path);
            return bang < 0 ? found : List.of(only(name, found));
        } catch (ImportException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static Received only(String name, List<Received> found) throws ImportException {
        return found.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ImportException(Fault.UNREADABLE, "%s: no such entry".formatted(name)))
                .chosen();
    }

    private static ImportException unreadable(Path path, IOException cause) {
        return new ImportException(Fault.UNREADABLE, "%s: cannot be read (%s)".formatted(path, cause), cause);
    }

    private List<Received> under(Path path) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            all = walk.filter(file -> !Files.isDirectory(file)).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        List<Received> found = new ArrayList<>();
        for (Path file : all) {
            String name = file.getFileName().toString();
            if (name.endsWith(".zip") || name.endsWith(".jar")) {
                found.addAll(entries(file));
            } else if (!isHidden(name)) {
                found.add(new Received(file.toString(), file, null, null, file.equals(path)));
            }
        }
        found.sort(Comparator.comparing(Received::name));
        return found;
    }

    private List<Received> entries(Path path) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw new ImportException(Fault.DAMAGED, "%s: not a whole zip (%s)".formatted(path, e.getMessage()), e);
        }
        zips.add(zip);
        try {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory() && !isHidden(entry.getName()))
                    .map(entry -> new Received(path + ENTRY + entry.getName(), path, zip, entry, false))
                    .toList();
        } catch (IllegalArgumentException e) {
            // a comment that is no text is only found when the entry is looked at
            throw new ImportException(Fault.DAMAGED, "%s: not a whole zip (%s)".formatted(path, e.getMessage()), e);
        }
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
                            .formatted(String.join(", ", from), files.size(), format.name(), format.examples()));
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
            return file.recognisedBy(format).isPresent();
        } catch (BadRow ofTheFormatButUnreadable) {
            return true;
        }
    }

    public List<Received> files() {
        return files;
    }

    @Override
    public void close() throws IOException {
        for (ZipFile zip : zips) {
            zip.close();
        }
    }
}

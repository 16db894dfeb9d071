package org.cryptosmarttrader.ingest.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.wire.archive.Leftovers;
import org.cryptosmarttrader.wire.archive.RawPayloads;

/** Where a change is prepared: a folder laid out like the archive, moved into it file by file and gone afterwards. */
public final class Staging implements Closeable {

    private final Path root;
    private final Path folder;

    /** @param change name of the change, unique within the archive */
    public Staging(Path root, String change) {
        this.root = root;
        this.folder = root.resolve(Leftovers.STAGING).resolve(change);
    }

    public Path folder() {
        return folder;
    }

    /** Prepares a raw payload, unless the archive holds it. */
    public RawPayloads.Written keep(InputStream payload) throws IOException {
        RawPayloads.Written written = RawPayloads.write(payload, folder.resolve("raw"));
        Path place = folder.resolve(RawPayloads.path(written.sha256()));
        if (Files.exists(root.resolve(RawPayloads.path(written.sha256())))) {
            Files.delete(written.file());
        } else {
            Files.createDirectories(place.getParent());
            Files.move(written.file(), place, StandardCopyOption.REPLACE_EXISTING);
        }
        return written;
    }

    /** Takes back a raw payload of this change. */
    public void forget(String sha256) throws IOException {
        Files.deleteIfExists(folder.resolve(RawPayloads.path(sha256)));
    }

    /** Moves everything prepared to its place. */
    public void publish() throws IOException {
        for (Path file : content(Comparator.naturalOrder())) {
            if (!Files.isDirectory(file)) {
                Path place = root.resolve(folder.relativize(file).toString());
                Files.createDirectories(place.getParent());
                Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private List<Path> content(Comparator<Path> order) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(order).toList();
        }
    }

    /** Removes what was not published. */
    @Override
    public void close() throws IOException {
        for (Path path : content(Comparator.reverseOrder())) {
            Files.delete(path);
        }
        Files.deleteIfExists(folder.getParent());
    }
}

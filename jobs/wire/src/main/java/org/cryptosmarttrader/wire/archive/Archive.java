package org.cryptosmarttrader.wire.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.provenance.Encoding;
import org.cryptosmarttrader.provenance.MerkleTree;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.wire.Json;

/**
 * An archive as its log of commits describes it at the moment of opening. Several programs may read it while one adds to
 * it; two that add at once: the later is refused and changes nothing.
 */
public final class Archive {

    /** Folder of the log. */
    static final String LOG = "_commits";

    /** Folder of the conflicts met, a file of JSON lines per commit that met any. */
    public static final String CONFLICTS = "_conflicts";

    /** Folder of the rows set aside, a file of JSON lines per commit that set any aside. */
    public static final String QUARANTINE = "_quarantine";

    private final Path root;
    private final List<Commit> commits;
    private final Map<String, ArchiveFile> files = new TreeMap<>();

    private Archive(Path root, List<Commit> commits) {
        this.root = root;
        this.commits = commits;
        for (Commit commit : commits) {
            commit.added().forEach(file -> files.put(file.path(), file));
            commit.removed().forEach(files::remove);
        }
    }

    /**
     * Opens an archive.
     *
     * @throws IOException if there is none, or its log is damaged
     */
    public static Archive open(Path root) throws IOException {
        if (!Files.isDirectory(root.resolve(LOG))) {
            throw new IOException("archive %s: no archive here (no folder %s); fill one with cst import --archive %s"
                    .formatted(root, LOG, root));
        }
        return read(root);
    }

    /** Opens an archive, an empty one if there is none yet. */
    public static Archive openOrCreate(Path root) throws IOException {
        Files.createDirectories(root.resolve(LOG));
        return read(root);
    }

    private static Archive read(Path root) throws IOException {
        List<Commit> commits = new ArrayList<>();
        try (Stream<Path> found = Files.list(root.resolve(LOG))) {
            for (Path file : found.filter(Archive::isCommit).sorted().toList()) {
                commits.add(readCommit(root, file));
            }
        }
        for (int i = 0; i < commits.size(); i++) {
            if (commits.get(i).number() != i + 1) {
                throw new IOException("archive %s: commit %d is missing from %s; restore it from a backup"
                        .formatted(root, i + 1, LOG));
            }
        }
        return new Archive(root, commits);
    }

    private static Commit readCommit(Path root, Path file) throws IOException {
        try {
            return Json.read(file, Commit.class);
        } catch (IOException e) {
            throw new IOException(
                    "archive %s: commit file %s/%s is damaged (%s); restore it from a backup"
                            .formatted(root, LOG, file.getFileName(), e.getMessage()),
                    e);
        }
    }

    private static boolean isCommit(Path file) {
        return file.getFileName().toString().matches("[0-9]{8}\\.json");
    }

    public Path root() {
        return root;
    }

    public List<Commit> commits() {
        return commits;
    }

    /** Number the next commit will have. */
    public long nextCommit() {
        return commits.size() + 1L;
    }

    /**
     * Makes a change visible.
     *
     * @throws IOException if another program added to the archive since it was opened; nothing changes
     */
    public Archive commit(Commit commit) throws IOException {
        Path log = root.resolve(LOG);
        Path written = Files.createTempFile(log, ".commit", ".tmp");
        try {
            Files.writeString(written, Json.pretty(commit));
            // a link fails if the name is taken, a move would replace it
            Files.createLink(log.resolve("%08d.json".formatted(commit.number())), written);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(
                    "archive %s: another program added commit %d meanwhile; nothing was changed, run the command again"
                            .formatted(root, commit.number()),
                    e);
        } finally {
            Files.delete(written);
        }
        return open(root);
    }

    /** Files of a kind, by day and first bucket. */
    public List<ArchiveFile> files(EventKind kind) {
        return files(file -> file.kind().equals(EventRows.folder(kind)));
    }

    public List<ArchiveFile> files(Predicate<ArchiveFile> chosen) {
        return files.values().stream()
                .filter(chosen)
                .sorted(Comparator.comparingLong(ArchiveFile::day)
                        .thenComparingInt(ArchiveFile::bucketFrom)
                        .thenComparing(ArchiveFile::path))
                .toList();
    }

    /** What the archive holds, by pair and feed. */
    public List<Coverage> coverage() {
        Map<String, Coverage> all = new TreeMap<>();
        for (Commit commit : commits) {
            commit.coverage().forEach(part -> all.merge(part.pair() + " " + part.feed(), part, Coverage::plus));
        }
        return List.copyOf(all.values());
    }

    /**
     * Number of the last commit that took in a payload as events of a pair and feed.
     *
     * @param isEnough whether what that commit says of the payload makes taking it in again needless
     * @return 0 if none did, or it is not enough
     */
    public long commitOf(String sha256, String pair, String feed, Predicate<Intake> isEnough) {
        long known = 0;
        for (Commit commit : commits) {
            for (Intake intake : commit.intakes()) {
                if (intake.sha256().equals(sha256)
                        && intake.pair().equals(pair)
                        && intake.feed().equals(feed)) {
                    known = isEnough.test(intake) ? commit.number() : 0;
                }
            }
        }
        return known;
    }

    /**
     * Merkle root over the files of some days, by their own hashes: the same content has the same root, however many imports
     * it came by.
     *
     * @param fromDay first day of availability, days since 1970-01-01
     * @param untilDay last day
     * @return hexadecimal; null if the log keeps no hash of one of the files
     */
    public String content(long fromDay, long untilDay) {
        List<ArchiveFile> held = files(file -> file.day() >= fromDay && file.day() <= untilDay);
        if (held.stream().anyMatch(file -> file.sha256() == null)) {
            return null;
        }
        Encoding encoding = new Encoding();
        return Sha256.hex(MerkleTree.root(held.stream()
                .sorted(Comparator.comparing(ArchiveFile::kind)
                        .thenComparingLong(ArchiveFile::day)
                        .thenComparingInt(ArchiveFile::bucketFrom)
                        .thenComparing(ArchiveFile::sha256))
                .map(file -> encoding.begin(3)
                        .add(file.kind())
                        .add(file.day())
                        .add(file.sha256())
                        .bytes())
                .toList()));
    }

    /** Whether nothing that was traded is in it. */
    public boolean isEmpty() {
        return traded().findAny().isEmpty();
    }

    private Stream<ArchiveFile> traded() {
        return files.values().stream()
                .filter(file -> EventRows.kind(file.kind()).isTraded());
    }

    /** First instant at which anything that was traded is known; of what is known besides, values may be years older. */
    public long firstAvailableAt() {
        return traded().mapToLong(ArchiveFile::firstAvailableAt).min().orElseThrow();
    }

    /** Last instant at which anything that was traded becomes known. */
    public long lastAvailableAt() {
        return traded().mapToLong(ArchiveFile::lastAvailableAt).max().orElseThrow();
    }

    /** Where it ends: with its last event that was traded, or later where it is known that none followed. */
    public long endsAt() {
        return commits.stream().map(Commit::wholeUpTo).filter(Objects::nonNull).reduce(lastAvailableAt(), Math::max);
    }
}

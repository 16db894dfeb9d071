package org.cryptosmarttrader.wire.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Clears away what an archive's log does not name: files of a change that never came to its commit, and files replaced
 * before the last commit. Those replaced by the last commit itself stay, since a program may still be reading them.
 */
public final class Leftovers {

    /** Folder in which a change is prepared. */
    public static final String STAGING = "_staging";

    private final Archive archive;
    private final Set<String> named = new TreeSet<>();

    /** @param archive opened under the {@link ArchiveLock}, which must be held while clearing */
    public Leftovers(Archive archive) {
        this.archive = archive;
        archive.files(file -> true).forEach(file -> named.add(file.path()));
        List<Commit> commits = archive.commits();
        if (!commits.isEmpty()) {
            named.addAll(commits.get(commits.size() - 1).removed());
        }
    }

    /** @return paths of the files deleted, relative to the archive's root */
    public List<String> clear() throws IOException {
        List<String> cleared = new ArrayList<>();
        for (Path file : files()) {
            String path = relative(file);
            if (isLeftover(path)) {
                Files.delete(file);
                cleared.add(path);
            }
        }
        removeEmptyFolders();
        return cleared;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(archive.root())) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private boolean isLeftover(String path) {
        if (path.startsWith("kind=")) {
            return !named.contains(path);
        }
        return path.startsWith(STAGING + "/")
                || path.startsWith(Archive.LOG + "/.commit")
                || (isNoteOfCommit(path) && numberOf(path) >= archive.nextCommit());
    }

    private static boolean isNoteOfCommit(String path) {
        return path.matches("(%s|%s)/[0-9]{8}\\.jsonl".formatted(Archive.CONFLICTS, Archive.QUARANTINE));
    }

    private static long numberOf(String path) {
        return Long.parseLong(path.substring(path.indexOf('/') + 1, path.indexOf('.')));
    }

    private void removeEmptyFolders() throws IOException {
        try (Stream<Path> all = Files.walk(archive.root())) {
            for (Path folder : all.sorted(Comparator.reverseOrder()).toList()) {
                String path = relative(folder);
                if ((path.startsWith("kind=") || path.startsWith(STAGING)) && isEmptyFolder(folder)) {
                    Files.delete(folder);
                }
            }
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    private String relative(Path path) {
        return archive.root().relativize(path).toString().replace('\\', '/');
    }
}

package org.cryptosmarttrader.ingest.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.archive.Archive;

/**
 * What an import of facts did.
 *
 * @param commit number of the commit made; 0 if nothing changed
 * @param files taken in
 * @param known files taken in before, each with where
 * @param setAside files set aside as a whole, each with its reason
 * @param leftAside files that are not of this layout
 */
public record FactReport(
        String archive,
        long commit,
        String format,
        String source,
        List<FileReport> files,
        List<String> known,
        List<String> setAside,
        List<String> leftAside) {

    /**
     * What was found in a file.
     *
     * @param rows facts it says, by kind
     * @param added facts the archive did not hold
     * @param duplicates facts it held, or that the files say twice
     * @param conflicts facts that differ from one known before under the same identity; the earlier stays
     * @param first instant at which the first fact may be used, null without one
     * @param last the same of the last
     * @param counts what else was met, by name
     */
    public record FileReport(
            String name,
            String sha256,
            SortedMap<String, Long> rows,
            long added,
            long duplicates,
            long conflicts,
            String first,
            String last,
            SortedMap<String, Long> counts) {

        public FileReport {
            rows = new TreeMap<>(rows);
            counts = new TreeMap<>(counts);
        }
    }

    public long rows() {
        return files.stream()
                .flatMap(file -> file.rows().values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    public long added() {
        return files.stream().mapToLong(FileReport::added).sum();
    }

    /** As one JSON object on one line. */
    public String json() {
        return Json.write(this);
    }

    /** To be read. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("%s of %s into %s: %s".formatted(format, source, archive, outcome()));
        for (FileReport file : files) {
            lines.add("%s: %s; %,d added, %,d duplicates, %,d conflicts; %s%s"
                    .formatted(
                            file.name(),
                            counted(file.rows()),
                            file.added(),
                            file.duplicates(),
                            file.conflicts(),
                            usable(file),
                            file.counts().isEmpty() ? "" : "; " + counted(file.counts())));
        }
        known.forEach(file -> lines.add("known already: " + file));
        setAside.forEach(file -> lines.add("set aside: " + file));
        if (files.stream().anyMatch(file -> file.conflicts() > 0)) {
            lines.add("conflicts: %s/%s/%08d.jsonl".formatted(archive, Archive.CONFLICTS, commit));
        }
        if (!leftAside.isEmpty()) {
            lines.add("not of this format: %d files, e.g. %s".formatted(leftAside.size(), leftAside.get(0)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String usable(FileReport file) {
        return file.first() == null ? "it holds nothing" : "usable from %s to %s".formatted(file.first(), file.last());
    }

    private String outcome() {
        return commit == 0
                ? "nothing new, nothing changed"
                : "commit %d, %,d of %,d facts added".formatted(commit, added(), rows());
    }

    private static String counted(Map<String, Long> counts) {
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(count -> "%,d %s".formatted(count.getValue(), count.getKey()))
                        .toList());
    }
}

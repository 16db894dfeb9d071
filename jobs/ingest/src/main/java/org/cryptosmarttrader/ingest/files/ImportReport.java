package org.cryptosmarttrader.ingest.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.archive.Archive;

/**
 * What an import did.
 *
 * @param archive its folder
 * @param commit number of the commit made; 0 if nothing changed
 * @param format name of the layout
 * @param source id of the venue
 * @param files taken in, by name
 * @param known files the archive, or this import, had taken in already, each with where
 * @param setAside files set aside as a whole, each with its reason
 * @param leftAside files that are not of this format
 * @param clearedAway files that an earlier, interrupted change had left, or that are replaced for good
 * @param totals over all files taken in
 */
public record ImportReport(
        String archive,
        long commit,
        String format,
        String source,
        List<FileReport> files,
        List<String> known,
        List<String> setAside,
        List<String> leftAside,
        List<String> clearedAway,
        Totals totals) {

    /**
     * What was found in a file. Of its {@code rows} each was added, a duplicate or a conflict.
     *
     * @param sha256 of the file as received
     * @param rows good rows
     * @param added rows that the archive holds now and did not before
     * @param duplicates rows that the archive, another file or the file itself says already
     * @param conflicts rows that differ from one known before
     * @param corrected conflicts in which this file's row replaced the archive's
     * @param empty bars of volume or count 0: archived, and gaps to every computation
     * @param quarantined rows set aside
     * @param ohlcViolations those of them whose prices contradict each other
     * @param first start of the first bar or time of the first trade, null if there is no good row
     * @param last start of the last bar or time of the last trade
     * @param unit the file writes times in
     * @param gaps stretches of absent bars
     * @param missing absent bars
     * @param longestGap absent bars of the longest stretch
     * @param longestGapFrom start of its first absent bar, null if there is no gap
     */
    public record FileReport(
            String name,
            String sha256,
            String pair,
            String feed,
            long rows,
            long added,
            long duplicates,
            long conflicts,
            long corrected,
            long empty,
            long quarantined,
            long ohlcViolations,
            String first,
            String last,
            String unit,
            long gaps,
            long missing,
            long longestGap,
            String longestGapFrom) {}

    /** Sums over files. */
    public record Totals(
            long files,
            long rows,
            long added,
            long duplicates,
            long conflicts,
            long corrected,
            long empty,
            long quarantined,
            long ohlcViolations,
            long missing) {

        static Totals of(List<FileReport> files) {
            return new Totals(
                    files.size(),
                    sum(files, FileReport::rows),
                    sum(files, FileReport::added),
                    sum(files, FileReport::duplicates),
                    sum(files, FileReport::conflicts),
                    sum(files, FileReport::corrected),
                    sum(files, FileReport::empty),
                    sum(files, FileReport::quarantined),
                    sum(files, FileReport::ohlcViolations),
                    sum(files, FileReport::missing));
        }

        private static long sum(List<FileReport> files, ToLongFunction<FileReport> number) {
            return files.stream().mapToLong(number).sum();
        }
    }

    /** Columns of the table before this one are numbers, behind pair and feed. */
    private static final int NUMBERS_UNTIL = 11;

    /** As one JSON object on one line: keys sorted, equal reports as equal bytes. */
    public String json() {
        return Json.write(this);
    }

    /** As a table to be read. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("%s of %s into %s: %s".formatted(format, source, archive, outcome()));
        lines.addAll(table());
        known.forEach(file -> lines.add("known already: " + file));
        setAside.forEach(file -> lines.add("set aside: " + file));
        if (totals.conflicts > 0) {
            lines.add(notes("%,d conflicts".formatted(totals.conflicts), Archive.CONFLICTS));
        }
        if (totals.quarantined > 0 || !setAside.isEmpty()) {
            lines.add(notes(
                    "%,d rows and %,d files set aside".formatted(totals.quarantined, setAside.size()),
                    Archive.QUARANTINE));
        }
        if (!leftAside.isEmpty()) {
            lines.add("not of this format: %d files, e.g. %s".formatted(leftAside.size(), leftAside.get(0)));
        }
        if (!clearedAway.isEmpty()) {
            lines.add("cleared away: %d files of earlier changes, e.g. %s"
                    .formatted(clearedAway.size(), clearedAway.get(0)));
        }
        return String.join("\n", lines) + "\n";
    }

    private String notes(String what, String folder) {
        return commit == 0 ? what : "%s: %s/%s/%08d.jsonl".formatted(what, archive, folder, commit);
    }

    private String outcome() {
        return commit == 0
                ? "nothing new, nothing changed"
                : "commit %d, %,d of %,d rows added".formatted(commit, totals.added, totals.rows);
    }

    private List<String> table() {
        if (files.isEmpty()) {
            return List.of();
        }
        List<String[]> cells = new ArrayList<>();
        cells.add(new String[] {
            "pair",
            "feed",
            "rows",
            "added",
            "duplicates",
            "conflicts",
            "empty",
            "aside",
            "bad ohlc",
            "gaps",
            "missing bars",
            "longest gap, bars",
            "first",
            "last",
            "times in",
            "file"
        });
        files.forEach(file -> cells.add(cells(file)));
        int[] widths = new int[cells.get(0).length];
        for (String[] row : cells) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row[column].length());
            }
        }
        return cells.stream().map(row -> line(row, widths)).toList();
    }

    private static String[] cells(FileReport file) {
        return new String[] {
            file.pair(),
            file.feed(),
            number(file.rows()),
            number(file.added()),
            number(file.duplicates()),
            number(file.conflicts()),
            number(file.empty()),
            number(file.quarantined()),
            number(file.ohlcViolations()),
            number(file.gaps()),
            number(file.missing()),
            file.longestGap() == 0 ? "0" : number(file.longestGap()) + " from " + file.longestGapFrom(),
            String.valueOf(file.first()),
            String.valueOf(file.last()),
            String.valueOf(file.unit()),
            file.name()
        };
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String line(String[] cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.length; column++) {
            boolean isNumber = Character.isDigit(cells[column].charAt(0)) && column < NUMBERS_UNTIL;
            line.append(
                    (isNumber ? "%" + widths[column] + "s  " : "%-" + widths[column] + "s  ").formatted(cells[column]));
        }
        return line.toString().stripTrailing();
    }
}

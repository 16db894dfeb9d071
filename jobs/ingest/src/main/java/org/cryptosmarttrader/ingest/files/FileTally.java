package org.cryptosmarttrader.ingest.files;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.wire.archive.Coverage;

/** What was met in one file, counted as it is read and merged. Not thread-safe. */
final class FileTally {

    private static final long NONE = Long.MIN_VALUE;

    private final PairFeed of;
    private final Map<Fault, Long> setAside = new EnumMap<>(Fault.class);
    private long rows;
    private long added;
    private long firstAdded = Long.MAX_VALUE;
    private long lastAdded = Long.MIN_VALUE;
    private long duplicates;
    private long kept;
    private long gaveWay;
    private long corrected;
    private long empty;
    private long first = Long.MAX_VALUE;
    private long last = NONE;
    private long gaps;
    private long missing;
    private long longestGap;
    private long longestGapFrom;

    FileTally(PairFeed of) {
        this.of = of;
    }

    /** A good row, in order of time; a bar is noted by its start. */
    void read(Row row) {
        boolean isBar = of.feed().kind() == EventKind.BAR;
        long at = isBar ? row.sequence() : row.eventTime();
        if (isBar && last != NONE) {
            noteGap((at - last) / of.feed().intervalMillis() - 1);
        }
        rows++;
        first = Math.min(first, at);
        last = at;
        empty += isBar && BarReader.isEmpty(row) ? 1 : 0;
    }

    private void noteGap(long bars) {
        gaps += bars > 0 ? 1 : 0;
        missing += bars;
        if (bars > longestGap) {
            longestGap = bars;
            longestGapFrom = last + of.feed().intervalMillis();
        }
    }

    /** A row that the archive did not hold. */
    void added(Row row) {
        added++;
        firstAdded = Math.min(firstAdded, row.eventTime());
        lastAdded = Math.max(lastAdded, row.eventTime());
    }

    long added() {
        return added;
    }

    /** What the archive holds more because of this file; there must be something. */
    Coverage coverage() {
        return new Coverage(of.pair(), of.feed().id(), added, firstAdded, lastAdded);
    }

    /** A row that the archive or another file says already. */
    void duplicate() {
        duplicates++;
    }

    /** A row that repeats an earlier one of its own file. */
    void repeated() {
        rows++;
        duplicates++;
    }

    /** A row that differs from one known before: it replaces that one, or gives way to it. */
    void conflict(boolean replaces) {
        corrected += replaces ? 1 : 0;
        kept += replaces ? 0 : 1;
    }

    /** A conflict in which the archive's row stayed. */
    void giveWay() {
        gaveWay++;
    }

    void setAside(Fault fault) {
        setAside.merge(fault, 1L, Long::sum);
    }

    long rows() {
        return rows;
    }

    /** Rows that a correction would have taken. */
    long gaveWay() {
        return gaveWay;
    }

    ImportReport.FileReport report(String name, String sha256, TimeColumn.Unit unit) {
        return new ImportReport.FileReport(
                name,
                sha256,
                of.pair(),
                of.feed().id(),
                rows,
                added,
                duplicates,
                corrected + kept,
                corrected,
                empty,
                setAside.values().stream().mapToLong(Long::longValue).sum(),
                setAside.getOrDefault(Fault.OHLC, 0L),
                rows == 0 ? null : instant(first),
                rows == 0 ? null : instant(last),
                unit == null ? null : unit.label(),
                gaps,
                missing,
                longestGap,
                longestGap == 0 ? null : instant(longestGapFrom));
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}

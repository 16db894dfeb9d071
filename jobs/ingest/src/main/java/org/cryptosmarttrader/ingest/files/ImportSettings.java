package org.cryptosmarttrader.ingest.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.domain.Symbols;

/**
 * What to import, and how.
 *
 * @param from folders, files, zips or jars, or entries of them as {@code ARCHIVE.zip!ENTRY}; where two rows contradict each
 *     other, the earlier in this order is believed
 * @param format name of the layout, e.g. {@code kraken-ohlcvt}
 * @param source id of the venue the rows come from; null if the layout is that venue's own
 * @param archive folder of the archive
 * @param quarantine whether bad rows and files are set aside instead of stopping the import
 * @param correction whether values that differ from the archive's replace them
 * @param barDelayMillis assigned delay of a bar's availability after its end
 * @param tradeDelayMillis assigned delay of a trade's availability after its execution
 * @param csv how to read delimited texts; null for formats with a layout of their own
 * @param symbols how names of pairs are understood
 */
public record ImportSettings(
        List<String> from,
        String format,
        String source,
        Path archive,
        boolean quarantine,
        boolean correction,
        long barDelayMillis,
        long tradeDelayMillis,
        CsvOptions csv,
        Symbols symbols) {

    /** An event that becomes available later than this is late and would change no bar in time. */
    private static final long ALLOWED_LATENESS = 5_000;

    private static final long BAR_DELAY = 5_000;
    private static final long TRADE_DELAY = 1_000;

    /** @throws IllegalArgumentException if settings do not fit; says all that is wrong */
    public ImportSettings {
        from = List.copyOf(from);
        List<String> faults = new ArrayList<>();
        Optional<FileFormat> layout = Formats.named(format, csv);
        if (layout.isEmpty()) {
            faults.add("format is '%s', expected one of %s".formatted(format, String.join(", ", Formats.names())));
        }
        if (source == null) {
            source = layout.map(FileFormat::venue).orElse(null);
        }
        if (source == null || !source.matches("[a-z0-9][a-z0-9-]*")) {
            faults.add("source is %s, expected the venue's id in small letters such as kraken; state it with --source"
                    .formatted(source == null ? "not stated" : "'" + source + "'"));
        }
        if ("csv".equals(format) && csv == null) {
            faults.add(
                    "the columns are not stated; state them with --map, e.g. time=timestamp,price=price,quantity=amount");
        }
        if (from.isEmpty()) {
            faults.add("nothing to import is named; name files or folders with --from");
        }
        requireDelay("bars", barDelayMillis, faults);
        requireDelay("trades", tradeDelayMillis, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("import: " + String.join("; ", faults));
        }
    }

    private static void requireDelay(String what, long millis, List<String> faults) {
        if (millis < 0 || millis > ALLOWED_LATENESS) {
            faults.add("delay of %s is %d ms, expected 0 to %d, or all of them would be late"
                    .formatted(what, millis, ALLOWED_LATENESS));
        }
    }

    /** The usual settings: nothing is set aside, nothing replaced, pairs by their plain names. */
    public static ImportSettings of(String from, String format, String source, Path archive, CsvOptions csv) {
        return new ImportSettings(
                List.of(from), format, source, archive, false, false, BAR_DELAY, TRADE_DELAY, csv, Symbols.plain());
    }

    public ImportSettings withFrom(List<String> paths) {
        return new ImportSettings(
                paths, format, source, archive, quarantine, correction, barDelayMillis, tradeDelayMillis, csv, symbols);
    }

    public ImportSettings withQuarantine() {
        return new ImportSettings(
                from, format, source, archive, true, correction, barDelayMillis, tradeDelayMillis, csv, symbols);
    }

    public ImportSettings asCorrection() {
        return new ImportSettings(
                from, format, source, archive, quarantine, true, barDelayMillis, tradeDelayMillis, csv, symbols);
    }

    public ImportSettings withDelays(long barMillis, long tradeMillis) {
        return new ImportSettings(
                from, format, source, archive, quarantine, correction, barMillis, tradeMillis, csv, symbols);
    }

    public ImportSettings withSymbols(Symbols known) {
        return new ImportSettings(
                from, format, source, archive, quarantine, correction, barDelayMillis, tradeDelayMillis, csv, known);
    }

    /** How columns are understood; the same bytes under another reading are other events. */
    String reading() {
        return csv == null ? format : format + " " + csv.reading();
    }

    FileFormat layout() {
        return Formats.named(format, csv).orElseThrow();
    }

    long delayOf(PairFeed of) {
        return of.feed().intervalMillis() > 0 ? barDelayMillis : tradeDelayMillis;
    }
}

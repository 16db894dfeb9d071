package org.cryptosmarttrader.app.commands;

import org.cryptosmarttrader.ingest.files.ColumnMap;
import org.cryptosmarttrader.ingest.files.CsvOptions;
import picocli.CommandLine.Option;

/** How to read a delimited text that has no layout of its own. */
public final class MappingOptions {

    @Option(
            names = "--map",
            paramLabel = "NAME=COLUMN,...",
            description =
                    "columns of a text, by their names or counted from 1: for trades time=,price=,quantity=[,id=,side=]; "
                            + "for bars time=,open=,high=,low=,close=,volume=[,quote_volume=,trades=,buy_volume=,sell_volume=] "
                            + "(default: none; --format csv needs it)")
    private String map;

    @Option(
            names = "--delimiter",
            paramLabel = "CHARACTER",
            description = "between the columns of a text, or the word tab (default: a comma)")
    private String delimiter;

    @Option(
            names = "--pair",
            paramLabel = "PAIR",
            description = "pair of all rows of a text, e.g. BTC/USD (default: by the file's name)")
    private String pair;

    @Option(
            names = "--interval",
            paramLabel = "LENGTH",
            description =
                    "length of the bars of a text: minutes, or a number with m, h or d (default: by the file's name)")
    private String interval;

    boolean isStated() {
        return map != null;
    }

    /**
     * @param format name of the layout
     * @return null for a layout with columns of its own
     * @throws IllegalArgumentException if the words do not fit the layout or each other
     */
    CsvOptions csv(String format) {
        if (!format.equals("csv")) {
            requireNone(format);
            return null;
        }
        return map == null ? null : new CsvOptions(ColumnMap.parse(map), delimiter(), pair, interval);
    }

    private void requireNone(String format) {
        if (map != null || delimiter != null || pair != null || interval != null) {
            throw new IllegalArgumentException(
                    ("import: --map, --delimiter, --pair and --interval describe --format csv, not %s, "
                                    + "whose files say all that themselves; leave them out")
                            .formatted(format));
        }
    }

    private char delimiter() {
        String character = delimiter == null ? "," : delimiter.equals("tab") ? "\t" : delimiter;
        if (character.length() != 1) {
            throw new IllegalArgumentException(
                    "import: --delimiter '%s': expected one character or the word tab".formatted(delimiter));
        }
        return character.charAt(0);
    }
}

package org.cryptosmarttrader.ingest.facts;

import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Where rows of delimited text stand in their file. */
public final class CsvLines {

    private static final Pattern END = Pattern.compile("\r\n|\r|\n");

    private CsvLines() {}

    /**
     * The line on which a row begins, from 1. The parser counts to the row's end; quoted values may hold line ends.
     *
     * @param last row the parser gave
     */
    public static long first(CSVParser parser, CSVRecord last) {
        long ends = last.stream()
                .mapToLong(value -> END.matcher(value).results().count())
                .sum();
        return parser.getCurrentLineNumber() - ends;
    }
}

package org.cryptosmarttrader.ingest.facts.chain;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.cryptosmarttrader.ingest.facts.CsvLines;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.BadRows;
import org.cryptosmarttrader.ingest.files.Fault;
import org.cryptosmarttrader.ingest.files.Received;

/** Rows of a comma-separated file whose first line names its columns. */
final class CsvRows {

    /** Takes a row and the line it begins on. */
    interface Taker {
        void take(CSVRecord row, long line) throws BadRow;
    }

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private CsvRows() {}

    /**
     * Reads a file to its end.
     *
     * @param required columns it must have
     * @throws BadRow if it has no header, or a column is missing
     */
    static void read(Received file, List<String> required, BadRows badRows, Taker taker) throws IOException, BadRow {
        try (Reader text = text(file);
                CSVParser parser = FORMAT.parse(text)) {
            requireColumns(parser, required);
            Iterator<CSVRecord> rows = parser.iterator();
            while (rows.hasNext()) {
                CSVRecord row = rows.next();
                take(file, row, CsvLines.first(parser, row), badRows, taker);
            }
        } catch (UncheckedIOException e) {
            throw broken(e.getCause());
        } catch (CSVException e) {
            throw broken(e);
        } catch (IllegalArgumentException e) {
            throw new BadRow(Fault.HEADER, "header: %s".formatted(e.getMessage()));
        }
    }

    private static Reader text(Received file) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(file.content(), StandardCharsets.UTF_8));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static void requireColumns(CSVParser parser, List<String> required) throws BadRow {
        List<String> absent = required.stream()
                .filter(column -> !parser.getHeaderNames().contains(column))
                .toList();
        if (!absent.isEmpty()) {
            throw new BadRow(
                    Fault.HEADER,
                    "no column %s; the first line names %s"
                            .formatted(String.join(", ", absent), String.join(", ", parser.getHeaderNames())));
        }
    }

    private static void take(Received file, CSVRecord row, long line, BadRows badRows, Taker taker) throws IOException {
        try {
            if (!row.isConsistent()) {
                throw new BadRow(
                        Fault.COLUMNS,
                        "%d columns, expected %d as in the header"
                                .formatted(
                                        row.size(),
                                        row.getParser().getHeaderNames().size()));
            }
            taker.take(row, line);
        } catch (BadRow e) {
            badRows.meet(file.name(), "line", line, String.join(",", row.values()), e);
        }
    }

    private static BadRow broken(IOException cause) throws IOException {
        if (cause instanceof EOFException || cause instanceof ZipException) {
            throw cause;
        }
        return new BadRow(Fault.DAMAGED, "no table of text (%s)".formatted(cause.getMessage()));
    }
}

package org.cryptosmarttrader.ingest.facts.texts;

import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.cryptosmarttrader.ingest.facts.CsvLines;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.Fault;

/** Rows of a text with delimited columns and a header; quoted values may hold delimiters, quotes and line ends. */
final class CsvTextRows implements TextRows {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private CSVRecord record;

    /**
     * @param required columns without which it is no file of the form
     * @throws BadRow if the header lacks one or names one twice
     */
    CsvTextRows(Reader text, char delimiter, List<String> required) throws IOException, BadRow {
        parser = CSVParser.builder()
                .setReader(text)
                .setFormat(CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get())
                .get();
        records = parser.iterator();
        if (!records.hasNext()) {
            throw new BadRow(Fault.EMPTY, "the file is empty");
        }
        header = records.next().stream()
                .map(name -> name.replace(BYTE_ORDER_MARK, "").strip())
                .toList();
        requireColumns(required);
    }

    private void requireColumns(List<String> required) throws BadRow {
        List<String> missing =
                required.stream().filter(name -> !header.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new BadRow(
                    Fault.COLUMN_NAMES,
                    "the header has no column %s, it has %s"
                            .formatted(String.join(", ", missing), String.join(", ", header)));
        }
        if (new TreeSet<>(header).size() < header.size()) {
            throw new BadRow(Fault.COLUMN_NAMES, "the header names a column twice: " + String.join(", ", header));
        }
    }

    @Override
    public TextRow next() throws BadRow {
        if (!records.hasNext()) {
            return null;
        }
        record = records.next();
        if (record.size() != header.size()) {
            throw new BadRow(
                    Fault.COLUMNS, "%d columns, expected %d as in the header".formatted(record.size(), header.size()));
        }
        TextRow row = new TextRow();
        for (int column = 0; column < header.size(); column++) {
            row.put(header.get(column), record.get(column));
        }
        return row;
    }

    @Override
    public long line() {
        return CsvLines.first(parser, record);
    }

    @Override
    public String shown() {
        return String.join(" | ", record);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}

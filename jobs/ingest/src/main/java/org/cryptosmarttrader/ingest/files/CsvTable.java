package org.cryptosmarttrader.ingest.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows of a text with delimited columns, all as wide as the first. Empty lines are passed over. */
final class CsvTable implements Table {

    private final Lines lines;
    private final char delimiter;
    private final Columns columns;
    private final int width;
    private final String expected;
    private String line = "";
    private String pending;

    private CsvTable(First first, Columns columns, int width, String expected) {
        this.lines = first.lines;
        this.delimiter = first.delimiter;
        this.columns = columns;
        this.width = width;
        this.expected = expected;
    }

    /** The first line of a text, read before it is known what the columns are. */
    private record First(Lines lines, char delimiter, String line, String[] fields) {
        static First of(Lines lines, char delimiter) throws IOException, BadRow {
            try {
                String line = readLine(lines);
                return new First(lines, delimiter, line, line == null ? new String[0] : split(line, delimiter));
            } catch (IOException | BadRow e) {
                lines.close();
                throw e;
            }
        }

        boolean beginsWithDigit(int column) {
            return column < fields.length && !fields[column].isEmpty() && Character.isDigit(fields[column].charAt(0));
        }
    }

    /** A table in comma-separated columns without a header, as wide as one of the choices. */
    static CsvTable ofWidths(Lines lines, Columns... choices) throws IOException, BadRow {
        First first = First.of(lines, ',');
        SortedMap<Integer, Columns> byWidth = new TreeMap<>();
        for (Columns choice : choices) {
            byWidth.put(choice.width(), choice);
        }
        Columns columns = byWidth.get(first.fields.length);
        CsvTable table = columns == null
                ? new CsvTable(first, byWidth.get(byWidth.firstKey()), byWidth.firstKey(), either(byWidth))
                : new CsvTable(first, columns, columns.width(), columns.width() + " as in the first line");
        table.pending = first.line;
        return table;
    }

    private static String either(SortedMap<Integer, Columns> byWidth) {
        return String.join(
                " or ", byWidth.keySet().stream().map(String::valueOf).toList());
    }

    /** A table whose first line names the columns. */
    static CsvTable withHeader(Lines lines, char delimiter, ColumnMap map) throws IOException, BadRow {
        First first = First.of(lines, delimiter);
        try {
            Columns columns = map.columns(List.of(first.fields));
            return new CsvTable(first, columns, columns.width(), columns.width() + " as in the header");
        } catch (BadRow e) {
            lines.close();
            throw e;
        }
    }

    /** A table whose columns are counted; a first line whose time begins with no digit is a header and left out. */
    static CsvTable byPosition(Lines lines, char delimiter, ColumnMap map) throws IOException, BadRow {
        First first = First.of(lines, delimiter);
        Columns columns = map.columnsByPosition();
        int width = Math.max(columns.width(), first.fields.length);
        CsvTable table = new CsvTable(first, columns, width, width + " as in the first line");
        table.pending = first.beginsWithDigit(columns.time()) ? first.line : null;
        return table;
    }

    /** Leaves out the first line if it is a header. */
    CsvTable skippingHeader() {
        if (pending != null && !pending.isEmpty() && !Character.isDigit(pending.charAt(0))) {
            pending = null;
        }
        return this;
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public String[] next() throws IOException, BadRow {
        line = "";
        String read = pending == null ? readLine(lines) : pending;
        pending = null;
        if (read == null) {
            return null;
        }
        line = read;
        String[] fields = split(line, delimiter);
        if (fields.length != width) {
            throw new BadRow(Fault.COLUMNS, "%d columns, expected %s".formatted(fields.length, expected));
        }
        return fields;
    }

    private static String readLine(Lines lines) throws IOException, BadRow {
        String read = lines.next();
        while (read != null && read.isBlank()) {
            read = lines.next();
        }
        return read;
    }

    private static String[] split(String line, char delimiter) {
        return line.indexOf('"') < 0 ? splitPlain(line, delimiter) : splitQuoted(line, delimiter);
    }

    private static String[] splitPlain(String line, char delimiter) {
        List<String> fields = new ArrayList<>(12);
        int from = 0;
        for (int at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, from)) {
            fields.add(line.substring(from, at).strip());
            from = at + 1;
        }
        fields.add(line.substring(from).strip());
        return fields.toArray(String[]::new);
    }

    /** A quoted field may hold the delimiter, and a quote written twice. */
    private static String[] splitQuoted(String line, char delimiter) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"' && quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                field.append('"');
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields.toArray(String[]::new);
    }

    @Override
    public long number() {
        return lines.number();
    }

    @Override
    public String unit() {
        return "line";
    }

    @Override
    public String shown() {
        return line;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

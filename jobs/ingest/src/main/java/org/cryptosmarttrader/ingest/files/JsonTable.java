package org.cryptosmarttrader.ingest.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of a JSON list: each a list of values in a fixed order, or an object whose values have names. Read as a stream; the
 * file may be larger than the memory.
 */
final class JsonTable implements Table {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // so that a row can be refused for its NaN, not the file for its JSON
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final JsonParser parser;
    private final String name;
    private final Columns columns;
    private final List<String> names;
    private final int listWidth;
    private final String[] row;
    private long number;

    /**
     * @param names of the values, in the order of a row; those behind {@code listWidth} stand in objects only
     * @param listWidth values of a row that is a list
     */
    JsonTable(InputStream in, String name, Columns columns, List<String> names, int listWidth) throws IOException {
        this.name = name;
        this.parser = parser(in);
        this.columns = columns;
        this.names = names;
        this.listWidth = listWidth;
        this.row = new String[names.size()];
        try {
            requireList();
        } catch (IOException e) {
            parser.close();
            throw e;
        }
    }

    /** Its first bytes tell the encoding, or that there is none. */
    private JsonParser parser(InputStream in) throws IOException {
        try {
            return FACTORY.createParser(in);
        } catch (CharConversionException e) {
            throw notJson(e);
        }
    }

    private ImportException notJson(CharConversionException e) {
        return new ImportException(
                Fault.DAMAGED, "%s row %d: not JSON (%s)".formatted(name, number, e.getMessage()), e);
    }

    private void requireList() throws IOException {
        JsonToken first = token();
        if (first != JsonToken.START_ARRAY) {
            throw new ImportException(
                    Fault.DAMAGED, "%s: begins with %s, expected a JSON list of rows".formatted(name, first));
        }
    }

    private JsonToken token() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_STRING) {
                // read to its end here, where it is said of which file
                parser.finishToken();
            }
            return token;
        } catch (JsonEOFException e) {
            throw new ImportException(
                    Fault.TRUNCATED, "%s row %d: the JSON ends in the middle".formatted(name, number), e);
        } catch (JsonProcessingException e) {
            throw new ImportException(
                    Fault.DAMAGED, "%s row %d: not JSON (%s)".formatted(name, number, e.getOriginalMessage()), e);
        } catch (CharConversionException e) {
            throw notJson(e);
        }
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public String[] next() throws IOException, BadRow {
        JsonToken begin = token();
        if (begin == JsonToken.END_ARRAY) {
            return null;
        }
        number++;
        Arrays.fill(row, null);
        if (begin == JsonToken.START_ARRAY) {
            readList();
        } else if (begin == JsonToken.START_OBJECT) {
            readObject();
        } else {
            throw new BadRow(Fault.COLUMNS, "neither a list nor an object");
        }
        return row;
    }

    private void readList() throws IOException, BadRow {
        int width = 0;
        for (JsonToken token = token(); token != JsonToken.END_ARRAY; token = token()) {
            if (width < listWidth) {
                row[width] = text(token);
            }
            width++;
        }
        if (width != listWidth) {
            throw new BadRow(Fault.COLUMNS, "%d values, expected %d".formatted(width, listWidth));
        }
    }

    private void readObject() throws IOException {
        for (JsonToken field = token(); field != JsonToken.END_OBJECT; field = token()) {
            int index = names.indexOf(parser.currentName());
            String text = text(token());
            if (index >= 0) {
                row[index] = text;
            }
        }
    }

    /** A value as it is written; a list or object as its bracket, and passed over. */
    private String text(JsonToken token) throws IOException {
        String text = token == JsonToken.VALUE_NULL ? null : parser.getText();
        int depth = token.isStructStart() ? 1 : 0;
        while (depth > 0) {
            JsonToken inner = token();
            depth += inner.isStructStart() ? 1 : inner.isStructEnd() ? -1 : 0;
        }
        return text;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String unit() {
        return "row";
    }

    @Override
    public String shown() {
        return Arrays.toString(row);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}

package org.cryptosmarttrader.ingest.facts.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cryptosmarttrader.ingest.files.BadRow;
import org.cryptosmarttrader.ingest.files.BadRows;
import org.cryptosmarttrader.ingest.files.Fault;
import org.cryptosmarttrader.ingest.files.Received;
import org.cryptosmarttrader.ingest.net.WholeJson;
import org.cryptosmarttrader.wire.Json;

/** Rows of a file of JSON lines, and values out of them. Decimals stay as they are written. */
final class JsonRows {

    /** Takes a row. */
    interface Taker {
        void take(JsonNode row, long line) throws BadRow;
    }

    private static final ObjectReader READER =
            Json.mapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final int SHOWN = 500;

    /** Digits before or after the point beyond which a number is no amount; a sum of it would fill the memory. */
    private static final int MOST_DIGITS = 80;

    private JsonRows() {}

    /** Reads a file to its end; empty lines are passed over. */
    static void read(Received file, BadRows badRows, Taker taker) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file.content(), StandardCharsets.UTF_8))) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    take(file, line, number, badRows, taker);
                }
            }
        }
    }

    private static void take(Received file, String line, long number, BadRows badRows, Taker taker) throws IOException {
        try {
            taker.take(object(line), number);
        } catch (BadRow e) {
            badRows.meet(file.name(), "line", number, shown(line), e);
        }
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(SHOWN, text.length()));
    }

    private static JsonNode object(String line) throws BadRow, IOException {
        try {
            JsonNode row = WholeJson.tree(READER, line);
            if (row.isObject()) {
                return row;
            }
        } catch (JsonProcessingException e) {
            throw new BadRow(Fault.COLUMNS, "no JSON (%s)".formatted(e.getOriginalMessage()));
        }
        throw new BadRow(Fault.COLUMNS, "no JSON object");
    }

    /** A text, or a number as it is written. */
    static String text(JsonNode row, String name) throws BadRow {
        return optional(row, name).orElseThrow(() -> new BadRow(Fault.COLUMNS, "%s is missing".formatted(name)));
    }

    static Optional<String> optional(JsonNode row, String name) {
        JsonNode value = row.path(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? Optional.of(value.asText().trim())
                : Optional.empty();
    }

    /** A number of 0 or more. */
    static BigDecimal amount(JsonNode row, String name) throws BadRow {
        String text = text(row, name);
        BigDecimal amount;
        try {
            amount = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new BadRow(Fault.NOT_A_NUMBER, "%s is '%s', expected a number".formatted(name, shown(text)));
        }
        if (amount.precision() > MOST_DIGITS || Math.abs(amount.scale()) > MOST_DIGITS) {
            throw new BadRow(
                    Fault.NOT_A_NUMBER,
                    "%s is '%s', expected a number of at most %d digits".formatted(name, shown(text), MOST_DIGITS));
        }
        if (amount.signum() < 0) {
            throw new BadRow(Fault.AMOUNT, "%s is %s, expected 0 or more".formatted(name, text));
        }
        return amount;
    }
}

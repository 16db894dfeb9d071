package org.cryptosmarttrader.app.certify.origin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.cryptosmarttrader.wire.Json;

/** Reads the rows of one payload that events refer to. */
final class PayloadReading {

    /** Decimals stay as they are written; a value that is no number spoils its row, not the payload. */
    private static final ObjectReader JSON = Json.mapper()
            .reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature());

    private final Layouts.Known known;
    private final RawRows rows;

    /** Takes what a payload says of an event. */
    interface Taker {

        /**
         * @param earliest instant at which it can have been known; empty if the payload does not say
         * @param isQuoted whether the numbers of the event stand in the payload's row
         */
        void take(Claim claim, OptionalLong earliest, boolean isQuoted);
    }

    PayloadReading(Layouts.Known known, RawRows rows) {
        this.known = known;
        this.rows = rows;
    }

    /** @param claims about rows of this payload, in any order */
    void read(List<Claim> claims, Taker taker) throws IOException {
        List<Claim> ascending =
                claims.stream().sorted(Comparator.comparingLong(Claim::row)).toList();
        switch (known.form()) {
            case JSON_LIST -> readList(ascending, taker);
            case JSON_LINES, DELIMITED -> readLines(ascending, taker);
        }
    }

    private void readList(List<Claim> claims, Taker taker) throws IOException {
        JsonNode list = JSON.readTree(rows.rest());
        for (Claim claim : claims) {
            Layout.Row row = new OfJson(list.path((int) claim.row() - 1));
            taker.take(claim, known.layout().earliest(row, claim), claim.isQuotedFrom(row));
        }
    }

    private void readLines(List<Claim> claims, Taker taker) throws IOException {
        List<String> header = List.of();
        if (known.hasHeader()) {
            String first = rows.filledLine();
            header = first == null ? List.of() : rows.fields(first, known.delimiter());
        }
        long at = 0;
        Layout.Row row = null;
        for (Claim claim : claims) {
            if (claim.row() != at) {
                at = claim.row();
                row = row(at, header);
            }
            if (row == null) {
                taker.take(claim, OptionalLong.empty(), false);
            } else {
                taker.take(claim, known.layout().earliest(row, claim), claim.isQuotedFrom(row));
            }
        }
    }

    /** Null if there is no such row. */
    private Layout.Row row(long number, List<String> header) throws IOException {
        if (number <= rows.number()) {
            return null;
        }
        String line = rows.line(number);
        if (line == null) {
            return null;
        }
        if (known.form() == Layouts.Form.DELIMITED) {
            return new OfText(header, rows.fields(line, known.delimiter()));
        }
        try {
            return new OfJson(JSON.readTree(line));
        } catch (JsonProcessingException noRow) {
            return null;
        }
    }

    private record OfText(List<String> header, List<String> fields) implements Layout.Row {
        @Override
        public String at(int place) {
            return place >= 0 && place < fields.size() ? fields.get(place) : "";
        }

        @Override
        public String named(String name) {
            return at(header.stream().map(String::strip).toList().indexOf(name));
        }
    }

    private record OfJson(JsonNode row) implements Layout.Row {
        @Override
        public String at(int place) {
            return text(row.path(place));
        }

        @Override
        public String named(String name) {
            return text(row.path(name));
        }

        @Override
        public List<String> fields() {
            List<String> fields = new ArrayList<>();
            row.elements().forEachRemaining(value -> fields.add(text(value)));
            return fields;
        }

        private static String text(JsonNode value) {
            if (value.isBigDecimal()) {
                return value.decimalValue().toPlainString();
            }
            return value.isNull() ? "" : value.asText("");
        }
    }
}

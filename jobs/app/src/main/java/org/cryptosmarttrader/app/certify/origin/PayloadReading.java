package org.cryptosmarttrader.app.certify.origin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.cryptosmarttrader.wire.Json;

/** Reads the rows of one payload that events refer to. */
final class PayloadReading {

    private final Layouts.Known known;
    private final RawRows rows;

    /** Takes what a payload says of an event; empty if it does not say. */
    interface Taker {
        void take(Claim claim, OptionalLong earliest);
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
        JsonNode list = Json.mapper().readTree(rows.rest());
        for (Claim claim : claims) {
            JsonNode row = list.path((int) claim.row() - 1);
            taker.take(claim, known.layout().earliest(new OfJson(row), claim));
        }
    }

    private void readLines(List<Claim> claims, Taker taker) throws IOException {
        List<String> header = List.of();
        if (known.hasHeader()) {
            String first = rows.line();
            header = first == null ? List.of() : rows.fields(first, known.delimiter());
        }
        long at = 0;
        Layout.Row row = null;
        for (Claim claim : claims) {
            if (claim.row() != at) {
                at = claim.row();
                row = row(at, header);
            }
            taker.take(
                    claim, row == null ? OptionalLong.empty() : known.layout().earliest(row, claim));
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
            return new OfJson(Json.mapper().readTree(line));
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
            return row.path(place).asText("");
        }

        @Override
        public String named(String name) {
            return row.path(name).isNull() ? "" : row.path(name).asText("");
        }
    }
}

package org.cryptosmarttrader.ingest.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cryptosmarttrader.domain.EventKind;

/**
 * Which column of a table says what: {@code time=timestamp,price=price,quantity=amount}. A column is named as in the
 * table's header, or counted from 1 if there is none.
 *
 * @param kind bars if there is an {@code open}, trades if there is a {@code price}
 * @param columns by what they say: {@code time}, {@code id} and {@code side} of a trade, and the kind's numbers
 */
public record ColumnMap(EventKind kind, SortedMap<String, String> columns) {

    private static final List<String> OF_BARS = List.of("time", "open", "high", "low", "close", "volume");
    private static final List<String> OF_TRADES = List.of("time", "price", "quantity");

    /** The trades of Bitstamp as ta4j's examples carry them. */
    public static final ColumnMap BITSTAMP_TRADES = parse("time=timestamp,price=price,quantity=amount");

    /**
     * @throws IllegalArgumentException if a column is missing, unknown or named twice; says all that is wrong
     */
    public static ColumnMap parse(String text) {
        SortedMap<String, String> columns = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] sides = part.split("=", 2);
            if (sides.length < 2 || sides[0].isBlank() || sides[1].isBlank()) {
                faults.add("'%s' is not NAME=COLUMN".formatted(part));
            } else if (columns.put(sides[0].strip(), sides[1].strip()) != null) {
                faults.add("'%s' stands twice".formatted(sides[0].strip()));
            }
        }
        EventKind kind = columns.containsKey("price") ? EventKind.TRADE : EventKind.BAR;
        faults.addAll(missing(kind, columns));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("column map '%s': %s; write for bars %s, for trades %s"
                    .formatted(
                            text,
                            String.join(", ", faults),
                            "time=…,open=…,high=…,low=…,close=…,volume=…[,quote_volume=…,trades=…,buy_volume=…,sell_volume=…]",
                            "time=…,price=…,quantity=…[,id=…,side=…]"));
        }
        return new ColumnMap(kind, columns);
    }

    private static List<String> missing(EventKind kind, Map<String, String> columns) {
        List<String> needed = kind == EventKind.TRADE ? OF_TRADES : OF_BARS;
        List<String> known = new ArrayList<>(Columns.numbers(kind));
        known.addAll(kind == EventKind.TRADE ? List.of("time", "id", "side") : List.of("time"));
        List<String> faults = new ArrayList<>();
        needed.stream().filter(name -> !columns.containsKey(name)).forEach(name -> faults.add("no " + name));
        columns.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add("'%s' is not known".formatted(name)));
        return faults;
    }

    /** As it could be typed, in alphabetical order. */
    @Override
    public String toString() {
        return columns.entrySet().stream()
                .map(column -> column.getKey() + "=" + column.getValue())
                .collect(Collectors.joining(","));
    }

    /** Whether columns are counted, so that the table needs no header. */
    boolean isByPosition() {
        return columns.values().stream().allMatch(column -> column.matches("[1-9][0-9]?"));
    }

    /**
     * Where the columns stand under a header.
     *
     * @throws BadRow if the header lacks some; names all of them
     */
    Columns columns(List<String> header) throws BadRow {
        List<String> absent = columns.values().stream()
                .filter(column -> !header.contains(column))
                .sorted()
                .toList();
        if (!absent.isEmpty()) {
            throw new BadRow(Fault.HEADER, "no column %s among %s".formatted(String.join(", ", absent), header));
        }
        return Columns.of(
                kind,
                header.size(),
                name -> columns.containsKey(name) ? header.indexOf(columns.get(name)) : Columns.ABSENT);
    }

    /** Where the columns stand if they are counted. */
    Columns columnsByPosition() {
        int last = columns.values().stream().mapToInt(Integer::parseInt).max().orElseThrow();
        return Columns.of(
                kind,
                last,
                name -> columns.containsKey(name) ? Integer.parseInt(columns.get(name)) - 1 : Columns.ABSENT);
    }
}

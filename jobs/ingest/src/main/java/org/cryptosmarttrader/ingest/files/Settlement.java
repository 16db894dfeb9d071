package org.cryptosmarttrader.ingest.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.EventKind;

/**
 * Decides what the archive will hold of one instant, of which the archive and several files may speak.
 *
 * <p>Equal rows of one key are one row; of different ones the archive's or else the earlier file's stays, unless the import
 * is a correction of the archive. One row of one payload is one row however it is read. Trades without ids have no key: each equal trade counts as often as the file that has it
 * most often. Not thread-safe.
 */
final class Settlement {

    private final boolean isCorrection;
    private final List<FileTally> tallies;
    private final Conflicts conflicts;

    /** @param tallies by number of the file */
    Settlement(boolean isCorrection, List<FileTally> tallies, Conflicts conflicts) {
        this.isCorrection = isCorrection;
        this.tallies = tallies;
        this.conflicts = conflicts;
    }

    /**
     * @param instant rows of one instant, the archive's first, then file by file
     * @return what stays, numbered and in canonical order
     */
    List<Row> settle(List<Row> instant) throws IOException {
        Map<PairFeed, List<Row>> streams = new LinkedHashMap<>();
        for (Row row : instant) {
            streams.computeIfAbsent(row.of(), absent -> new ArrayList<>(2)).add(row);
        }
        List<Row> settled = new ArrayList<>(instant.size());
        for (List<Row> read : streams.values()) {
            List<Row> rows = settleByPlace(read);
            settled.addAll(isWithoutIds(rows) ? settleByValue(rows) : settleByNumber(rows));
        }
        settled.sort(Row.WITHIN_INSTANT);
        return settled;
    }

    private static boolean isWithoutIds(List<Row> rows) {
        return rows.get(0).of().feed().kind() == EventKind.TRADE
                && rows.stream().allMatch(Row::isNumberedByTime);
    }

    /** Trades read again in another way: bars need no such care, their number is their time. */
    private List<Row> settleByPlace(List<Row> rows) throws IOException {
        if (rows.get(0).of().feed().kind() == EventKind.BAR || !rows.get(0).isArchived()) {
            return rows;
        }
        List<Row> settled = new ArrayList<>(rows.size());
        Map<Place, Integer> places = new LinkedHashMap<>();
        for (Row row : rows) {
            Integer place = places.putIfAbsent(Place.of(row), settled.size());
            Row known = place == null ? row : settled.get(place);
            if (row.says(known) && row.isNumberedLike(known)) {
                settled.add(row);
            } else {
                settled.set(place, winner(known, row) == row ? row.correcting(known) : known);
            }
        }
        return settled;
    }

    private Collection<Row> settleByNumber(List<Row> rows) throws IOException {
        Map<Long, Row> held = new TreeMap<>();
        for (Row row : rows) {
            Row known = held.putIfAbsent(row.sequence(), row);
            if (known == null) {
                noteAdded(row);
            } else if (known.says(row)) {
                tallies.get(row.file()).duplicate();
            } else {
                held.put(row.sequence(), winner(known, row));
            }
        }
        return held.values();
    }

    private void noteAdded(Row row) {
        if (row.isNew()) {
            tallies.get(row.file()).added(row);
        }
    }

    private Row winner(Row known, Row row) throws IOException {
        boolean replaces = isCorrection && known.isArchived();
        tallies.get(row.file()).conflict(replaces);
        if (replaces) {
            conflicts.note(row, known, Conflicts.Rule.CORRECTION_WINS);
            return row;
        }
        if (known.isArchived()) {
            tallies.get(row.file()).giveWay();
        }
        conflicts.note(known, row, Conflicts.Rule.EARLIER_FILE_WINS);
        return known;
    }

    private List<Row> settleByValue(List<Row> rows) {
        List<Row> held = new ArrayList<>(rows.size());
        Map<Values, Integer> counts = new LinkedHashMap<>();
        Map<Values, Integer> ofFile = new LinkedHashMap<>();
        int file = Row.ARCHIVE;
        for (Row row : rows) {
            if (row.isNew() && row.file() != file) {
                file = row.file();
                ofFile.clear();
            }
            Values values = new Values(row.values());
            int count = ofFile.merge(values, 1, Integer::sum);
            if (count > counts.getOrDefault(values, 0)) {
                counts.put(values, count);
                held.add(row);
                noteAdded(row);
            } else {
                tallies.get(file).duplicate();
            }
        }
        return numbered(held);
    }

    /** The archive's trades keep their numbers; new ones follow in the order of their files. */
    private static List<Row> numbered(List<Row> held) {
        long number = Row.firstNumber(held.get(0).eventTime());
        for (int i = 0; i < held.size(); i++) {
            Row row = held.get(i);
            if (!row.isNew()) {
                number = row.sequence() + 1;
            } else {
                held.set(i, row.numbered(number));
                number++;
            }
        }
        return held;
    }

    private record Place(String payloadHash, long payloadRow) {
        static Place of(Row row) {
            return new Place(row.payloadHash(), row.payloadRow());
        }
    }

    /** Values that are equal bit by bit. */
    private record Values(double[] values) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Values same && Arrays.equals(values, same.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }
}

package org.cryptosmarttrader.app.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.book.AccountSnapshot;
import org.cryptosmarttrader.book.BookEvents;
import org.cryptosmarttrader.book.BookSettings;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * Whether a replay with a run's own settings gives the run's own accounts: cash, equity, realised profit and fees of every
 * account at every tick, digit by digit.
 *
 * @param accounts rows compared
 * @param fills of the replay
 */
public record ReplayCheck(int accounts, int fills) {

    /**
     * @throws IOException naming the first row that differs, or if there is nothing to compare
     */
    public static ReplayCheck of(BookReplay replay, BookSettings settings, RunFolder run) throws IOException {
        SortedMap<String, String> written = written(run);
        List<String> differences = new ArrayList<>();
        int[] counts = new int[2];
        replay.run(settings, events -> compare(events, written, differences, counts));
        if (counts[0] == 0 || counts[0] != written.size()) {
            throw new IOException(
                    "run %s: has %,d account rows, its replay %,d; was it made by another program or settings?"
                            .formatted(run.root(), written.size(), counts[0]));
        }
        if (!differences.isEmpty()) {
            throw new IOException(
                    "run %s: its replay differs in %,d of %,d account rows, first %s; was it made by another program or settings?"
                            .formatted(run.root(), differences.size(), counts[0], differences.get(0)));
        }
        return new ReplayCheck(counts[0], counts[1]);
    }

    private static void compare(
            BookEvents events, SortedMap<String, String> written, List<String> differences, int[] counts) {
        counts[1] += events.fills().size();
        for (AccountSnapshot account : events.accounts()) {
            String key = key(account.lane().name(), account.quote(), account.tick());
            String made = words(
                    account.cash().stripTrailingZeros().toPlainString(),
                    account.equity().stripTrailingZeros().toPlainString(),
                    account.realised().stripTrailingZeros().toPlainString(),
                    account.fees().stripTrailingZeros().toPlainString());
            counts[0]++;
            if (!made.equals(written.get(key))) {
                differences.add("%s: run %s, replay %s".formatted(key, written.get(key), made));
            }
        }
    }

    private static SortedMap<String, String> written(RunFolder run) throws IOException {
        DayRows rows = new DayRows(run, Datasets.ACCOUNTS, "cash", "equity", "realised", "fees");
        TreeMap<String, String> written = new TreeMap<>();
        rows.forEach(batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                written.put(
                        key(
                                text(rows, batch, "lane", row),
                                text(rows, batch, "quote", row),
                                batch.longs(rows.column("at"))[row]),
                        words(
                                text(rows, batch, "cash", row),
                                text(rows, batch, "equity", row),
                                text(rows, batch, "realised", row),
                                text(rows, batch, "fees", row)));
            }
        });
        return written;
    }

    private static String text(DayRows rows, RowBatch batch, String column, int row) {
        return batch.strings(rows.column(column))[row];
    }

    private static String key(String lane, String quote, long at) {
        return "%s %s at %s".formatted(lane, quote, Instant.ofEpochMilli(at));
    }

    private static String words(String cash, String equity, String realised, String fees) {
        return "cash %s, equity %s, realised %s, fees %s".formatted(cash, equity, realised, fees);
    }
}

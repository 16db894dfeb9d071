package org.cryptosmarttrader.serving.trials;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;
import org.cryptosmarttrader.wire.trials.HourlyReturns;

/** The hourly returns of a run's accounts, in the quote currencies of its pairs. */
final class AccountReturns {

    /** Worth of an account, tick after tick. */
    private static final class Worth {
        private final LongStream.Builder times = LongStream.builder();
        private final DoubleStream.Builder values = DoubleStream.builder();
    }

    private AccountReturns() {}

    /** By quote currency and lane. */
    static SortedMap<String, SortedMap<String, HourlyReturns>> of(RunFolder run) throws IOException {
        Set<String> quotes = quotes(run.manifest());
        DayRows rows = new DayRows(run, Datasets.ACCOUNTS, "equity");
        SortedMap<String, SortedMap<String, Worth>> accounts = new TreeMap<>();
        rows.forEach(batch -> add(rows, batch, quotes, accounts));
        SortedMap<String, SortedMap<String, HourlyReturns>> returns = new TreeMap<>();
        accounts.forEach((quote, lanes) -> {
            SortedMap<String, HourlyReturns> ofQuote = new TreeMap<>();
            lanes.forEach((lane, worth) -> ofQuote.put(
                    lane,
                    HourlyReturns.of(
                            worth.times.build().toArray(), worth.values.build().toArray())));
            returns.put(quote, ofQuote);
        });
        return returns;
    }

    private static Set<String> quotes(RunManifest manifest) {
        return (manifest.pairs().isEmpty() ? manifest.feeds().keySet() : manifest.pairs())
                .stream().map(Symbols::quote).collect(Collectors.toSet());
    }

    private static void add(
            DayRows rows, RowBatch batch, Set<String> quotes, SortedMap<String, SortedMap<String, Worth>> accounts) {
        for (int row = 0; row < batch.rows(); row++) {
            String quote = batch.strings(rows.column("quote"))[row];
            if (quotes.contains(quote)) {
                Worth worth = accounts.computeIfAbsent(quote, absent -> new TreeMap<>())
                        .computeIfAbsent(batch.strings(rows.column("lane"))[row], absent -> new Worth());
                worth.times.add(batch.longs(rows.column("at"))[row]);
                worth.values.add(new BigDecimal(batch.strings(rows.column("equity"))[row]).doubleValue());
            }
        }
    }
}

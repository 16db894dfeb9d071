package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.serving.trials.RunTrials;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** The accounts of a run by quote currency and lane. */
final class Accounts {

    private final DayRows rows;
    private final double periodsPerYear;
    private final SortedMap<String, Map<Lane, AccountTally>> tallies = new TreeMap<>();

    private Accounts(RunFolder run) {
        this.rows = new DayRows(
                run,
                Datasets.ACCOUNTS,
                Stream.concat(AccountTally.COLUMNS.stream(), ReturnsBy.COLUMNS.stream())
                        .toArray(String[]::new));
        this.periodsPerYear =
                Horizon.HOURS_PER_YEAR * TickGrid.HOUR / run.manifest().tickIntervalMillis();
    }

    static Accounts of(RunFolder run) throws IOException {
        Accounts accounts = new Accounts(run);
        accounts.rows.forEach(accounts::add);
        return accounts;
    }

    private void add(RowBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            of(batch.strings(rows.column("quote"))[row], Lane.valueOf(batch.strings(rows.column("lane"))[row]))
                    .add(rows, batch, row);
        }
    }

    private AccountTally of(String quote, Lane lane) {
        return tallies.computeIfAbsent(quote, absent -> new TreeMap<>())
                .computeIfAbsent(lane, absent -> new AccountTally());
    }

    /** Deposits of currencies in which the run has no pair and moved nothing, by currency and lane. */
    SortedMap<String, SortedMap<String, String>> idle(List<String> pairs, Trades trades) {
        SortedMap<String, SortedMap<String, String>> idle = new TreeMap<>();
        tallies.forEach((quote, lanes) -> {
            boolean isTraded =
                    pairs.stream().anyMatch(pair -> Symbols.quote(pair).equals(quote));
            boolean isMoved = lanes.values().stream().anyMatch(AccountTally::moved);
            if (!isTraded && !isMoved && !trades.any(quote)) {
                SortedMap<String, String> deposits = new TreeMap<>();
                lanes.forEach((lane, account) -> deposits.put(lane.name(), account.equity()));
                idle.put(quote, deposits);
            }
        });
        return idle;
    }

    /** Reports of every currency of a pair of the run or of an account that is not idle, both lanes each. */
    SortedMap<String, QuoteReport> report(
            List<String> pairs,
            Trades trades,
            Verdicts verdicts,
            SortedMap<String, HorizonReport> horizons,
            Benchmarks benchmarks,
            Optional<RunTrials> counted,
            Optional<Sensitivity> tried) {
        SortedSet<String> quotes = new TreeSet<>(tallies.keySet());
        pairs.forEach(pair -> quotes.add(Symbols.quote(pair)));
        quotes.removeAll(idle(pairs, trades).keySet());
        SortedMap<String, QuoteReport> reports = new TreeMap<>();
        for (String quote : quotes) {
            HoldReport held = HoldReport.of(
                    benchmarks.of(quote, Basket.Entry.AT_ONCE),
                    HoldReport.BUY_AND_HOLD,
                    trades.costOfFill(quote),
                    periodsPerYear);
            HoldReport equal = HoldReport.of(
                    benchmarks.of(quote, Basket.Entry.AS_THEY_COME),
                    HoldReport.EQUAL_WEIGHT,
                    trades.costOfFill(quote),
                    periodsPerYear);
            List<String> ofQuote = pairs.stream()
                    .filter(pair -> Symbols.quote(pair).equals(quote))
                    .toList();
            SortedMap<String, AccountReport> lanes = new TreeMap<>();
            for (Lane lane : Lane.values()) {
                lanes.put(
                        lane.name(),
                        of(quote, lane)
                                .report(
                                        trades.of(quote, lane),
                                        verdicts.gate(quote, lane),
                                        counted.map(among -> among.selection(quote, lane.name()))
                                                .orElse(null),
                                        new AccountEvidence(
                                                held,
                                                ofQuote,
                                                horizons,
                                                trades.limits(lane),
                                                tried.map(one -> one.of(quote, lane.name()))
                                                        .orElse(List.of())),
                                        periodsPerYear));
            }
            int periods = lanes.values().stream()
                    .mapToInt(account -> account.figures().periods())
                    .max()
                    .orElse(0);
            reports.put(quote, new QuoteReport(lanes, held, equal, FlatReport.of(periods, periodsPerYear)));
        }
        return reports;
    }
}

package org.cryptosmarttrader.app.search;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.cryptosmarttrader.book.AccountSnapshot;
import org.cryptosmarttrader.book.BookEvents;
import org.cryptosmarttrader.book.BookSettings;
import org.cryptosmarttrader.book.Fill;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.wire.trials.HourlyReturns;

/**
 * What came of a replay in one account.
 *
 * @param returns hour after hour
 * @param fills number of executions
 * @param fees paid, in the account's currency
 * @param equity at the end
 * @param stopped whether the kill switch was off at the end
 */
public record Replayed(HourlyReturns returns, int fills, BigDecimal fees, BigDecimal equity, boolean stopped) {

    /** An account while it lives. */
    private static final class Living {
        private final LongStream.Builder times = LongStream.builder();
        private final DoubleStream.Builder worth = DoubleStream.builder();
        private int fills;
        private AccountSnapshot last;

        private Replayed end() {
            HourlyReturns returns =
                    HourlyReturns.of(times.build().toArray(), worth.build().toArray());
            return new Replayed(returns, fills, last.fees(), last.equity(), last.stopped());
        }
    }

    /** The accounts of a replay by quote currency and lane. */
    public static SortedMap<String, SortedMap<Lane, Replayed>> of(BookReplay replay, BookSettings settings) {
        SortedMap<String, SortedMap<Lane, Living>> living = new TreeMap<>();
        replay.run(settings, events -> add(events, living));
        SortedMap<String, SortedMap<Lane, Replayed>> ended = new TreeMap<>();
        living.forEach((quote, lanes) -> lanes.forEach((lane, account) ->
                ended.computeIfAbsent(quote, absent -> new TreeMap<>()).put(lane, account.end())));
        return ended;
    }

    private static void add(BookEvents events, SortedMap<String, SortedMap<Lane, Living>> living) {
        for (AccountSnapshot snapshot : events.accounts()) {
            Living account = living.computeIfAbsent(snapshot.quote(), absent -> new TreeMap<>())
                    .computeIfAbsent(snapshot.lane(), absent -> new Living());
            account.times.add(snapshot.tick());
            account.worth.add(snapshot.equity().doubleValue());
            account.last = snapshot;
        }
        for (Fill fill : events.fills()) {
            living.get(Symbols.quote(fill.pair())).get(fill.lane()).fills++;
        }
    }
}

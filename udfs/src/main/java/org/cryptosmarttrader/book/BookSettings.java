package org.cryptosmarttrader.book;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.SettingFaults;
import org.cryptosmarttrader.portfolio.Portfolio;
import org.cryptosmarttrader.risk.RiskRule;
import org.cryptosmarttrader.strategy.StrategyChoice;
import org.cryptosmarttrader.strategy.StrategySettings;
import org.cryptosmarttrader.time.TickGrid;

/**
 * What a trade book goes by. Not part of its state: a book read again is given its settings again.
 *
 * @param grid bars and ticks
 * @param execution how orders are executed on paper
 * @param sizing how large a position is made
 * @param strategies what to want, and which says so when
 * @param portfolio how what is wanted is divided
 * @param rules what is taken away, in this order
 * @param pairs what the venue states of each pair; a pair that is missing goes by defaults
 */
public record BookSettings(
        TickGrid grid,
        ExecutionSettings execution,
        StrategySettings sizing,
        StrategyChoice strategies,
        Portfolio portfolio,
        List<RiskRule> rules,
        SortedMap<String, PairRules> pairs)
        implements Serializable {

    /** @throws IllegalArgumentException if an order could not reach the venue within the bar after its decision */
    public BookSettings {
        rules = List.copyOf(rules);
        pairs = Collections.unmodifiableSortedMap(new TreeMap<>(pairs));
        long room = grid.intervalMillis() - grid.graceMillis();
        new SettingFaults("conf/execution.yaml")
                .require(
                        execution.latencyMillis() < room,
                        "latencyMillis",
                        execution.latencyMillis(),
                        "less than the tick interval minus the grace, %d".formatted(room))
                .throwIfAny();
    }

    /** The rules of a pair. */
    public PairRules rulesOf(String pair) {
        return pairs.getOrDefault(pair, PairRules.UNKNOWN);
    }

    /** The fees of a pair. */
    public FeeSchedule feesOf(String pair) {
        FeeSchedule own = rulesOf(pair).fees();
        return own == null ? execution.fees() : own;
    }

    /** The first bar that starts when an order decided at a tick has reached the venue. */
    long firstBarAfter(long tick) {
        return grid.barOf(tick + execution.latencyMillis() - 1) + 1;
    }
}

package org.cryptosmarttrader.wire.conf;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.book.BookSettings;
import org.cryptosmarttrader.book.ExecutionSettings;
import org.cryptosmarttrader.book.PairRules;
import org.cryptosmarttrader.portfolio.Portfolio;
import org.cryptosmarttrader.risk.RiskRules;
import org.cryptosmarttrader.risk.RiskSettings;
import org.cryptosmarttrader.strategy.StrategyChoice;
import org.cryptosmarttrader.strategy.StrategySettings;
import org.cryptosmarttrader.time.TickGrid;

/**
 * What is done about forecasts: conf/execution.yaml, conf/strategy.yaml and conf/risk.yaml.
 *
 * @param execution how orders are executed on paper
 * @param sizing how large a position is made
 * @param strategies what is wanted, and which strategy says so when
 * @param portfolio how what is wanted is divided
 * @param risk limits of an account
 * @param pairs what the venue states of each pair
 */
public record Trading(
        ExecutionSettings execution,
        StrategySettings sizing,
        StrategyChoice strategies,
        Portfolio portfolio,
        RiskSettings risk,
        SortedMap<String, PairRules> pairs) {

    public Trading {
        pairs = Collections.unmodifiableSortedMap(new TreeMap<>(pairs));
    }

    /** @throws IllegalArgumentException if an order could not reach the venue within the bar after its decision */
    public BookSettings book(TickGrid grid) {
        return new BookSettings(grid, execution, sizing, strategies, portfolio, RiskRules.standard(risk), pairs);
    }
}

package org.cryptosmarttrader.strategy;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.domain.SettingFaults;
import org.cryptosmarttrader.regimes.MarketRegime;

/**
 * Which strategy acts when. Stands in conf/strategy.yaml.
 *
 * @param strategies to choose from, each name once
 * @param fixed name of the one that always acts; null to choose by regime
 * @param table name of the one that acts in a regime, until another has proved better there; {@code flat} in a regime it lacks
 * @param horizon over which strategies are compared
 * @param decisions matured ones that are compared, the newest
 * @param dwellHours from one change of the table to the next
 * @param index bases of the index held by {@link ManagedHold}
 */
public record StrategyChoice(
        List<Strategy> strategies,
        String fixed,
        SortedMap<String, String> table,
        Horizon horizon,
        int decisions,
        int dwellHours,
        List<String> index)
        implements Serializable {

    /** Decisions; two weeks of hours. */
    public static final int DECISIONS = 336;

    /** Hours; a day, so that no table changes within one. */
    public static final int DWELL_HOURS = 24;

    /** @throws IllegalArgumentException naming every setting out of range */
    public StrategyChoice {
        strategies = List.copyOf(strategies);
        table = Collections.unmodifiableSortedMap(new TreeMap<>(table));
        index = List.copyOf(index);
        List<String> names = strategies.stream().map(Strategy::name).toList();
        SettingFaults faults = new SettingFaults("conf/strategy.yaml");
        String expected = "one of " + String.join(", ", names);
        faults.require(fixed == null || names.contains(fixed), "use", fixed, "by-regime or " + expected);
        List<String> regimes = MarketRegime.all();
        table.keySet()
                .forEach(regime -> faults.require(
                        regimes.contains(regime),
                        "a state of the market in table",
                        regime,
                        "one of " + String.join(", ", regimes)));
        table.forEach((regime, name) -> faults.require(names.contains(name), "table." + regime, name, expected));
        faults.require(decisions >= 2, "compare.decisions", decisions, "a number of at least 2; write 336");
        faults.require(dwellHours >= 0, "compare.dwellHours", dwellHours, "hours of at least 0; write 24");
        faults.throwIfAny();
    }

    /** Always the same strategy. */
    public static StrategyChoice always(Strategy strategy) {
        return new StrategyChoice(
                List.of(strategy),
                strategy.name(),
                new TreeMap<>(),
                new Horizon(24),
                DECISIONS,
                DWELL_HOURS,
                List.of());
    }

    /** The strategies of the product. */
    public static List<Strategy> standard(
            StrategySettings sizing, List<String> index, double targetVolatility, Horizon horizon) {
        FollowForecast forecast = new FollowForecast(sizing);
        return List.of(
                forecast,
                new Momentum(forecast),
                new Reversal(forecast),
                new ManagedHold(index, targetVolatility, sizing.maxWeight(), horizon),
                new Flat());
    }

    /** The same with positions sized otherwise. */
    public StrategyChoice sizedBy(StrategySettings sizing) {
        List<Strategy> sized =
                strategies.stream().map(strategy -> strategy.sizedBy(sizing)).toList();
        return new StrategyChoice(sized, fixed, table, horizon, decisions, dwellHours, index);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    Strategy named(String name) {
        return strategies.stream()
                .filter(strategy -> strategy.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("strategy %s: there is none of that name".formatted(name)));
    }
}

package org.cryptosmarttrader.prediction;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.book.BookSettings;
import org.cryptosmarttrader.book.ExecutionSettings;
import org.cryptosmarttrader.book.FeeSchedule;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.facts.FactRules;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.gates.GateSettings;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.history.MarketFeeds;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.judgement.JudgeRules;
import org.cryptosmarttrader.portfolio.Portfolio;
import org.cryptosmarttrader.portfolio.PortfolioSettings;
import org.cryptosmarttrader.risk.RiskRules;
import org.cryptosmarttrader.risk.RiskSettings;
import org.cryptosmarttrader.statements.Beyond;
import org.cryptosmarttrader.statements.Outperforms;
import org.cryptosmarttrader.strategy.FollowForecast;
import org.cryptosmarttrader.strategy.StrategyChoice;
import org.cryptosmarttrader.strategy.StrategySettings;
import org.cryptosmarttrader.time.Lateness;
import org.cryptosmarttrader.time.TickGrid;

/** Settings of a graph for tests: hourly bars of a venue that does not exist. */
public final class Settings {

    public static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);
    public static final MarketFeed FEED = new MarketFeed("test-venue", EventKind.BAR, TickGrid.HOUR);

    private Settings() {}

    public static GraphSettings until(long until) {
        return new GraphSettings(
                new MemoryRules(
                        HOURLY, new Lateness(5_000, 6 * TickGrid.HOUR), MarketFeeds.always("*/USD", FEED), 1_000),
                new FactRules(
                        HOURLY, "vader-en", 1_000_000, new TreeMap<>(Map.of("BTC", "bitcoin", "ETH", "ethereum"))),
                StandardFeatures.withoutFitted(),
                Horizon.ALL,
                List.of(new Beyond(1), new Outperforms()),
                List.of("BTC", "ETH"),
                List.of(),
                List.of(),
                new JudgeRules(HOURLY, GateSettings.STANDARD, JudgeRules.STANDARD_ALPHA, List.of("BTC", "ETH"), false),
                book(),
                until);
    }

    private static BookSettings book() {
        TreeMap<String, BigDecimal> capital = new TreeMap<>();
        capital.put("USD", new BigDecimal(10_000));
        return new BookSettings(
                HOURLY,
                ExecutionSettings.defaults(FeeSchedule.kraken(), capital),
                StrategySettings.defaults(),
                StrategyChoice.always(new FollowForecast(StrategySettings.defaults())),
                new Portfolio(null, PortfolioSettings.defaults(StrategySettings.KELLY_FRACTION)),
                RiskRules.standard(RiskSettings.defaults()),
                new TreeMap<>());
    }
}

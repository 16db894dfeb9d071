package org.cryptosmarttrader.prediction;

import java.util.List;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.gates.GateSettings;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.history.MarketFeeds;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.judgement.JudgeRules;
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
                FeatureCatalog.standard(),
                Horizon.ALL,
                List.of("BTC", "ETH"),
                List.of(),
                List.of(),
                new JudgeRules(HOURLY, GateSettings.STANDARD, JudgeRules.STANDARD_ALPHA, List.of("BTC", "ETH")),
                until);
    }
}

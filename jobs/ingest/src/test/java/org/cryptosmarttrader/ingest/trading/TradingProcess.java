package org.cryptosmarttrader.ingest.trading;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.cryptosmarttrader.book.Side;
import org.cryptosmarttrader.ingest.kraken.KrakenRest;
import org.cryptosmarttrader.ingest.kraken.ListRules;
import org.cryptosmarttrader.ingest.net.HttpSource;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.wire.conf.VenueSettings;

/** An executor in a process of its own, that takes one order; to be killed. */
final class TradingProcess {

    private TradingProcess() {}

    /** @param words folder of the journal, address of the venue, tick of the order */
    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[0]);
        IngestClock clock = IngestClock.system();
        VenueSettings settings =
                Desk.settings(Map.of("mode", "live", "rest", words[1], "order.deadline", "2s", "readTimeout", "10m"));
        HttpSource market = new HttpSource(
                new HttpSource.Settings(
                        "kraken", URI.create(words[1]), 2_000, 4_000, "CryptoSmartTrader/test", 1 << 20),
                List.of(),
                clock);
        try (OrderJournal journal = OrderJournal.open(folder, Long.parseLong(words[2]) - 60_000)) {
            Executor executor = new Executor(
                    settings,
                    List.of(),
                    journal,
                    KrakenAccount.open(
                            settings.calls(),
                            Optional.of(new ApiKey("key", Desk.SECRET)),
                            folder,
                            "CryptoSmartTrader/test",
                            clock,
                            new Random(3)),
                    new Market(
                            new KrakenRest(market, 3, clock, new Random(4)),
                            new ListRules("ZUSD", Set.of(), 3_600_000)),
                    order -> Optional.empty(),
                    reports -> {
                        throw new IllegalStateException("nothing was to be reported: " + reports);
                    },
                    clock);
            executor.start();
            executor.take(order(Long.parseLong(words[2])));
        }
    }

    static GatedOrder order(long tick) {
        return Desk.order("BTC/USD", Side.BUY, "0.5", Desk.BITCOIN, tick);
    }
}

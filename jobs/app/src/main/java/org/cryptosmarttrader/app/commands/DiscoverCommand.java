package org.cryptosmarttrader.app.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.runs.Venue;
import org.cryptosmarttrader.ingest.kraken.AssetPairs;
import org.cryptosmarttrader.ingest.kraken.TradedPair;
import org.cryptosmarttrader.ingest.net.IngestClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cst discover}: what can be traded now. */
@Command(
        name = "discover",
        mixinStandardHelpOptions = true,
        description = "Ask the venue which pairs can be traded now, and why others are left out.")
public final class DiscoverCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Mixin
    private IngestOptions options;

    /**
     * What is printed with {@code --json}.
     *
     * @param status of the venue
     * @param pairs canonical
     * @param leftOut by the venue's key, and why
     */
    private record Found(String status, List<String> pairs, Map<String, String> leftOut) {}

    @Override
    public Integer call() throws Exception {
        Venue venue = Venue.kraken(options.ingest().kraken(), IngestClock.system());
        String status = venue.rest().systemStatus().value();
        AssetPairs found = venue.rest().assetPairs(venue.rules()).value();
        for (TradedPair pair : found.pairs()) {
            common.say(
                    "%-14s %-12s smallest order %s, price step %s",
                    pair.pair(),
                    pair.key(),
                    pair.orderMin().toPlainString(),
                    pair.tickSize().toPlainString());
        }
        found.leftOutByReason().forEach((reason, pairs) -> common.say("left out   %d: %s", pairs, reason));
        common.say("kraken is %s: %d pairs", status, found.pairs().size());
        common.result(new Found(
                status, found.pairs().stream().map(TradedPair::pair).toList(), new LinkedHashMap<>(found.leftOut())));
        return 0;
    }
}

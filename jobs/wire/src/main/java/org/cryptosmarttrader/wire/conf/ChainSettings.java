package org.cryptosmarttrader.wire.conf;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When what is recorded of chains may be used, where the files do not say.
 *
 * @param transferDelays of a transfer behind its block's time, milliseconds, by chain
 * @param metricDelay of a daily metric behind the end of its day, milliseconds
 * @param coinMetrics columns taken of Coin Metrics' daily files
 */
public record ChainSettings(SortedMap<String, Long> transferDelays, long metricDelay, List<String> coinMetrics) {

    public ChainSettings {
        transferDelays = new TreeMap<>(transferDelays);
        coinMetrics = List.copyOf(coinMetrics);
    }

    /** Delay of a transfer; empty if nothing is known of the chain. */
    public Optional<Long> transferDelay(String chain) {
        return Optional.ofNullable(transferDelays.get(chain));
    }
}

package org.cryptosmarttrader.prediction;

import java.io.Serializable;
import java.util.List;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.judgement.JudgeRules;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.Configuration;

/**
 * What the graph computes, equal in every mode.
 *
 * @param memory how events become bars
 * @param catalog the features
 * @param horizons forecast, ascending
 * @param references base assets whose returns every pair is related to, e.g. BTC
 * @param excludedBases stable and metal-backed assets that are no members of the universe
 * @param pairs to forecast, empty for all
 * @param judging how forecasts are judged
 * @param until last tick; nothing is computed beyond it
 */
public record GraphSettings(
        MemoryRules memory,
        FeatureCatalog catalog,
        List<Horizon> horizons,
        List<String> references,
        List<String> excludedBases,
        List<String> pairs,
        JudgeRules judging,
        long until)
        implements Serializable {

    /** Time from a decision to the first price an order can fill at. */
    private static final long FILL_LATENCY = 1_000;

    /**
     * What the settings in conf/ ask for; horizons that do not fit the ticks are left out.
     *
     * @param conf with the feed of every pair
     * @param pairs to forecast, empty for all
     * @param until last tick
     */
    public static GraphSettings of(Configuration conf, List<String> pairs, long until) {
        return new GraphSettings(
                new MemoryRules(conf.grid(), conf.lateness(), conf.feeds(), FILL_LATENCY),
                FeatureCatalog.standard(),
                conf.horizons().stream()
                        .filter(horizon -> horizon.fits(conf.grid()))
                        .toList(),
                conf.references(),
                conf.excludedBases(),
                pairs,
                new JudgeRules(conf.grid(), conf.gates(), conf.alpha(), conf.requiredBases()),
                until);
    }

    /** The same with another last tick. */
    public GraphSettings endingAt(long tick) {
        return new GraphSettings(memory, catalog, horizons, references, excludedBases, pairs, judging, tick);
    }

    public TickGrid grid() {
        return memory.grid();
    }
}

package org.cryptosmarttrader.prediction;

import java.io.Serializable;
import java.util.List;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.judgement.JudgeRules;
import org.cryptosmarttrader.time.TickGrid;

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

    /** The same with another last tick. */
    public GraphSettings endingAt(long tick) {
        return new GraphSettings(memory, catalog, horizons, references, excludedBases, pairs, judging, tick);
    }

    public TickGrid grid() {
        return memory.grid();
    }
}

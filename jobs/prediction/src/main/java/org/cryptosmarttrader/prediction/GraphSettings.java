package org.cryptosmarttrader.prediction;

import java.io.Serializable;
import java.util.List;
import org.cryptosmarttrader.book.BookSettings;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.facts.FactRules;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.features.market.ReferenceFeature;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.judgement.JudgeRules;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.ConfException;
import org.cryptosmarttrader.wire.conf.Configuration;

/**
 * What the graph computes, equal in every mode.
 *
 * @param memory how events become bars
 * @param facts how what is known beside prices becomes features
 * @param catalog the features
 * @param horizons forecast, ascending
 * @param statements made of each pair and horizon beside the direction
 * @param references base assets whose returns every pair is related to, e.g. BTC
 * @param excludedBases stable and metal-backed assets that are no members of the universe
 * @param pairs to forecast, empty for all
 * @param judging how forecasts are judged
 * @param book how it is traded on paper
 * @param until last tick; nothing is computed beyond it
 */
public record GraphSettings(
        MemoryRules memory,
        FactRules facts,
        FeatureCatalog catalog,
        List<Horizon> horizons,
        List<Statement> statements,
        List<String> references,
        List<String> excludedBases,
        List<String> pairs,
        JudgeRules judging,
        BookSettings book,
        long until)
        implements Serializable {

    /**
     * What the settings in conf/ ask for; horizons that do not fit the ticks are left out.
     *
     * @param conf with the feed of every pair
     * @param pairs to forecast, empty for all
     * @param until last tick
     * @throws ConfException if an asset that features are taken of is none of the references
     */
    public static GraphSettings of(Configuration conf, List<String> pairs, long until) {
        FeatureCatalog catalog = StandardFeatures.with(conf.hiddenMarkov());
        requireReferences(catalog, conf.references());
        return new GraphSettings(
                new MemoryRules(
                        conf.grid(),
                        conf.lateness(),
                        conf.feeds(),
                        conf.trading().execution().latencyMillis()),
                conf.facts(),
                catalog,
                conf.horizons().stream()
                        .filter(horizon -> horizon.fits(conf.grid()))
                        .toList(),
                conf.statements(),
                conf.references(),
                conf.excludedBases(),
                pairs,
                new JudgeRules(conf.grid(), conf.gates(), conf.alpha(), conf.requiredBases(), conf.admitsTestInputs()),
                conf.trading().book(conf.grid()),
                until);
    }

    private static void requireReferences(FeatureCatalog catalog, List<String> references) {
        List<String> faults = catalog.ofReference().stream()
                .map(ReferenceFeature::base)
                .distinct()
                .filter(base -> !references.contains(base))
                .map(base ->
                        ("conf/features.yaml: references is %s, but the catalogue has features taken of %s; add it")
                                .formatted(references, base))
                .toList();
        ConfException.throwIfAny(faults);
    }

    /** The same with another last tick. */
    public GraphSettings endingAt(long tick) {
        return new GraphSettings(
                memory, facts, catalog, horizons, statements, references, excludedBases, pairs, judging, book, tick);
    }

    /** The same without features and what is made of them: enough to know bars. */
    public GraphSettings withoutFeatures() {
        return new GraphSettings(
                memory,
                facts,
                new FeatureCatalog(List.of(), List.of()),
                List.of(),
                List.of(),
                references,
                excludedBases,
                pairs,
                judging,
                book,
                until);
    }

    /** The same with bars made by other rules. */
    public GraphSettings withMemory(MemoryRules rules) {
        return new GraphSettings(
                rules, facts, catalog, horizons, statements, references, excludedBases, pairs, judging, book, until);
    }

    /** Whether a pair is one of those to forecast. */
    public boolean isForecast(String pair) {
        return pairs.isEmpty() || pairs.contains(pair);
    }

    public TickGrid grid() {
        return memory.grid();
    }
}

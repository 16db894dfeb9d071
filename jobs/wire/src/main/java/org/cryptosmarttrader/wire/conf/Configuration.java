package org.cryptosmarttrader.wire.conf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.facts.FactRules;
import org.cryptosmarttrader.features.regime.HiddenMarkovModel;
import org.cryptosmarttrader.gates.GateSettings;
import org.cryptosmarttrader.history.MarketFeeds;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.time.Lateness;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;

/**
 * Everything in conf/ that changes a result.
 *
 * @param grid bars and their ticks
 * @param lateness what is late, what may still heal
 * @param feeds which feed a pair's bars come from, where an archive holds several
 * @param admitsTestInputs whether a run may read sources that name themselves as made up; it then never opens a gate
 * @param barDelay assumed delay of recorded bars without a time of receipt, milliseconds
 * @param tradeDelay the same of trades
 * @param textDelay the same of texts, behind their publication
 * @param references base assets every pair is related to
 * @param facts how what is known beside prices becomes features
 * @param hiddenMarkov hidden states of BTC, as fitted
 * @param excludedBases no members of the cross-section
 * @param horizons ascending
 * @param statements made beside the direction, in the order of the file
 * @param alpha share of outcomes an interval may miss
 * @param embargoMillis between training, calibration and test
 * @param calibrationUpToADay length of the calibration block, milliseconds
 * @param calibrationBeyondADay the same for horizons beyond 24 h
 * @param gates how strict they are
 * @param requiredBases base assets the training gate counts
 * @param trading what is done about forecasts
 * @param overrides values of the command line, by file and key, that stand in the values above; no part of the hash
 */
public record Configuration(
        TickGrid grid,
        Lateness lateness,
        MarketFeeds feeds,
        boolean admitsTestInputs,
        long barDelay,
        long tradeDelay,
        long textDelay,
        List<String> references,
        FactRules facts,
        HiddenMarkovModel hiddenMarkov,
        List<String> excludedBases,
        List<Horizon> horizons,
        List<Statement> statements,
        double alpha,
        long embargoMillis,
        long calibrationUpToADay,
        long calibrationBeyondADay,
        GateSettings gates,
        List<String> requiredBases,
        Trading trading,
        SortedMap<String, String> overrides) {

    /**
     * Reads the folder conf/.
     *
     * @param overrides values by file and key, e.g. {@code gates.confidence.minimum}
     * @throws ConfException if anything is wrong; names every fault
     */
    public static Configuration read(Path folder, Map<String, String> overrides) {
        return new ConfigurationReader(folder, overrides).read();
    }

    /** Length of the calibration block of a horizon. */
    public long calibrationMillis(Horizon horizon) {
        return horizon.hours() <= 24 ? calibrationUpToADay : calibrationBeyondADay;
    }

    /** Hash over every value: runs are comparable only if it is equal. */
    public String hash() {
        return Sha256.hex(Sha256.of(text().getBytes(StandardCharsets.UTF_8)));
    }

    /** Every value as JSON: the text that is hashed. */
    public String text() {
        return Json.write(values());
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new TreeMap<>();
        values.put("grid", grid);
        values.put("lateness", lateness);
        values.put("feeds", feedTexts());
        values.put("admitsTestInputs", admitsTestInputs);
        values.put("delays", List.of(barDelay, tradeDelay, textDelay));
        values.put("references", references);
        values.put("facts", facts);
        values.put("hiddenMarkov", hiddenMarkov);
        values.put("excludedBases", excludedBases);
        values.put("horizons", horizons);
        values.put("statements", statements.stream().map(Statement::name).toList());
        values.put("alpha", alpha);
        values.put("training", List.of(embargoMillis, calibrationUpToADay, calibrationBeyondADay));
        values.put("gates", gates);
        values.put("requiredBases", requiredBases);
        values.put("trading", trading);
        return values;
    }

    private Map<String, List<String>> feedTexts() {
        Map<String, List<String>> texts = new TreeMap<>();
        feeds.spans()
                .forEach((pair, spans) -> texts.put(
                        pair,
                        spans.stream()
                                .map(span -> "%s %d %d".formatted(span.feed(), span.from(), span.until()))
                                .toList()));
        return texts;
    }

    /** The same with other feeds. */
    public Configuration withFeeds(MarketFeeds resolved) {
        return new Configuration(
                grid,
                lateness,
                resolved,
                admitsTestInputs,
                barDelay,
                tradeDelay,
                textDelay,
                references,
                facts,
                hiddenMarkov,
                excludedBases,
                horizons,
                statements,
                alpha,
                embargoMillis,
                calibrationUpToADay,
                calibrationBeyondADay,
                gates,
                requiredBases,
                trading,
                overrides);
    }
}

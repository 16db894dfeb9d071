package org.cryptosmarttrader.judgement;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.gates.TrainingGate;
import org.cryptosmarttrader.regimes.MarketRegime;
import org.cryptosmarttrader.uncertainty.AdaptiveAlpha;
import org.cryptosmarttrader.uncertainty.Coverage;
import org.cryptosmarttrader.uncertainty.CoverageLedger;

/** What the judge of one horizon remembers from tick to tick. Mutable, not thread-safe; the state of one key. */
public final class JudgeState {

    final TrainingGate training;
    final CoverageLedger ledger;
    final HitRecord hits;
    /** Miss rate to build intervals for, by quote currency. */
    final Map<String, AdaptiveAlpha> alphas;
    /** State of the market by quote currency. */
    final Map<String, MarketRegime> regimes;
    /** Outcomes of the days before {@link #windowOfDay}. */
    DayRecord window;

    long windowOfDay;
    long firstOutcomeAt;

    public JudgeState(Horizon horizon, JudgeRules rules) {
        this(
                new TrainingGate(rules.grid()),
                new CoverageLedger(rules.bars(horizon), 1 - rules.alpha()),
                new HitRecord(rules.bars(horizon)),
                new TreeMap<>(),
                new TreeMap<>(),
                new DayRecord(rules.bars(horizon)),
                Long.MIN_VALUE,
                Long.MAX_VALUE);
    }

    private JudgeState(
            TrainingGate training,
            CoverageLedger ledger,
            HitRecord hits,
            Map<String, AdaptiveAlpha> alphas,
            Map<String, MarketRegime> regimes,
            DayRecord window,
            long windowOfDay,
            long firstOutcomeAt) {
        this.training = training;
        this.ledger = ledger;
        this.hits = hits;
        this.alphas = alphas;
        this.regimes = regimes;
        this.window = window;
        this.windowOfDay = windowOfDay;
        this.firstOutcomeAt = firstOutcomeAt;
    }

    public JudgeState copy() {
        return new JudgeState(
                training.copy(),
                ledger.copy(),
                hits.copy(),
                new TreeMap<>(alphas),
                copies(regimes),
                window.copy(),
                windowOfDay,
                firstOutcomeAt);
    }

    private static Map<String, MarketRegime> copies(Map<String, MarketRegime> regimes) {
        Map<String, MarketRegime> copies = new TreeMap<>();
        regimes.forEach((quote, regime) -> copies.put(quote, regime.copy()));
        return copies;
    }

    /** State of the market of a quote currency, e.g. {@code HIGH/DOWN}. */
    public String regime(String quote) {
        MarketRegime regime = regimes.get(quote);
        return regime == null ? MarketRegime.unknown() : regime.state();
    }

    /** Independent outcomes of the run's own forecasts in the calibration window. */
    public double independentOutcomes() {
        return window.independentOutcomes();
    }

    /** Promised and kept, by month and quote currency. */
    public List<Coverage> coverage() {
        return ledger.rows();
    }

    public void write(DataOutput out) throws IOException {
        training.write(out);
        ledger.write(out);
        hits.write(out);
        out.writeInt(alphas.size());
        for (Map.Entry<String, AdaptiveAlpha> alpha : alphas.entrySet()) {
            out.writeUTF(alpha.getKey());
            alpha.getValue().write(out);
        }
        out.writeInt(regimes.size());
        for (Map.Entry<String, MarketRegime> regime : regimes.entrySet()) {
            out.writeUTF(regime.getKey());
            regime.getValue().write(out);
        }
        window.write(out);
        out.writeLong(windowOfDay);
        out.writeLong(firstOutcomeAt);
    }

    public static JudgeState read(DataInput in) throws IOException {
        TrainingGate training = TrainingGate.read(in);
        CoverageLedger ledger = CoverageLedger.read(in);
        HitRecord hits = HitRecord.read(in);
        Map<String, AdaptiveAlpha> alphas = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            alphas.put(in.readUTF(), AdaptiveAlpha.read(in));
        }
        Map<String, MarketRegime> regimes = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            regimes.put(in.readUTF(), MarketRegime.read(in));
        }
        return new JudgeState(
                training, ledger, hits, alphas, regimes, DayRecord.read(in), in.readLong(), in.readLong());
    }
}

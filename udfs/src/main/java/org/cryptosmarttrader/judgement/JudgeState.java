package org.cryptosmarttrader.judgement;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.drift.ColumnDrift;
import org.cryptosmarttrader.gates.TrainingGate;
import org.cryptosmarttrader.regimes.MarketRegime;
import org.cryptosmarttrader.uncertainty.AdaptiveAlpha;
import org.cryptosmarttrader.uncertainty.ChangeDetector;
import org.cryptosmarttrader.uncertainty.Coverage;
import org.cryptosmarttrader.uncertainty.CoverageLedger;

/** What the judge of one horizon remembers from tick to tick. Mutable, not thread-safe; the state of one key. */
public final class JudgeState {

    final TrainingGate training;
    /** Promised and kept, by quote currency; the alarms go by it. */
    final CoverageLedger ledger;
    /** The same by quote currency, regime and model. */
    final CoverageLedger details;

    final HitRecord hits;
    final ChangeDetector losses;
    /** What members of the ensemble were worth, by name. */
    final Map<String, MemberRecord> members;
    /** Miss rate to build intervals for, by quote currency. */
    final Map<String, AdaptiveAlpha> alphas;
    /** State of the market by quote currency. */
    final Map<String, MarketRegime> regimes;
    /** Outcomes of the days before {@link #windowOfDay}. */
    DayRecord window;

    long windowOfDay;
    long firstOutcomeAt;
    /** As of the last UTC Monday. */
    Skill skill;
    /** As of the first tick of the UTC day, or of the model in force. */
    ColumnDrift drift;

    private long acceptedRows;

    public JudgeState(Horizon horizon, JudgeRules rules) {
        this(
                new TrainingGate(rules.grid()),
                new CoverageLedger(rules.bars(horizon), 1 - rules.alpha()),
                new CoverageLedger(rules.bars(horizon), 1 - rules.alpha()),
                new HitRecord(rules.bars(horizon)),
                new ChangeDetector(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new DayRecord(rules.bars(horizon)),
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Skill.UNKNOWN,
                ColumnDrift.UNKNOWN,
                0);
    }

    private JudgeState(
            TrainingGate training,
            CoverageLedger ledger,
            CoverageLedger details,
            HitRecord hits,
            ChangeDetector losses,
            Map<String, MemberRecord> members,
            Map<String, AdaptiveAlpha> alphas,
            Map<String, MarketRegime> regimes,
            DayRecord window,
            long windowOfDay,
            long firstOutcomeAt,
            Skill skill,
            ColumnDrift drift,
            long acceptedRows) {
        this.training = training;
        this.ledger = ledger;
        this.details = details;
        this.hits = hits;
        this.losses = losses;
        this.members = members;
        this.alphas = alphas;
        this.regimes = regimes;
        this.window = window;
        this.windowOfDay = windowOfDay;
        this.firstOutcomeAt = firstOutcomeAt;
        this.skill = skill;
        this.drift = drift;
        this.acceptedRows = acceptedRows;
    }

    public JudgeState copy() {
        return new JudgeState(
                training.copy(),
                ledger.copy(),
                details.copy(),
                hits.copy(),
                losses.copy(),
                copies(members, MemberRecord::copy),
                new TreeMap<>(alphas),
                copies(regimes, MarketRegime::copy),
                window.copy(),
                windowOfDay,
                firstOutcomeAt,
                skill,
                drift,
                acceptedRows);
    }

    private static <T> Map<String, T> copies(Map<String, T> originals, UnaryOperator<T> copy) {
        Map<String, T> copies = new TreeMap<>();
        originals.forEach((key, original) -> copies.put(key, copy.apply(original)));
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

    /** Promised and kept, by month and group: quote currency, regime and model, blanks between. */
    public List<Coverage> coverageDetails() {
        return details.rows();
    }

    /** Brier skill of the calibrated forecasts of the last 52 weeks, as of the last UTC Monday. */
    public Skill skill() {
        return skill;
    }

    /** Counts feature rows of a tick. */
    public void accept(long rows) {
        acceptedRows += rows;
    }

    /** Feature rows of the run so far. */
    public long acceptedRows() {
        return acceptedRows;
    }

    /** How far columns of the model to be judged have drifted. */
    public ColumnDrift drift() {
        return drift;
    }

    /** What tells whether the log loss has risen for good. */
    public ChangeDetector losses() {
        return losses;
    }

    public void write(DataOutput out) throws IOException {
        training.write(out);
        ledger.write(out);
        details.write(out);
        hits.write(out);
        losses.write(out);
        write(out, members, MemberRecord::write);
        write(out, alphas, AdaptiveAlpha::write);
        write(out, regimes, MarketRegime::write);
        window.write(out);
        out.writeLong(windowOfDay);
        out.writeLong(firstOutcomeAt);
        skill.write(out);
        out.writeUTF(drift.model());
        out.writeDouble(drift.share());
        out.writeLong(acceptedRows);
    }

    /** Writes one part of the state. */
    @FunctionalInterface
    private interface PartWriter<T> {
        void write(T part, DataOutput out) throws IOException;
    }

    private static <T> void write(DataOutput out, Map<String, T> parts, PartWriter<T> writer) throws IOException {
        out.writeInt(parts.size());
        for (Map.Entry<String, T> part : parts.entrySet()) {
            out.writeUTF(part.getKey());
            writer.write(part.getValue(), out);
        }
    }

    /** Reads one part of the state. */
    @FunctionalInterface
    private interface PartReader<T> {
        T read(DataInput in) throws IOException;
    }

    private static <T> Map<String, T> read(DataInput in, PartReader<T> reader) throws IOException {
        Map<String, T> parts = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            parts.put(in.readUTF(), reader.read(in));
        }
        return parts;
    }

    public static JudgeState read(DataInput in) throws IOException {
        return new JudgeState(
                TrainingGate.read(in),
                CoverageLedger.read(in),
                CoverageLedger.read(in),
                HitRecord.read(in),
                ChangeDetector.read(in),
                read(in, MemberRecord::read),
                read(in, AdaptiveAlpha::read),
                read(in, MarketRegime::read),
                DayRecord.read(in),
                in.readLong(),
                in.readLong(),
                Skill.read(in),
                new ColumnDrift(in.readUTF(), in.readDouble()),
                in.readLong());
    }
}

package org.cryptosmarttrader.judgement;

import java.util.List;
import java.util.TreeMap;
import org.cryptosmarttrader.RoundTrip;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.drift.ColumnDrift;
import org.cryptosmarttrader.gates.GateSettings;
import org.cryptosmarttrader.judgement.HorizonJudge.Outcome;
import org.cryptosmarttrader.labels.Label;
import org.cryptosmarttrader.labels.LabelStatus;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.uncertainty.Novelty;
import org.cryptosmarttrader.uncertainty.PlattMap;
import org.cryptosmarttrader.uncertainty.ScoreHistogram;

/** A judge at work, tick after tick, as the graph calls it; and small words that build what it is handed. */
final class Bench {

    static final TickGrid HOURLY = new TickGrid(TickGrid.HOUR, 5_000);
    static final JudgeRules RULES =
            new JudgeRules(HOURLY, GateSettings.STANDARD, JudgeRules.STANDARD_ALPHA, List.of("BTC", "ETH"), false);
    /** 2022-03-01T00:00:05Z, the first tick of a day. */
    static final long START = 1_646_092_805_000L;

    private static final Novelty.Reading FAMILIAR = new Novelty.Reading(1, 0, 0.5);

    private final Horizon horizon;
    private final boolean ofStatement;
    private final HorizonJudge judge;
    private JudgeState state;
    private TreeMap<Long, Issued> issued = new TreeMap<>();
    private TreeMap<Long, DayRecord> days = new TreeMap<>();

    Bench(int hours) {
        this(hours, false);
    }

    private Bench(int hours, boolean ofStatement) {
        this.horizon = new Horizon(hours);
        this.ofStatement = ofStatement;
        this.judge = ofStatement ? HorizonJudge.ofStatement(horizon, RULES) : new HorizonJudge(horizon, RULES);
        this.state = new JudgeState(horizon, RULES);
    }

    /** Where outcomes say whether a statement came true. */
    static Bench ofStatement(int hours) {
        return new Bench(hours, true);
    }

    JudgeState state() {
        return state;
    }

    /** Outcomes first, then the window of a new day, then the forecasts. */
    List<Verdict> tick(long tick, List<Outcome> outcomes, List<Forecast> forecasts, Prior prior) {
        return tick(tick, outcomes, new Slate("ab", prior, forecasts, List.of()));
    }

    List<Verdict> tick(long tick, List<Outcome> outcomes, Slate slate) {
        DayRecord today = days.computeIfAbsent(UtcDays.dayOf(tick), day -> new DayRecord(horizon.bars(HOURLY)));
        judge.learn(state, tick, outcomes, issued.remove(tick - horizon.millis()), today);
        if (judge.needsWindow(state, tick)) {
            judge.takeWindow(state, tick, days.subMap(judge.keptFrom(tick), UtcDays.dayOf(tick)));
        }
        List<Verdict> verdicts = judge.judge(state, tick, slate);
        if (!verdicts.isEmpty()) {
            issued.put(tick, Issued.of(slate, verdicts));
        }
        return verdicts;
    }

    void drift(ColumnDrift drift) {
        judge.observe(state, drift);
    }

    /** One pair, one forecast, and what became of the one before. */
    Verdict tick(long tick, double outcome, Forecast forecast, Prior prior) {
        return tick(tick, List.of(outcome(forecast.pair(), outcome)), List.of(forecast), prior)
                .get(0);
    }

    /** The bench after a restart: everything kept was written and read. */
    Bench restarted() {
        Bench restarted = new Bench(horizon.hours(), ofStatement);
        restarted.state = RoundTrip.of(state::write, JudgeState::read);
        issued.forEach((tick, of) -> restarted.issued.put(tick, RoundTrip.of(of::write, Issued::read)));
        days.forEach((day, of) -> restarted.days.put(day, RoundTrip.of(of::write, DayRecord::read)));
        return restarted;
    }

    /** Hash over everything kept. */
    String fingerprint() {
        return Sha256.hex(Sha256.of(RoundTrip.bytes(out -> {
            state.write(out);
            for (Issued of : issued.values()) {
                of.write(out);
            }
            for (DayRecord of : days.values()) {
                of.write(out);
            }
        })));
    }

    static long hours(long hours) {
        return START + hours * TickGrid.HOUR;
    }

    static Outcome outcome(String pair, double value) {
        LabelStatus status = Double.isNaN(value) ? LabelStatus.EXIT_GAP : LabelStatus.OK;
        return new Outcome(pair, new Label(0, value, Double.NaN, status, 1, Math.abs(value) + 1, 0, true));
    }

    static Forecast forecast(String pair, double sigma, double scaledReturn, double pUp) {
        return new Forecast(pair, sigma, scaledReturn, pUp, FAMILIAR, "", 0, 0, "ab");
    }

    /** A card that says nothing of the model's probabilities and these of its errors. */
    static Prior prior(double... errors) {
        ScoreHistogram histogram = new ScoreHistogram();
        for (double error : errors) {
            histogram.add(error);
        }
        return new Prior(0.52, PlattMap.IDENTITY, histogram);
    }
}

package org.cryptosmarttrader.judgement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.drift.ColumnDrift;
import org.cryptosmarttrader.gates.Candidate;
import org.cryptosmarttrader.gates.Gates;
import org.cryptosmarttrader.gates.Judgement;
import org.cryptosmarttrader.gates.TrackRecord;
import org.cryptosmarttrader.gates.TrainingGate;
import org.cryptosmarttrader.gates.TrainingProgress;
import org.cryptosmarttrader.labels.Label;
import org.cryptosmarttrader.regimes.MarketRegime;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.uncertainty.AdaptiveAlpha;
import org.cryptosmarttrader.uncertainty.Calibration;
import org.cryptosmarttrader.uncertainty.CalibrationRule;
import org.cryptosmarttrader.uncertainty.Ensemble;
import org.cryptosmarttrader.uncertainty.ScoreHistogram;
import org.cryptosmarttrader.uncertainty.SplitConformal;

/**
 * Judges the forecasts of one horizon, tick after tick: first what became of earlier ones, then the new ones. What it
 * remembers lies in a {@link JudgeState} handed to it.
 *
 * <p>It may as well judge a statement beside the direction: then P(up) is the probability that the statement comes true, and
 * an outcome above 0 says that it did. There is no return to be in an interval, so nothing is promised and no alarm asked for.
 *
 * <p>Not thread-safe.
 */
public final class HorizonJudge {

    private static final int YEAR_OF_WEEKS = 52;

    private final Horizon horizon;
    private final JudgeRules rules;
    private final CalibrationRule rule;
    private final Gates gates;
    /** The last fit; it follows from the state and the base rate, so a restored judge makes the same. */
    private Calibration fitted;

    private long fittedOfDay = Long.MIN_VALUE;
    private double fittedFor = Double.NaN;

    /** Of the direction and size of returns. */
    public HorizonJudge(Horizon horizon, JudgeRules rules) {
        this(horizon, rules, Gates.of(rules.gates()));
    }

    private HorizonJudge(Horizon horizon, JudgeRules rules, Gates gates) {
        this.horizon = horizon;
        this.rules = rules;
        this.rule = new CalibrationRule(horizon, rules.bars(horizon));
        this.gates = gates;
    }

    /** Of a statement beside the direction. */
    public static HorizonJudge ofStatement(Horizon horizon, JudgeRules rules) {
        return new HorizonJudge(horizon, rules, Gates.ofStatements(rules.gates()));
    }

    /**
     * A label that matured.
     *
     * @param label of the decision one horizon ago
     */
    public record Outcome(String pair, Label label) {}

    /**
     * Learns what became of the forecasts of one horizon ago.
     *
     * @param tick at which the labels matured
     * @param outcomes of each pair at most one, in any order: they are taken in by pair, ascending, so that sums are equal
     * @param issued the verdicts of the decision; null if there were none
     * @param today what matured today so far; grows
     */
    public void learn(JudgeState state, long tick, List<Outcome> outcomes, Issued issued, DayRecord today) {
        long decisionBar = rules.grid().barAt(tick) - rules.bars(horizon);
        state.training.add(decisionBar, !rules.admitsTestInputs() && countsForTraining(outcomes), false);
        if (issued != null) {
            new Lessons(state, tick, decisionBar, issued, today)
                    .learn(outcomes)
                    .forEach((group, met) ->
                            state.alphas.put(group, alpha(state, group).after(met.missed(), met.known())));
        }
    }

    private boolean countsForTraining(List<Outcome> outcomes) {
        TreeSet<String> whole = new TreeSet<>();
        for (Outcome outcome : outcomes) {
            String base = Symbols.base(outcome.pair());
            if (outcome.label().isKnown() && rules.requiredBases().contains(base)) {
                whole.add(base);
            }
        }
        return TrainingGate.counts(whole.size(), rules.requiredBases().size());
    }

    private AdaptiveAlpha alpha(JudgeState state, String group) {
        AdaptiveAlpha alpha = state.alphas.get(group);
        return alpha != null ? alpha : AdaptiveAlpha.startingAt(rules.alpha(), AdaptiveAlpha.defaultGamma(horizon));
    }

    /**
     * Takes the state of the market of a quote currency at a tick.
     *
     * @param volRatio {@code vol_ratio} of BTC, NaN if it is missing
     * @param trendStrength {@code trend_strength} of BTC, NaN if it is missing
     */
    public void observe(JudgeState state, long tick, String quote, double volRatio, double trendStrength) {
        state.regimes
                .computeIfAbsent(quote, absent -> new MarketRegime(rules.grid().intervalMillis()))
                .take(tick, volRatio, trendStrength);
    }

    /** Takes how far the columns of the model to be judged have drifted. */
    public void observe(JudgeState state, ColumnDrift drift) {
        state.drift = drift;
    }

    /** Whether this is the first tick of a UTC day, at which calibration and intervals are taken anew. */
    public boolean needsWindow(JudgeState state, long tick) {
        return UtcDays.dayOf(tick) != state.windowOfDay;
    }

    /** First UTC day whose record is still needed at a tick. */
    public long keptFrom(long tick) {
        return UtcDays.dayOf(tick) - 7L * YEAR_OF_WEEKS;
    }

    /**
     * Takes the window of outcomes anew, and what it says of skill and of a change for the worse.
     *
     * @param days records of the days from {@link #keptFrom} to yesterday
     */
    public void takeWindow(JudgeState state, long tick, SortedMap<Long, DayRecord> days) {
        long today = UtcDays.dayOf(tick);
        DayRecord taken = new DayRecord(rules.bars(horizon));
        days.tailMap(today - 7L * rule.windowWeeks()).values().forEach(taken::addAll);
        state.window = taken;
        state.windowOfDay = today;
        DayRecord yesterday = days.get(today - 1);
        if (yesterday != null) {
            state.losses.add(today - 1, yesterday.scores().excessLogLoss());
        }
        if (UtcDays.isMonday(today)) {
            state.skill = skill(days.values());
        }
    }

    private Skill skill(Collection<DayRecord> days) {
        List<ProbabilityScores.Decision> decisions = new ArrayList<>();
        days.forEach(day -> decisions.addAll(day.scores().decisions()));
        return Skill.of(decisions, rules.bars(horizon), rules.grid().barsPerDay());
    }

    private static boolean hasOwn(JudgeState state) {
        return state.independentOutcomes() >= CalibrationRule.MINIMUM_OUTCOMES;
    }

    /** Weeks of outcomes behind the beginning of the day the window was taken on. */
    private static double weeksHeld(JudgeState state) {
        long since = UtcDays.start(state.windowOfDay) - state.firstOutcomeAt;
        return state.firstOutcomeAt == Long.MAX_VALUE ? 0 : (double) since / (7 * TickGrid.DAY);
    }

    /** Judges the forecasts of a tick; one verdict each, in their order. */
    public List<Verdict> judge(JudgeState state, long tick, Slate slate) {
        ScoreHistogram errors =
                hasOwn(state) ? state.window.errors() : slate.prior().errors();
        Sheet sheet = new Sheet(
                slate,
                calibration(state, slate.prior()),
                errors,
                Quantiles.HalfWidths.of(errors),
                weights(state, tick, slate),
                training(state));
        List<Verdict> verdicts = new ArrayList<>(slate.forecasts().size());
        for (int i = 0; i < slate.forecasts().size(); i++) {
            verdicts.add(judge(state, sheet, i));
        }
        return verdicts;
    }

    /** What all forecasts of a tick are judged by. */
    private record Sheet(
            Slate slate,
            Calibration calibration,
            ScoreHistogram errors,
            Quantiles.HalfWidths widths,
            double[] weights,
            TrainingProgress training) {}

    private static double[] weights(JudgeState state, long tick, Slate slate) {
        return slate.members().stream()
                .mapToDouble(member -> {
                    MemberRecord record = state.members.get(member.name());
                    return record == null ? 0 : Ensemble.weight(record.brier(tick));
                })
                .toArray();
    }

    private Verdict judge(JudgeState state, Sheet sheet, int index) {
        Forecast forecast = sheet.slate().forecasts().get(index);
        double pUp = sheet.calibration().apply(forecast.pUp());
        String group = Symbols.quote(forecast.pair());
        double alpha = alpha(state, group).alpha();
        Judgement judgement = gates.judge(new Candidate(
                record(state, group, sheet),
                !forecast.predictionId().isEmpty(),
                forecast.staleBars(),
                forecast.missingMandatory(),
                forecast.novelty(),
                pUp));
        boolean shown = sheet.training().isOpen();
        return new Verdict(
                forecast,
                pUp,
                shown ? Math.max(pUp, 1 - pUp) : Double.NaN,
                shown
                        ? SplitConformal.confidence(forecast.expectedReturn(), forecast.sigma(), sheet.errors())
                        : Double.NaN,
                SplitConformal.interval(
                        forecast.expectedReturn(),
                        forecast.sigma(),
                        sheet.errors().quantile(alpha)),
                alpha,
                sheet.widths().around(forecast),
                hasOwn(state) && weeksHeld(state) >= rule.windowWeeks(),
                Ensemble.of(sheet.slate().votes(index), sheet.weights()),
                state.regime(group),
                judgement);
    }

    private Calibration calibration(JudgeState state, Prior prior) {
        if (!hasOwn(state)) {
            return prior.calibration();
        }
        if (fittedOfDay != state.windowOfDay || fittedFor != prior.climatology()) {
            fitted = rule.fit(state.window.outcomes(), weeksHeld(state), prior.climatology());
            fittedOfDay = state.windowOfDay;
            fittedFor = prior.climatology();
        }
        return fitted;
    }

    private static TrackRecord record(JudgeState state, String group, Sheet sheet) {
        return new TrackRecord(
                sheet.training(),
                state.independentOutcomes(),
                state.drift.shareOf(sheet.slate().model()),
                state.ledger.alarm(group),
                state.skill.lower(),
                state.skill.independentOutcomes(),
                state.hits.rate(),
                state.hits.independentOutcomes());
    }

    /** How far the training gate is on its way to open. */
    public TrainingProgress training(JudgeState state) {
        return state.training.progress(rules.gates());
    }
}

package org.cryptosmarttrader.judgement;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.domain.Symbols;
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
import org.cryptosmarttrader.uncertainty.Interval;
import org.cryptosmarttrader.uncertainty.ScoreHistogram;
import org.cryptosmarttrader.uncertainty.SplitConformal;

/**
 * Judges the forecasts of one horizon, tick after tick: first what became of earlier ones, then the new ones. What it
 * remembers lies in a {@link JudgeState} handed to it.
 *
 * <p>Not thread-safe.
 */
public final class HorizonJudge {

    private final Horizon horizon;
    private final JudgeRules rules;
    private final CalibrationRule rule;
    private final Gates gates;
    /** The last fit; it follows from the state and the base rate, so a restored judge makes the same. */
    private Calibration fitted;

    private long fittedOfDay = Long.MIN_VALUE;
    private double fittedFor = Double.NaN;

    public HorizonJudge(Horizon horizon, JudgeRules rules) {
        this.horizon = horizon;
        this.rules = rules;
        this.rule = new CalibrationRule(horizon, rules.bars(horizon));
        this.gates = Gates.of(rules.gates());
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
        state.training.add(decisionBar, countsForTraining(outcomes), false);
        if (issued == null) {
            return;
        }
        Map<String, Misses> misses = new TreeMap<>();
        for (Outcome outcome : byPair(outcomes)) {
            int index = issued.indexOf(outcome.pair());
            if (index >= 0 && outcome.label().isKnown()) {
                String group = Symbols.quote(outcome.pair());
                Misses ofGroup = misses.computeIfAbsent(group, absent -> new Misses());
                ofGroup.count(issued.interval(index), outcome.label().value());
                learn(state, tick, decisionBar, outcome, issued, index, today);
            }
        }
        misses.forEach(
                (group, counted) -> state.alphas.put(group, alpha(state, group).after(counted.missed, counted.known)));
    }

    private static List<Outcome> byPair(List<Outcome> outcomes) {
        return outcomes.stream().sorted(Comparator.comparing(Outcome::pair)).toList();
    }

    /** Intervals of one instant that were known, and those that missed. */
    private static final class Misses {
        private int known;
        private int missed;

        void count(Interval interval, double outcome) {
            if (interval.isKnown()) {
                known++;
                missed += interval.contains(outcome) ? 0 : 1;
            }
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

    private static void learn(
            JudgeState state, long tick, long decisionBar, Outcome outcome, Issued issued, int index, DayRecord today) {
        double value = outcome.label().value();
        state.firstOutcomeAt = Math.min(state.firstOutcomeAt, tick);
        today.add(decisionBar, issued.modelProbability(index), issued.error(index, value), value > 0);
        state.ledger.add(Symbols.quote(outcome.pair()), tick, decisionBar, issued.interval(index), value);
        if (issued.isGated(index)) {
            state.hits.add(decisionBar, (issued.probability(index) > 0.5) == (value > 0));
        }
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

    /** Whether this is the first tick of a UTC day, at which calibration and intervals are taken anew. */
    public boolean needsWindow(JudgeState state, long tick) {
        return UtcDays.dayOf(tick) != state.windowOfDay;
    }

    /** First UTC day of the window that ends before a tick's day. */
    public long windowFrom(long tick) {
        return UtcDays.dayOf(tick) - 7L * rule.windowWeeks();
    }

    /**
     * Takes the window of outcomes anew.
     *
     * @param days records of the days {@link #windowFrom} to yesterday, ascending
     */
    public void takeWindow(JudgeState state, long tick, Iterable<DayRecord> days) {
        DayRecord taken = new DayRecord(rules.bars(horizon));
        days.forEach(taken::addAll);
        state.window = taken;
        state.windowOfDay = UtcDays.dayOf(tick);
    }

    private static boolean hasOwn(JudgeState state) {
        return state.independentOutcomes() >= CalibrationRule.MINIMUM_OUTCOMES;
    }

    /** Weeks of outcomes behind the beginning of the day the window was taken on. */
    private static double weeksHeld(JudgeState state) {
        long since = UtcDays.start(state.windowOfDay) - state.firstOutcomeAt;
        return state.firstOutcomeAt == Long.MAX_VALUE ? 0 : (double) since / (7 * TickGrid.DAY);
    }

    /**
     * Judges a forecast.
     *
     * @param prior of the model that made it
     */
    public Verdict judge(JudgeState state, Forecast forecast, Prior prior) {
        double pUp = calibration(state, prior).apply(forecast.pUp());
        ScoreHistogram errors = hasOwn(state) ? state.window.errors() : prior.errors();
        String group = Symbols.quote(forecast.pair());
        double alpha = alpha(state, group).alpha();
        TrainingProgress progress = training(state);
        Judgement judgement = gates.judge(new Candidate(
                record(state, group, progress),
                !forecast.predictionId().isEmpty(),
                forecast.staleBars(),
                forecast.missingMandatory(),
                forecast.novelty(),
                pUp));
        boolean shown = progress.isOpen();
        return new Verdict(
                forecast,
                pUp,
                shown ? Math.max(pUp, 1 - pUp) : Double.NaN,
                shown ? SplitConformal.confidence(forecast.expectedReturn(), forecast.sigma(), errors) : Double.NaN,
                SplitConformal.interval(forecast.expectedReturn(), forecast.sigma(), errors.quantile(alpha)),
                alpha,
                hasOwn(state) && weeksHeld(state) >= rule.windowWeeks(),
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

    private static TrackRecord record(JudgeState state, String group, TrainingProgress progress) {
        return new TrackRecord(
                progress,
                state.independentOutcomes(),
                Double.NaN,
                state.ledger.alarm(group),
                Double.NaN,
                0,
                state.hits.rate(),
                state.hits.independentOutcomes());
    }

    /** How far the training gate is on its way to open. */
    public TrainingProgress training(JudgeState state) {
        return state.training.progress(rules.gates());
    }
}

package org.cryptosmarttrader.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.time.TickGrid;

/**
 * Forecast distributions that know volatility and nothing else, to judge intervals by: a volatility known at the decision,
 * times √h, times the quantiles of matured outcomes in units of it. Three volatilities are tried: that of the last 168 bars
 * ({@code CLIMATOLOGY}, the climatology of the scaled return), {@link EwmaVolatility} and {@link HarVolatility}.
 *
 * <p>Tick after tick: first the outcomes that matured, then the decisions. Nothing is learnt of an outcome before it
 * matured; quantiles and coefficients are made anew at the first tick of each UTC day.
 *
 * <p>Not thread-safe.
 */
public final class VolatilityBaselines {

    /** Where the volatility comes from. */
    public enum Source {
        CLIMATOLOGY,
        EWMA,
        HAR
    }

    /**
     * What the baselines would have paid for an outcome, by {@link Source} in order; NaN where one knew nothing.
     *
     * @param crps continuous ranked probability scores over the levels
     * @param interval mean pinball losses of the two ends of the interval
     * @param lastReturn log return over as long before the decision: what would have been said had the last return come again
     */
    public record Losses(double[] crps, double[] interval, double lastReturn) {}

    private static final int SOURCES = Source.values().length;

    /** Of a pair. */
    private static final class Past {
        private final BarReturns returns;
        private final EwmaVolatility ewma;

        Past(TickGrid grid, int memory) {
            this.returns = new BarReturns(memory);
            this.ewma = new EwmaVolatility(grid);
        }
    }

    /** A decision that waits for its outcome: its volatilities, the quantiles known then, and the return before it. */
    private record Waiting(double[] volatilities, double[][] quantiles, double[][] ends, double lastReturn) {}

    /** A decision that waits for the volatility to be realised behind it. */
    private record Lesson(long bar, HarVolatility.Past past) {}

    /** What is learnt of a horizon, all pairs alike. */
    private final class OfHorizon {
        private final int bars;
        private final HarVolatility har = new HarVolatility();
        private final List<ScaledOutcomes> outcomes = new ArrayList<>();
        private final double[][] quantiles = new double[SOURCES][];
        private final double[][] ends = new double[SOURCES][];
        private final TreeMap<Long, SortedMap<String, Waiting>> waiting = new TreeMap<>();
        private final SortedMap<String, Deque<Lesson>> lessons = new TreeMap<>();
        private long newest = Long.MIN_VALUE;

        OfHorizon(int bars) {
            this.bars = bars;
            for (int source = 0; source < SOURCES; source++) {
                outcomes.add(new ScaledOutcomes(bars));
            }
        }

        void refit() {
            har.refit();
            for (int source = 0; source < SOURCES; source++) {
                quantiles[source] = outcomes.get(source).quantiles(levels);
                ends[source] = outcomes.get(source).quantiles(endLevels);
            }
        }

        void decide(String pair, long bar, Past past, HarVolatility.Past known, double volatility) {
            Deque<Lesson> open = lessons.computeIfAbsent(pair, absent -> new ArrayDeque<>());
            while (!open.isEmpty() && open.peek().bar + bars <= bar) {
                Lesson lesson = open.poll();
                if (lesson.bar + bars == bar) {
                    har.learn(lesson.past, past.returns.realised(bars));
                }
            }
            open.add(new Lesson(bar, known));
            double[] volatilities = {volatility, past.ewma.value(), har.forecast(known)};
            if (bar > newest) {
                newest = bar;
                waiting.headMap(bar - bars).clear();
            }
            waiting.computeIfAbsent(bar, absent -> new TreeMap<>())
                    .put(pair, new Waiting(volatilities, quantiles.clone(), ends.clone(), past.returns.sum(bars)));
        }

        Losses mature(String pair, long bar, double outcome) {
            SortedMap<String, Waiting> ofBar = waiting.get(bar);
            Waiting decision = ofBar == null ? null : ofBar.remove(pair);
            double[] crps = new double[SOURCES];
            double[] interval = new double[SOURCES];
            Arrays.fill(crps, Double.NaN);
            Arrays.fill(interval, Double.NaN);
            for (int source = 0; decision != null && source < SOURCES; source++) {
                double scale = decision.volatilities[source] * Math.sqrt(bars);
                if (!(scale > 0) || Double.isNaN(outcome)) {
                    continue;
                }
                outcomes.get(source).add(bar, outcome / scale);
                if (decision.quantiles[source] != null) {
                    double[] end = decision.ends[source];
                    crps[source] = new PredictiveQuantiles(levels, times(scale, decision.quantiles[source]))
                            .rankedProbabilityScore(outcome);
                    interval[source] = intervalLoss(alpha, scale * end[0], scale * end[1], outcome);
                }
            }
            return new Losses(crps, interval, decision == null ? Double.NaN : decision.lastReturn);
        }
    }

    private final TickGrid grid;
    private final double alpha;
    private final double[] levels;
    private final double[] endLevels;
    private final int day;
    private final int week;
    private final int month;
    private final SortedMap<String, Past> pairs = new TreeMap<>();
    private final SortedMap<Horizon, OfHorizon> horizons = new TreeMap<>();
    private final int memory;
    private long fittedDay = Long.MIN_VALUE;

    /**
     * @param alpha share of outcomes an interval may miss
     * @param levels of the ranked probability score
     */
    public VolatilityBaselines(TickGrid grid, List<Horizon> horizons, double alpha, double... levels) {
        this.grid = grid;
        this.alpha = alpha;
        this.levels = levels.clone();
        this.endLevels = new double[] {alpha / 2, 1 - alpha / 2};
        this.day = bars(TickGrid.DAY);
        this.week = bars(7 * TickGrid.DAY);
        this.month = bars(30 * TickGrid.DAY);
        int longest = month;
        for (Horizon horizon : horizons) {
            this.horizons.put(horizon, new OfHorizon(horizon.bars(grid)));
            longest = Math.max(longest, horizon.bars(grid));
        }
        this.memory = longest;
    }

    private int bars(long millis) {
        return (int) Math.max(1, millis / grid.intervalMillis());
    }

    /** Mean pinball loss of the two ends of an interval that may miss a share of outcomes. */
    public static double intervalLoss(double alpha, double lower, double upper, double outcome) {
        return (PredictiveQuantiles.pinball(alpha / 2, lower, outcome)
                        + PredictiveQuantiles.pinball(1 - alpha / 2, upper, outcome))
                / 2;
    }

    private static double[] times(double scale, double[] values) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = scale * values[i];
        }
        return scaled;
    }

    /**
     * An outcome that matured.
     *
     * @param decision instant it was decided at
     * @param outcome log return; NaN if there was no price
     */
    public Losses mature(Horizon horizon, String pair, long decision, double outcome) {
        return horizons.get(horizon).mature(pair, grid.barAt(decision), outcome);
    }

    /**
     * A decision.
     *
     * @param decision instant, ascending from call to call
     * @param logReturn of the bar decided on; NaN if it is missing
     * @param volatility of the last 168 bars per square root of a bar; NaN if it is not known
     */
    public void decide(String pair, long decision, double logReturn, double volatility) {
        long today = Math.floorDiv(decision, TickGrid.DAY);
        if (today > fittedDay) {
            horizons.values().forEach(OfHorizon::refit);
            fittedDay = today;
        }
        long bar = grid.barAt(decision);
        Past past = pairs.computeIfAbsent(pair, absent -> new Past(grid, memory));
        past.returns.add(bar, logReturn);
        past.ewma.add(logReturn);
        HarVolatility.Past known = new HarVolatility.Past(
                past.returns.realised(day), past.returns.realised(week), past.returns.realised(month));
        horizons.values().forEach(horizon -> horizon.decide(pair, bar, past, known, volatility));
    }
}

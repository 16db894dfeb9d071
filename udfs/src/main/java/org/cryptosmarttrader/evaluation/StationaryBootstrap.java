package org.cryptosmarttrader.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * How far a score would have strayed, had the same history come in another order: periods are drawn again in blocks of random
 * length, so that what hangs together in time stays together.
 *
 * <p>Source: definitions J.2; Politis and Romano 1994, The stationary bootstrap.
 *
 * @param meanBlock mean length of a block in periods, at least 1
 * @param draws how many histories are drawn
 * @param seed of all draws; equal seeds draw equal histories
 */
public record StationaryBootstrap(double meanBlock, int draws, long seed) {

    /** Draws of every published interval. */
    public static final int DRAWS = 1_000;

    /** Share of the draws between the ends of an interval. */
    public static final double LEVEL = 0.95;

    /** Any will do where no other is given; one and the same, so that equal outcomes give equal intervals. */
    private static final long SEED = 1;

    /** Of scores over decisions: the mean block is one horizon, a day at least. */
    public static StationaryBootstrap overDecisions(int horizonBars, int barsPerDay) {
        return overDecisions(horizonBars, barsPerDay, SEED);
    }

    /** The same with a seed of its own. */
    public static StationaryBootstrap overDecisions(int horizonBars, int barsPerDay, long seed) {
        return new StationaryBootstrap(Math.max(horizonBars, barsPerDay), DRAWS, seed);
    }

    /** @throws IllegalArgumentException if a block is shorter than a period, or nothing is drawn */
    public StationaryBootstrap {
        if (!(meanBlock >= 1) || draws < 1) {
            throw new IllegalArgumentException(
                    "bootstrap: mean block of %s periods, %d draws, expected at least 1 of each"
                            .formatted(meanBlock, draws));
        }
    }

    /** Ends of the middle {@link #LEVEL} of the draws; NaN if the score does not exist in every draw. */
    public record Interval(double lower, double upper) {}

    /**
     * @param periods number of periods, at least 1
     * @param score of a history, given as how often each period occurs in it
     */
    public Interval interval(int periods, ToDoubleFunction<int[]> score) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] scores = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            scores[draw] = score.applyAsDouble(occurrences(history(periods, random), periods));
        }
        return middle(scores);
    }

    /**
     * Of the quotient of two sums over the periods, in one pass a draw: the histories of {@link #interval}, without laying
     * them out.
     *
     * @param numerators one per period, at least one
     * @param denominators one per period
     */
    public Interval ratioOfSums(double[] numerators, double[] denominators) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] scores = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            double above = 0;
            double below = 0;
            int period = 0;
            for (int i = 0; i < numerators.length; i++) {
                boolean begins = i == 0 || random.nextDouble() < 1 / meanBlock;
                period = begins ? random.nextInt(numerators.length) : period + 1 < numerators.length ? period + 1 : 0;
                above += numerators[period];
                below += denominators[period];
            }
            scores[draw] = above / below;
        }
        return middle(scores);
    }

    private Interval middle(double[] scores) {
        Arrays.sort(scores);
        // what is missing stands last
        if (Double.isNaN(scores[draws - 1])) {
            return new Interval(Double.NaN, Double.NaN);
        }
        int beyond = (int) (draws * (1 - LEVEL) / 2);
        return new Interval(scores[beyond], scores[draws - 1 - beyond]);
    }

    /** A history of as many periods: a new block begins with probability 1 / mean, and goes on past the end at the beginning. */
    int[] history(int periods, SplittableRandom random) {
        int[] drawn = new int[periods];
        for (int i = 0; i < periods; i++) {
            boolean begins = i == 0 || random.nextDouble() < 1 / meanBlock;
            drawn[i] = begins ? random.nextInt(periods) : (drawn[i - 1] + 1) % periods;
        }
        return drawn;
    }

    private static int[] occurrences(int[] history, int periods) {
        int[] occurrences = new int[periods];
        for (int period : history) {
            occurrences[period]++;
        }
        return occurrences;
    }
}

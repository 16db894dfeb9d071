package org.cryptosmarttrader.evaluation;

import java.util.Arrays;

/**
 * Probability of backtest overfitting by combinatorially symmetric cross-validation: how often the try that was best in one
 * half of the blocks of time ranks in the lower half of all tries in the other blocks.
 *
 * <p>A try that never varies in a half has no Sharpe ratio there and ranks as 0: it neither gained nor risked anything.
 *
 * <p>Source: Bailey, Borwein, López de Prado, Zhu, The Probability of Backtest Overfitting, Journal of Computational Finance
 * 20 (2017).
 *
 * @param blocks number of blocks, even
 * @param trials number of tries
 * @param logits by choice of half, in the order of their lowest block, then the next: above 0 if the best one of that half
 *     ranked above the middle in the other
 * @param probability share of the choices that are 0 or less
 */
public record BacktestOverfitting(int blocks, int trials, double[] logits, double probability) {

    /** Blocks of a history that is long enough for them. */
    public static final int BLOCKS = 16;

    /** Above it no strategy is called promising. */
    public static final double LIMIT = 0.2;

    private static final int FEWEST_BLOCKS = 4;

    /**
     * The largest even number of blocks, at most {@value #BLOCKS}, of which each holds enough periods.
     *
     * @return 0 if there are not enough periods for four
     */
    public static int blocksFor(int periods, int fewestPeriods) {
        int blocks = Math.min(BLOCKS, periods / fewestPeriods / 2 * 2);
        return blocks < FEWEST_BLOCKS ? 0 : blocks;
    }

    /**
     * @param returns by try, then by period: the same periods for all; periods that do not fill a block are left out at the
     *     beginning
     * @param blocks even, at least 2
     * @throws IllegalArgumentException if there are fewer than two tries or two periods a block, or lengths differ
     */
    public static BacktestOverfitting of(double[][] returns, int blocks) {
        check(returns, blocks);
        BlockMoments[][] moments = new BlockMoments[returns.length][];
        for (int trial = 0; trial < returns.length; trial++) {
            moments[trial] = blocks(returns[trial], blocks);
        }
        double[] logits = new double[1 << blocks];
        int size = 0;
        // the highest bit is the first block, so that halves come in the order of their blocks
        for (int half = (1 << blocks) - 1; half > 0; half--) {
            if (Integer.bitCount(half) == blocks / 2) {
                logits[size++] = logit(sharpes(moments, half), sharpes(moments, ~half));
            }
        }
        logits = Arrays.copyOf(logits, size);
        long lost = Arrays.stream(logits).filter(logit -> logit <= 0).count();
        return new BacktestOverfitting(blocks, returns.length, logits, (double) lost / size);
    }

    private static void check(double[][] returns, int blocks) {
        boolean isFit = returns.length >= 2 && blocks >= 2 && blocks % 2 == 0 && blocks <= BLOCKS;
        for (int trial = 0; isFit && trial < returns.length; trial++) {
            isFit = returns[trial].length == returns[0].length && returns[trial].length >= 2 * blocks;
        }
        if (!isFit) {
            throw new IllegalArgumentException(
                    "overfitting: %d trials in %d blocks, expected two or more trials over the same periods and 2 to %d blocks, even, of two or more periods each"
                            .formatted(returns.length, blocks, BLOCKS));
        }
    }

    private static BlockMoments[] blocks(double[] returns, int blocks) {
        int length = returns.length / blocks;
        int surplus = returns.length - blocks * length;
        BlockMoments[] moments = new BlockMoments[blocks];
        for (int block = 0; block < blocks; block++) {
            moments[block] = BlockMoments.of(returns, surplus + block * length, length);
        }
        return moments;
    }

    /** Sharpe ratios of all tries over the blocks whose bits are set. */
    private static double[] sharpes(BlockMoments[][] moments, int half) {
        double[] sharpes = new double[moments.length];
        for (int trial = 0; trial < moments.length; trial++) {
            BlockMoments sum = BlockMoments.NONE;
            int blocks = moments[trial].length;
            for (int block = 0; block < blocks; block++) {
                if ((half >>> (blocks - 1 - block) & 1) == 1) {
                    sum = sum.plus(moments[trial][block]);
                }
            }
            sharpes[trial] = sum.sharpe();
        }
        return sharpes;
    }

    private static double logit(double[] inSample, double[] outOfSample) {
        int best = 0;
        for (int trial = 1; trial < inSample.length; trial++) {
            best = inSample[trial] > inSample[best] ? trial : best;
        }
        double share = Correlation.ranks(outOfSample)[best] / (outOfSample.length + 1);
        return StrictMath.log(share / (1 - share));
    }

    /** Mean and squared deviations of a block, which add up without losing digits (Chan, Golub, LeVeque 1979). */
    private record BlockMoments(int n, double mean, double squares) {

        static final BlockMoments NONE = new BlockMoments(0, 0, 0);

        static BlockMoments of(double[] returns, int from, int length) {
            double sum = 0;
            boolean varies = false;
            for (int i = from; i < from + length; i++) {
                sum += returns[i];
                varies |= returns[i] != returns[from];
            }
            // the rounded mean of equal values may lie beside them and feign a spread
            double mean = varies ? sum / length : returns[from];
            double squares = 0;
            for (int i = from; i < from + length; i++) {
                squares += (returns[i] - mean) * (returns[i] - mean);
            }
            return new BlockMoments(length, mean, squares);
        }

        BlockMoments plus(BlockMoments other) {
            int both = n + other.n;
            double distance = other.mean - mean;
            return new BlockMoments(
                    both,
                    mean + distance * other.n / both,
                    squares + other.squares + distance * distance * n * other.n / both);
        }

        double sharpe() {
            return squares > 0 ? mean / Math.sqrt(squares / (n - 1)) : 0;
        }
    }
}

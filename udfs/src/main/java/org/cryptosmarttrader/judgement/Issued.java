package org.cryptosmarttrader.judgement;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.cryptosmarttrader.domain.Numbers;
import org.cryptosmarttrader.gates.Standing;
import org.cryptosmarttrader.uncertainty.Interval;

/** The verdicts of one tick, as far as their outcomes will be judged by them. Immutable. */
public final class Issued {

    private static final int WIDTH = 6;

    private final String[] pairs;
    /** Per pair: model's probability, calibrated probability, scaled return, sigma, lower, upper. */
    private final double[] numbers;
    /** Whether the verdict passed every gate, probation included. */
    private final boolean[] gated;

    private Issued(String[] pairs, double[] numbers, boolean[] gated) {
        this.pairs = pairs;
        this.numbers = numbers;
        this.gated = gated;
    }

    /**
     * @param verdicts by pair, ascending
     * @throws IllegalArgumentException if they are not; a pair out of order would not be found again
     */
    public static Issued of(List<Verdict> verdicts) {
        String[] pairs = new String[verdicts.size()];
        double[] numbers = new double[verdicts.size() * WIDTH];
        boolean[] gated = new boolean[verdicts.size()];
        for (int i = 0; i < pairs.length; i++) {
            Verdict verdict = verdicts.get(i);
            pairs[i] = verdict.forecast().pair();
            if (i > 0 && pairs[i].compareTo(pairs[i - 1]) <= 0) {
                throw new IllegalArgumentException("verdicts: %s after %s, expected each pair once and in order"
                        .formatted(pairs[i], pairs[i - 1]));
            }
            numbers[i * WIDTH] = verdict.forecast().pUp();
            numbers[i * WIDTH + 1] = verdict.pUp();
            numbers[i * WIDTH + 2] = verdict.forecast().scaledReturn();
            numbers[i * WIDTH + 3] = verdict.forecast().sigma();
            numbers[i * WIDTH + 4] = verdict.interval().lower();
            numbers[i * WIDTH + 5] = verdict.interval().upper();
            Standing standing = verdict.judgement().standing();
            gated[i] = standing == Standing.PASSED || standing == Standing.PROBATION;
        }
        return new Issued(pairs, numbers, gated);
    }

    /** Position of a pair, negative if none was issued for it. */
    int indexOf(String pair) {
        return Arrays.binarySearch(pairs, pair);
    }

    double modelProbability(int index) {
        return numbers[index * WIDTH];
    }

    double probability(int index) {
        return numbers[index * WIDTH + 1];
    }

    Interval interval(int index) {
        return new Interval(numbers[index * WIDTH + 4], numbers[index * WIDTH + 5]);
    }

    /** |outcome − forecast| / sigma; NaN if one of them is missing. */
    double error(int index, double outcome) {
        double sigma = numbers[index * WIDTH + 3];
        return sigma > 0 ? Math.abs(outcome / sigma - numbers[index * WIDTH + 2]) : Double.NaN;
    }

    boolean isGated(int index) {
        return gated[index];
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(pairs.length);
        for (int i = 0; i < pairs.length; i++) {
            out.writeUTF(pairs[i]);
            out.writeBoolean(gated[i]);
        }
        Numbers.write(out, numbers);
    }

    public static Issued read(DataInput in) throws IOException {
        String[] pairs = new String[in.readInt()];
        boolean[] gated = new boolean[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = in.readUTF();
            gated[i] = in.readBoolean();
        }
        return new Issued(pairs, Numbers.readDoubles(in), gated);
    }
}

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

    /** Numbers per pair in front of the members' votes. */
    private static final int WIDTH = 6;

    private final String model;
    private final double climatology;
    private final String[] members;
    private final String[] pairs;
    private final String[] regimes;
    /** Per pair: model's probability, calibrated probability, scaled return, sigma, lower, upper, a vote per member. */
    private final double[] numbers;
    /** Whether the verdict passed every gate, probation included. */
    private final boolean[] gated;

    private Issued(String model, double climatology, String[] members, int size) {
        this.model = model;
        this.climatology = climatology;
        this.members = members;
        this.pairs = new String[size];
        this.regimes = new String[size];
        this.numbers = new double[size * (WIDTH + members.length)];
        this.gated = new boolean[size];
    }

    /**
     * @param verdicts by pair, ascending, one per forecast of the slate
     * @throws IllegalArgumentException if they are not; a pair out of order would not be found again
     */
    public static Issued of(Slate slate, List<Verdict> verdicts) {
        String[] members = slate.members().stream().map(Slate.Member::name).toArray(String[]::new);
        Issued issued = new Issued(slate.model(), slate.prior().climatology(), members, verdicts.size());
        for (int i = 0; i < verdicts.size(); i++) {
            issued.enter(i, verdicts.get(i), slate.votes(i));
        }
        return issued;
    }

    private void enter(int i, Verdict verdict, double[] votes) {
        pairs[i] = verdict.forecast().pair();
        if (i > 0 && pairs[i].compareTo(pairs[i - 1]) <= 0) {
            throw new IllegalArgumentException(
                    "verdicts: %s after %s, expected each pair once and in order".formatted(pairs[i], pairs[i - 1]));
        }
        regimes[i] = verdict.regime();
        int at = i * (WIDTH + members.length);
        numbers[at] = verdict.forecast().pUp();
        numbers[at + 1] = verdict.pUp();
        numbers[at + 2] = verdict.forecast().scaledReturn();
        numbers[at + 3] = verdict.forecast().sigma();
        numbers[at + 4] = verdict.interval().lower();
        numbers[at + 5] = verdict.interval().upper();
        System.arraycopy(votes, 0, numbers, at + WIDTH, votes.length);
        Standing standing = verdict.judgement().standing();
        gated[i] = standing == Standing.PASSED || standing == Standing.PROBATION;
    }

    /** SHA-256 of the model whose forecasts were judged; empty if it failed. */
    String model() {
        return model;
    }

    /** Share of positive returns among the labels the model was trained on. */
    double climatology() {
        return climatology;
    }

    /** Members of the ensemble in the order of their votes. */
    String[] members() {
        return members;
    }

    String regime(int index) {
        return regimes[index];
    }

    /** What a member said of a pair; NaN if it abstained. */
    double vote(int index, int member) {
        return number(index, WIDTH + member);
    }

    private double number(int index, int which) {
        return numbers[index * (WIDTH + members.length) + which];
    }

    /** Position of a pair, negative if none was issued for it. */
    int indexOf(String pair) {
        return Arrays.binarySearch(pairs, pair);
    }

    double modelProbability(int index) {
        return number(index, 0);
    }

    double probability(int index) {
        return number(index, 1);
    }

    Interval interval(int index) {
        return new Interval(number(index, 4), number(index, 5));
    }

    /** |outcome − forecast| / sigma; NaN if one of them is missing. */
    double error(int index, double outcome) {
        double sigma = number(index, 3);
        return sigma > 0 ? Math.abs(outcome / sigma - number(index, 2)) : Double.NaN;
    }

    boolean isGated(int index) {
        return gated[index];
    }

    public void write(DataOutput out) throws IOException {
        out.writeUTF(model);
        out.writeDouble(climatology);
        out.writeInt(members.length);
        for (String member : members) {
            out.writeUTF(member);
        }
        out.writeInt(pairs.length);
        for (int i = 0; i < pairs.length; i++) {
            out.writeUTF(pairs[i]);
            out.writeUTF(regimes[i]);
            out.writeBoolean(gated[i]);
        }
        Numbers.write(out, numbers, 0, numbers.length);
    }

    public static Issued read(DataInput in) throws IOException {
        String model = in.readUTF();
        double climatology = in.readDouble();
        String[] members = new String[in.readInt()];
        for (int i = 0; i < members.length; i++) {
            members[i] = in.readUTF();
        }
        Issued read = new Issued(model, climatology, members, in.readInt());
        for (int i = 0; i < read.pairs.length; i++) {
            read.pairs[i] = in.readUTF();
            read.regimes[i] = in.readUTF();
            read.gated[i] = in.readBoolean();
        }
        Numbers.read(in, read.numbers, 0, read.numbers.length);
        return read;
    }
}

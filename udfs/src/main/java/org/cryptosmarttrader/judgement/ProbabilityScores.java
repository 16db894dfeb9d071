package org.cryptosmarttrader.judgement;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How wrong calibrated probabilities were, and how wrong the base rate. Mutable; part of a day's record. */
final class ProbabilityScores {

    private static final double SUREST = 1e-15;

    /**
     * Squared errors summed over the pairs of one decision.
     *
     * @param ofForecast of the calibrated probability
     * @param ofClimatology of the share of positive returns among the training labels
     */
    record Decision(long bar, double ofForecast, double ofClimatology) {}

    private final List<Decision> decisions;
    private long forecasts;
    private double excessLogLoss;

    ProbabilityScores() {
        this(new ArrayList<>(), 0, 0);
    }

    private ProbabilityScores(List<Decision> decisions, long forecasts, double excessLogLoss) {
        this.decisions = decisions;
        this.forecasts = forecasts;
        this.excessLogLoss = excessLogLoss;
    }

    ProbabilityScores copy() {
        return new ProbabilityScores(new ArrayList<>(decisions), forecasts, excessLogLoss);
    }

    /** What became of the forecasts of one decision; adds up over its pairs. */
    static final class Sum {
        private int forecasts;
        private double ofForecast;
        private double ofClimatology;
        private double excessLogLoss;

        void add(double probability, double climatology, boolean up) {
            if (Double.isNaN(probability)) {
                return;
            }
            double y = up ? 1 : 0;
            forecasts++;
            ofForecast += (probability - y) * (probability - y);
            ofClimatology += (climatology - y) * (climatology - y);
            excessLogLoss += logLoss(probability, up) - logLoss(climatology, up);
        }

        private static double logLoss(double probability, boolean up) {
            double ofOutcome = up ? probability : 1 - probability;
            return -StrictMath.log(Math.min(1 - SUREST, Math.max(SUREST, ofOutcome)));
        }
    }

    void add(long bar, Sum sum) {
        if (sum.forecasts > 0) {
            decisions.add(new Decision(bar, sum.ofForecast, sum.ofClimatology));
            forecasts += sum.forecasts;
            excessLogLoss += sum.excessLogLoss;
        }
    }

    List<Decision> decisions() {
        return decisions;
    }

    /** Mean log loss of the forecasts less that of the base rate; NaN without any. */
    double excessLogLoss() {
        return excessLogLoss / forecasts;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(decisions.size());
        for (Decision decision : decisions) {
            out.writeLong(decision.bar());
            out.writeDouble(decision.ofForecast());
            out.writeDouble(decision.ofClimatology());
        }
        out.writeLong(forecasts);
        out.writeDouble(excessLogLoss);
    }

    static ProbabilityScores read(DataInput in) throws IOException {
        List<Decision> decisions = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            decisions.add(new Decision(in.readLong(), in.readDouble(), in.readDouble()));
        }
        return new ProbabilityScores(decisions, in.readLong(), in.readDouble());
    }
}

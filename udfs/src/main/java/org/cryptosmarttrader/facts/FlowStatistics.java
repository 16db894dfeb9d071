package org.cryptosmarttrader.facts;

import java.util.Arrays;
import java.util.List;
import org.cryptosmarttrader.history.Window;

/**
 * Sums over whales' transfers of an asset, hour by hour before a decision instant. An hour in which its chain was not
 * followed has no value; one in which it was and nothing moved has 0.
 */
public final class FlowStatistics {

    private static final int BEFORE = 168;

    /** Nine tenths of a week. */
    private static final int FEWEST_HOURS = 152;

    private static final FlowStatistics NOT_FOLLOWED = new FlowStatistics(missing());

    /** By flow, hours ago. */
    private final double[][] hourly;

    private FlowStatistics(double[][] hourly) {
        this.hourly = hourly;
    }

    private static double[][] missing() {
        double[][] hourly = new double[Flow.values().length][BEFORE + 1];
        for (double[] ofFlow : hourly) {
            Arrays.fill(ofFlow, Double.NaN);
        }
        return hourly;
    }

    static FlowStatistics of(String asset, TickView view, List<Transfer> transfers) {
        String chain = view.rules().chains().get(asset);
        if (chain == null) {
            return NOT_FOLLOWED;
        }

        double[][] hourly = new double[Flow.values().length][BEFORE + 1];
        for (Transfer transfer : transfers) {
            if (transfer.asset().equals(asset) && transfer.usd() >= view.rules().whaleUsd()) {
                for (Flow flow : Flow.values()) {
                    hourly[flow.ordinal()][view.hoursAgo(transfer.availableAt())] += flow.of(transfer);
                }
            }
        }
        boolean[] listened = view.listened(chain);
        for (double[] ofFlow : hourly) {
            for (int ago = 0; ago <= BEFORE; ago++) {
                ofFlow[ago] = listened[ago] ? ofFlow[ago] : Double.NaN;
            }
        }
        return new FlowStatistics(hourly);
    }

    /** Sum over the newest hours; NaN if one of them has no value. */
    public double sum(Flow flow, int hours) {
        double sum = 0;
        for (int ago = hours - 1; ago >= 0 && !Double.isNaN(sum); ago--) {
            sum += hourly[flow.ordinal()][ago];
        }
        return sum;
    }

    /**
     * How unusual the newest hours are: (sum − hours · mean) / (√hours · sd), mean and sd over the 168 hours before the
     * newest one; NaN if fewer than 152 of those have a value or all have the same.
     */
    public double surprise(Flow flow, int hours) {
        double sum = sum(flow, hours);
        if (Double.isNaN(sum)) {
            return Double.NaN;
        }

        double[] before = new double[BEFORE];
        for (int i = 0; i < BEFORE; i++) {
            before[i] = hourly[flow.ordinal()][BEFORE - i];
        }
        Window window = Window.of(before);
        double deviation = window.standardDeviation();
        return window.present() >= FEWEST_HOURS && deviation > 0
                ? (sum - hours * window.mean()) / (Math.sqrt(hours) * deviation)
                : Double.NaN;
    }
}

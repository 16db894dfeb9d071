package org.cryptosmarttrader.risk;

import org.cryptosmarttrader.time.TickGrid;

/**
 * No order in a pair whose newest bar is too old; a position caught in the gap is closed once bars come again.
 *
 * <p>The exit is ordered once, at the first tick after recovery.
 *
 * @param maxAgeHours age of the newest bar, from its end, that still counts as fresh
 */
public record DataGapStop(double maxAgeHours) implements RiskRule {

    @Override
    public String name() {
        return "data gap";
    }

    @Override
    public void apply(Exposure exposure) {
        for (Holding holding : exposure.holdings()) {
            double ageHours = holding.facts().ageMillis() / TickGrid.HOUR;
            String caught = name() + " " + holding.pair();
            if (!(ageHours <= maxAgeHours)) {
                freeze(exposure, holding, caught, ageHours);
            } else if (exposure.isLatched(caught)) {
                exposure.release(caught);
                exit(exposure, holding, ageHours);
            }
        }
    }

    private void exit(Exposure exposure, Holding holding, double ageHours) {
        if (holding.committed() > 0) {
            holding.capAt(0);
            exposure.hit(name(), holding, RiskAction.EXIT, ageHours, maxAgeHours);
        }
    }

    private void freeze(Exposure exposure, Holding holding, String caught, double ageHours) {
        holding.freeze();
        exposure.hit(name(), holding, RiskAction.FREEZE, ageHours, maxAgeHours);
        if (holding.committed() > 0) {
            exposure.latch(caught);
        }
    }
}

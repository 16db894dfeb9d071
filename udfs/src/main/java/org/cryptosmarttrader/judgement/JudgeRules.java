package org.cryptosmarttrader.judgement;

import java.io.Serializable;
import java.util.List;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.gates.GateSettings;
import org.cryptosmarttrader.time.TickGrid;

/**
 * How the forecasts of a run are judged.
 *
 * @param grid of the run
 * @param gates how strict they are
 * @param alpha share of outcomes that intervals may miss
 * @param requiredBases base assets whose history the training gate counts
 * @param admitsTestInputs whether the run lets made-up sources in, to test itself; then no hour counts for training
 */
public record JudgeRules(
        TickGrid grid, GateSettings gates, double alpha, List<String> requiredBases, boolean admitsTestInputs)
        implements Serializable {

    /** The default: intervals that hold four outcomes of five. */
    public static final double STANDARD_ALPHA = 0.2;

    int bars(Horizon horizon) {
        return horizon.bars(grid);
    }
}

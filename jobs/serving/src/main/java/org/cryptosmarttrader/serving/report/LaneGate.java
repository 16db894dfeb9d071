package org.cryptosmarttrader.serving.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.gates.Judgement;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.gates.Reason;
import org.cryptosmarttrader.gates.Standing;

/** Which verdicts a lane might act on in one quote currency, and what kept it from the others. */
final class LaneGate {

    private final Lane lane;
    private final SortedMap<String, Long> blocked = new TreeMap<>();
    private final SortedMap<String, Long> unmeasured = new TreeMap<>();
    private long allowed;

    LaneGate(Lane lane) {
        this.lane = lane;
    }

    void add(boolean mayAct, Standing standing, List<Reason> reasons, List<Reason> notMeasured) {
        if (mayAct) {
            allowed++;
            return;
        }
        if (standing == Standing.PROBATION) {
            blocked.merge(standing.name(), 1L, Long::sum);
        }
        for (Reason reason : reasons) {
            boolean blind = notMeasured.contains(reason);
            List<Reason> unknown = blind ? List.of(reason) : List.of();
            if (!lane.passes(new Judgement(List.of(reason), unknown, false))) {
                blocked.merge(reason.name(), 1L, Long::sum);
                unmeasured.merge(reason.name(), blind ? 1L : 0L, Long::sum);
            }
        }
    }

    long allowed() {
        return allowed;
    }

    /** Verdicts the lane might not act on, by what kept it. */
    SortedMap<String, Long> blocked() {
        return blocked;
    }

    /** How many of the blocked verdicts met a gate that had nothing to go by. */
    SortedMap<String, Long> unmeasured() {
        return unmeasured;
    }
}

package org.cryptosmarttrader.gates;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How strict the gates are. Both minima may be tightened, never loosened.
 *
 * @param minimumConfidence calibrated probability of the likelier direction, 0.80 to 1
 * @param minimumTrainingHours counting hours behind the newest matured one, at least 2,016
 * @param minimumLiveWeeks part of these that must have been received live, in weeks; 0 if recorded archives suffice
 */
public record GateSettings(double minimumConfidence, double minimumTrainingHours, double minimumLiveWeeks)
        implements Serializable {

    /** 80 %, 12 weeks, recorded archives suffice. */
    public static final GateSettings STANDARD = new GateSettings(0.80, 2_016, 0);

    /** @throws IllegalArgumentException if a gate is loosened or a value is impossible; names every fault */
    public GateSettings {
        List<String> faults = new ArrayList<>();
        if (!(minimumConfidence >= 0.80 && minimumConfidence <= 1)) {
            faults.add(("conf/gates.yaml: confidence.minimum is %s, expected a probability of 0.80 to 1; "
                            + "the gate may be tightened, never loosened; write 0.80 or more")
                    .formatted(minimumConfidence));
        }
        if (!(minimumTrainingHours >= 2_016) || Double.isInfinite(minimumTrainingHours)) {
            faults.add(("conf/gates.yaml: training.minimumHours is %s, expected 2016 hours (12 weeks) or more; "
                            + "the gate may be tightened, never loosened; write 2016 or more")
                    .formatted(minimumTrainingHours));
        }
        if (!(minimumLiveWeeks >= 0) || Double.isInfinite(minimumLiveWeeks)) {
            faults.add("conf/gates.yaml: training.minimumLiveWeeks is %s, expected 0 weeks or more; write 0"
                    .formatted(minimumLiveWeeks));
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
    }
}

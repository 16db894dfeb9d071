package org.cryptosmarttrader.wire.runs;

import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.gates.SystemStatus;

/** The status of the system under the names its readers know. What is not measured is there and null. */
public final class StatusJson {

    private StatusJson() {}

    /** Fields by name, to be written by {@link org.cryptosmarttrader.wire.Json}. */
    public static SortedMap<String, Object> of(SystemStatus status) {
        SortedMap<String, Object> fields = new TreeMap<>();
        fields.put("training_progress", status.trainingProgress());
        fields.put("weeks_completed", status.weeksCompleted());
        fields.put("weeks_remaining", status.weeksRemaining());
        fields.put("per_horizon", status.perHorizon());
        fields.put("estimated_completion", status.estimatedCompletion());
        fields.put("api_integrations", status.apiIntegrations());
        fields.put("data_authenticity", status.dataAuthenticity());
        fields.put("artificial_data_removed", status.artificialDataRemoved());
        fields.put("production_architecture", status.productionArchitecture());
        return fields;
    }
}

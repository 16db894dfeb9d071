package org.cryptosmarttrader.serving.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cryptosmarttrader.serving.explain.Explainer;
import org.cryptosmarttrader.serving.explain.Explanation;
import org.cryptosmarttrader.serving.explain.FeatureValue;
import org.cryptosmarttrader.serving.explain.NotExplainedException;
import org.cryptosmarttrader.serving.explain.Step;
import org.cryptosmarttrader.serving.logs.SessionLogs;
import org.cryptosmarttrader.serving.runs.RunsBelow;
import org.cryptosmarttrader.serving.store.RunStore;

/** A run as it is shown in tests: what lies beside it lies in one folder, and one forecast can be explained. */
public final class ServedScene {

    /** Its explanation has a step that does not hold. */
    public static final String EXPLAINED = "0".repeat(64);

    /** It has none, because the run was made by another program. */
    public static final String NOT_EXPLAINED = "f".repeat(64);

    private ServedScene() {}

    /** @param folder of the status of ingest, logs and other runs */
    public static Served of(RunStore store, Growth growth, Path folder) {
        return new Served(
                store,
                growth,
                folder.resolve("status.json"),
                new SessionLogs(folder.resolve("logs")),
                new RunsBelow(folder),
                explainer(),
                folder.resolve("certificate.json"));
    }

    private static Explainer explainer() {
        return (predictionId, decidedAt) -> {
            if (predictionId.equals(NOT_EXPLAINED)) {
                throw new NotExplainedException("run scene: made by another program");
            }
            return predictionId.equals(EXPLAINED) ? Optional.of(explanation()) : Optional.empty();
        };
    }

    private static Explanation explanation() {
        return new Explanation(
                "backtest-scene",
                Map.of("prediction_id", EXPLAINED, "pair", "BTC/USD", "p_up_raw", 0.25),
                Map.of(),
                Map.of("member", "forest"),
                List.of(new FeatureValue("ret_1", null, "log return", "price", "ln of <b>closes</b>", "2 bars")),
                List.of(),
                List.of(),
                List.of(
                        Step.holds("feature row", "it is one of 2"),
                        Step.differs("forecast again", "p_up_raw 0.5, 0.25")));
    }
}

package org.cryptosmarttrader.serving.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.cryptosmarttrader.book.CostMethod;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.runs.RunManifest;

/**
 * How the orders of a run were executed on paper, as its settings say.
 *
 * @param costMethod lots a sale used up; FIFO if the run does not say
 * @param impact factor before volatility times the root of the share of the bar's volume; NaN if the run does not say
 * @param participation largest share of a bar's quote volume; NaN if the run does not say
 */
public record ExecutionTerms(CostMethod costMethod, double impact, double participation) {

    /** @throws IOException if the settings cannot be read */
    public static ExecutionTerms of(RunManifest manifest) throws IOException {
        if (manifest.settings() == null) {
            return new ExecutionTerms(CostMethod.FIFO, Double.NaN, Double.NaN);
        }
        JsonNode settings = Json.read(manifest.settings(), JsonNode.class, "settings of " + manifest.run())
                .at("/trading/execution");
        return new ExecutionTerms(
                CostMethod.valueOf(settings.path("costMethod").asText(CostMethod.FIFO.name())),
                settings.path("impact").asDouble(Double.NaN),
                settings.path("participation").asDouble(Double.NaN));
    }
}

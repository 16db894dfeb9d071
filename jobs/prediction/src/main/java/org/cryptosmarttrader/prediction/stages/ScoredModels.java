package org.cryptosmarttrader.prediction.stages;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cryptosmarttrader.judgement.Forecast;
import org.cryptosmarttrader.judgement.Slate;
import org.cryptosmarttrader.prediction.scoring.ModelsInForce;

/**
 * What the models in force of one horizon say of a frame.
 *
 * @param models champions first and among them the leads, then challengers
 */
record ScoredModels(List<Scored> models) {

    /** What a model in force says; nothing if it failed. */
    record Scored(ModelsInForce.Active model, Optional<List<Forecast>> forecasts) {

        private boolean isChampion() {
            return model.isChampion() && forecasts.isPresent();
        }
    }

    /** Those of one statement. */
    ScoredModels about(String statement) {
        return new ScoredModels(models.stream()
                .filter(scored -> scored.model().statement().equals(statement))
                .toList());
    }

    /** The model to be judged, unless it failed. */
    private Optional<Scored> lead() {
        return models.stream().limit(1).filter(Scored::isChampion).findFirst();
    }

    /** SHA-256 of the model to be judged; empty if it failed or there is none. */
    String judgedModel() {
        return lead().map(lead -> lead.model().modelHash()).orElse("");
    }

    /**
     * What is to be judged; nothing if no champion could be scored.
     *
     * @param withoutModel the pairs, if only the model to be judged failed
     */
    List<Forecast> judged(Supplier<List<Forecast>> withoutModel) {
        return models.stream().anyMatch(Scored::isChampion)
                ? lead().flatMap(Scored::forecasts).orElseGet(withoutModel)
                : List.of();
    }

    List<Slate.Member> members() {
        return models.stream()
                .filter(Scored::isChampion)
                .map(scored -> new Slate.Member(
                        scored.model().member(), votes(scored.forecasts().orElseThrow())))
                .toList();
    }

    private static double[] votes(List<Forecast> forecasts) {
        return forecasts.stream().mapToDouble(Forecast::vote).toArray();
    }
}

package org.cryptosmarttrader.serving.challenge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.cryptosmarttrader.evaluation.Promotion;
import org.cryptosmarttrader.evaluation.Promotion.Decision;
import org.cryptosmarttrader.serving.rows.ModelForecast;

/**
 * A challenger beside the champion of its member.
 *
 * @param rows both forecast, their outcomes known
 * @param independentOutcomes what the rows are worth
 * @param championBrier null without rows
 * @param challengerBrier null without rows
 * @param difference Brier score of the challenger less that of the champion; below 0, the challenger is better
 * @param lower lower end of where the true difference may lie at 95 %; null if it cannot be said
 * @param upper upper end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Challenge(
        String horizon,
        String member,
        Model champion,
        Model challenger,
        int rows,
        double independentOutcomes,
        Double championBrier,
        Double challengerBrier,
        Double difference,
        Double lower,
        Double upper,
        Decision decision) {

    /** @param forest SHA-256 of its file */
    public record Model(String version, String forest) {

        static Model of(ModelForecast forecast) {
            return new Model(forecast.version(), forecast.forest());
        }
    }

    static Challenge of(ModelForecast champion, ModelForecast challenger, Promotion promotion) {
        return new Challenge(
                champion.horizon(),
                champion.member(),
                Model.of(champion),
                Model.of(challenger),
                promotion.rows(),
                promotion.independentOutcomes(),
                orNull(promotion.championBrier()),
                orNull(promotion.challengerBrier()),
                orNull(promotion.difference()),
                orNull(promotion.lower()),
                orNull(promotion.upper()),
                promotion.decision());
    }

    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    @JsonIgnore
    public boolean isPromoted() {
        return decision == Decision.PROMOTED;
    }
}

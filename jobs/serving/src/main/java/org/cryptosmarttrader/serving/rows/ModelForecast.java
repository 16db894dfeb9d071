package org.cryptosmarttrader.serving.rows;

import org.cryptosmarttrader.wire.models.ModelAnnouncement;

/**
 * What one model said of one pair.
 *
 * @param decision epoch milliseconds
 * @param horizon e.g. {@code 24h}
 * @param role champion or challenger
 * @param forest SHA-256 of the model's file
 * @param climatology base rate of its training labels
 * @param probability P(return > 0) as it said; NaN if it abstained
 */
public record ModelForecast(
        long decision,
        String pair,
        String horizon,
        String member,
        String role,
        String forest,
        String version,
        long trainedAsOf,
        long activatedAt,
        double climatology,
        double probability) {

    public boolean isChampion() {
        return role.equals(ModelAnnouncement.CHAMPION);
    }
}

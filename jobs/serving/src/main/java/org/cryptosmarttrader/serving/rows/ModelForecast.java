package org.cryptosmarttrader.serving.rows;

import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;

/**
 * What one model said of one pair.
 *
 * @param decision epoch milliseconds
 * @param horizon e.g. {@code 24h}
 * @param role champion or challenger
 * @param forest SHA-256 of the model's file
 * @param climatology base rate of its training labels
 * @param probability of its statement, e.g. P(return > 0), as it said; NaN if it abstained
 * @param statement what it forecasts of the pair: {@code up}, or another
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
        double probability,
        String statement) {

    /** Whether it is of the direction of the return. */
    public boolean isOfDirection() {
        return statement.equals(Statement.UP);
    }

    public boolean isChampion() {
        return role.equals(ModelAnnouncement.CHAMPION);
    }
}

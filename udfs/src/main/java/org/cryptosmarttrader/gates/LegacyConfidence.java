package org.cryptosmarttrader.gates;

/**
 * The number an older system called confidence, kept for comparison: a fixed map of a score, 0.65 at 40 and below to 0.95 at
 * 90 and above. It is a scale, not a probability: a score of 65 reads 0.8 whatever came of such scores. No gate asks it.
 *
 * <p>Without a score there is none; the older system assumed a score of 50.
 *
 * @param value 0.65 to 0.95; NaN if refused
 * @param refusal {@value #NO_SCORE} if there was no score; null otherwise
 */
public record LegacyConfidence(double value, String refusal) {

    /** Why there is no value: the score is missing or infinite. */
    public static final String NO_SCORE = "NO_SCORE";

    private static final double LOWEST_SCORE = 40;
    private static final double HIGHEST_SCORE = 90;

    /** @param score 0 to 100; NaN if there is none */
    public static LegacyConfidence of(double score) {
        if (!Double.isFinite(score)) {
            return new LegacyConfidence(Double.NaN, NO_SCORE);
        }
        double held = Math.min(Math.max(score, LOWEST_SCORE), HIGHEST_SCORE);
        return new LegacyConfidence(0.65 + (held - LOWEST_SCORE) / 50 * 0.30, null);
    }

    public boolean isRefused() {
        return refusal != null;
    }
}

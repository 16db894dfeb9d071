package org.cryptosmarttrader.uncertainty;

/**
 * Wilson's score interval: where the true share may lie, at 95 %, if a share was met among n independent outcomes.
 *
 * <p>Source: Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22 (1927).
 *
 * @param lower share, 0 to 1
 * @param upper share, 0 to 1
 */
public record WilsonInterval(double lower, double upper) {

    /** Normal quantile of 0.975. */
    private static final double Z = 1.959963984540054;

    /** Nothing is known of the share. */
    private static final WilsonInterval ANY = new WilsonInterval(0, 1);

    /**
     * @param share met, 0 to 1
     * @param n independent outcomes it was met among, not necessarily whole; for overlapping labels
     *     {@link IndependentOutcomes#count()}
     * @return from 0 to 1 if there is no outcome
     * @throws IllegalArgumentException if there are outcomes and the share lies outside [0, 1]
     */
    public static WilsonInterval of(double share, double n) {
        if (!(n > 0)) {
            return ANY;
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "wilson interval: share %s of %s outcomes, expected 0 to 1".formatted(share, n));
        }
        double z2 = Z * Z;
        double scale = 1 + z2 / n;
        double centre = (share + z2 / (2 * n)) / scale;
        double halfWidth = Z * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / scale;
        return new WilsonInterval(Math.max(0, centre - halfWidth), Math.min(1, centre + halfWidth));
    }
}

package org.cryptosmarttrader.app.certify;

/**
 * How hard to look.
 *
 * @param cuts where the input is cut, besides those in front of rare events; at least 1
 * @param seed of the cuts drawn, the garbage and the disorder
 */
public record CertifySettings(int cuts, long seed) {

    /** @throws IllegalArgumentException without a cut */
    public CertifySettings {
        if (cuts < 1) {
            throw new IllegalArgumentException("--cuts %d: expected 1 or more".formatted(cuts));
        }
    }
}

package org.cryptosmarttrader.wire.models;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Importance that was never measured. */
public final class Importances {

    private Importances() {}

    /** Of two groups that were there, one of them without a deviation and a second forest, and one that was not. */
    public static Importance some() {
        Importance.Regrown otherSeed = new Importance.Regrown(
                0.25,
                0.5,
                new Importance.Difference(0.0, -0.00001, 0.00001),
                new Importance.Difference(0.0, null, null),
                0.002,
                0.01,
                0.99,
                null);
        Importance.Regrown without = new Importance.Regrown(
                0.2495,
                0.52,
                new Importance.Difference(0.0005, -0.0002, 0.0012),
                new Importance.Difference(0.004, -0.001, 0.009),
                0.011,
                0.042,
                0.95,
                0.9);
        Importance.Permuted permuted = new Importance.Permuted(0.0012, 0.0001, 0.015, 0.002);
        return new Importance(
                Importance.FORM,
                "24h",
                "20220301T000005Z-0badcafe",
                "ab".repeat(32),
                new ModelCard.Span(0, 7_254_000_000L, 66_528),
                2_016,
                84,
                20_000,
                5,
                24,
                1_000,
                0.95,
                7,
                new Importance.Scores(0.249, 0.524, null),
                new TreeMap<>(Map.of("onchain", "no value in the training block")),
                otherSeed,
                List.of(
                        new Importance.Group("price", 60, 1, 1, new Importance.Permuted(0.0, null, 0.0, null), null),
                        new Importance.Group("sentiment", 32, 0.5, 0.75, permuted, without)),
                List.of(new Importance.Column(
                        "sent_24h", "sentiment", new Importance.Permuted(0.0011, 0.0001, 0.01, 0.001))),
                200);
    }
}

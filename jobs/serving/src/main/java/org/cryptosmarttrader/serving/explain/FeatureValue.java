package org.cryptosmarttrader.serving.explain;

/**
 * A feature as the forecast's model had it.
 *
 * @param value null if it was missing
 * @param meaning formula in words and its source
 * @param memory how far it looks back, in words
 */
public record FeatureValue(String name, Double value, String unit, String group, String meaning, String memory) {}

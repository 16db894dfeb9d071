package org.cryptosmarttrader.serving.parity;

import java.util.List;

/**
 * One row that is not the same on both sides.
 *
 * @param row its key, e.g. {@code pair=BTC/USD decision_at=2022-03-01T00:00:05Z}
 * @param column that differs; null if the row is missing on one side
 * @param a value of the first output, with its bits if it is a number; null if the row is missing there
 * @param b value of the second
 * @param inputs what the row was made of, and whether that was the same on both sides
 */
public record Difference(String row, String column, String a, String b, List<String> inputs) {}

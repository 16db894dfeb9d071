package org.cryptosmarttrader.serving.report;

import java.util.List;
import java.util.SortedMap;

/**
 * Whether any forecast was made by a forest that knew its future.
 *
 * @param rowsChecked forecasts whose forest was compared with their tick
 * @param violations of these, how many forests were trained or activated after the tick
 * @param distinctForests number of forests used, by horizon
 * @param examples the first violations in words
 */
public record WalkForwardAudit(
        long rowsChecked, long violations, SortedMap<String, Integer> distinctForests, List<String> examples) {}

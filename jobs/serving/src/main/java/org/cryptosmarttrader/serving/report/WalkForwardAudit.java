package org.cryptosmarttrader.serving.report;

import java.util.List;
import java.util.SortedMap;

/**
 * Whether any forecast was made by a forest that knew its future.
 *
 * @param rowsChecked forecasts, of every model, whose model was compared with their tick
 * @param violations of these, how many models were trained or activated after the tick
 * @param distinctForests number of models judged, by horizon
 * @param examples the first violations in words
 */
public record WalkForwardAudit(
        long rowsChecked, long violations, SortedMap<String, Integer> distinctForests, List<String> examples) {}

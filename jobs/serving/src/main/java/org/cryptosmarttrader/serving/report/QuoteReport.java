package org.cryptosmarttrader.serving.report;

import java.util.SortedMap;

/**
 * The accounts of a quote currency.
 *
 * @param lanes by name; the two never mix
 * @param buyAndHold what the pairs there were at the start would have made
 * @param equalWeight what all pairs would have made
 * @param flat what cash would have made
 */
public record QuoteReport(
        SortedMap<String, AccountReport> lanes, HoldReport buyAndHold, HoldReport equalWeight, FlatReport flat) {}

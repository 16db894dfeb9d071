package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.SortedMap;

/**
 * The accounts of a quote currency.
 *
 * @param lanes by name; the two never mix
 * @param buyAndHold what doing nothing would have made
 * @param holdCurve the latter over time, for the page
 */
public record QuoteReport(
        SortedMap<String, AccountReport> lanes,
        HoldReport buyAndHold,
        @JsonIgnore Curve holdCurve) {}

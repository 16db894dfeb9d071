/**
 * Features that say which hidden state the market is likely in, by parameters fitted once on a span long past. They filter
 * forward within their window, never smooth, and say nothing of the span they were fitted on.
 */
package org.cryptosmarttrader.features.regime;

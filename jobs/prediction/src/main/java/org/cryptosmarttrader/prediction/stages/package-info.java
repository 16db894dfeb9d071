/**
 * The stages of the graph, one class each. A stage files what it hears by tick and works when the watermark has passed the
 * tick, on everything known by then; nothing is computed on arrival. Each sets its own uid and name.
 */
package org.cryptosmarttrader.prediction.stages;

/**
 * The Flink job: one graph from events to verdicts, orders and fills. Bounded and unbounded runs differ in the sources and
 * sinks handed to it and in nothing else.
 */
package org.cryptosmarttrader.prediction;

/** The topic of events as an unbounded source: blocks of one, watermarks from heartbeat records. */
package org.cryptosmarttrader.prediction.sources.kafka;

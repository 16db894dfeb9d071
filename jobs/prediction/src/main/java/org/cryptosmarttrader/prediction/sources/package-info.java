/**
 * Where events come from. Every source hands out blocks of events and, as watermarks, what heartbeats promise: the archive at
 * each tick, Kafka at each heartbeat record. Events never move a watermark.
 */
package org.cryptosmarttrader.prediction.sources;

/**
 * Where rows go: Parquet files by dataset and day, exactly once, with a marker that says up to when they are whole; and
 * Kafka topics, at least once, each row under the key that makes a repetition recognisable.
 */
package org.cryptosmarttrader.prediction.sinks;

/** Rows as Avro messages, at least once: a row sent twice has the same key and the same bytes. */
package org.cryptosmarttrader.prediction.sinks.kafka;

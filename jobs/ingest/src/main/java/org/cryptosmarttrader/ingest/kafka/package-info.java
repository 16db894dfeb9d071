/** Events to Kafka: order within a partition, and heartbeats that promise only what was acknowledged. */
package org.cryptosmarttrader.ingest.kafka;

/**
 * Ingest as it runs: what adapters hear is stamped with the instant of receipt, written to Kafka in that order, promised by
 * heartbeats, and only then forgotten by the cursor. One thread writes; adapters hand over from threads of their own.
 */
package org.cryptosmarttrader.ingest.live;

/**
 * Orders of the lane GATED at a real venue: read from their topic, held against every rule, written down before they are sent, sent
 * once, looked for when their reply was lost, and reported as executions. Orders of another lane have no way in.
 *
 * <p>What was decided or learned about an order stands in the {@link org.cryptosmarttrader.ingest.trading.OrderJournal} before it
 * shows anywhere else, so a process that ends at any instant goes on from there. Amounts are decimals from end to end.
 *
 * <p>Source: docs.kraken.com, REST, trading and account data, read in 2026-11; reasons in docs/decisions.
 */
package org.cryptosmarttrader.ingest.trading;

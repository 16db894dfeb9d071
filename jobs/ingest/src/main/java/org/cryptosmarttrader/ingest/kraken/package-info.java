/**
 * Kraken's public market: pairs and trades over REST, trades and tickers over its WebSocket v2, and the sequence of ids
 * that says whether a trade is missing. It reads only, needs no key and leaves out nothing without a count.
 *
 * <p>Prices and quantities are the decimals of the texts received, times are nanoseconds of their digits; neither ever
 * passes through a double. Bytes as received stay beside what was read out of them.
 *
 * <p>Source: docs.kraken.com, REST and WebSocket v2, read in 2026-11.
 */
package org.cryptosmarttrader.ingest.kraken;

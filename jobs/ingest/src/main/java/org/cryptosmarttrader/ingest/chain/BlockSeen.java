package org.cryptosmarttrader.ingest.chain;

/**
 * A block's place in the chain, and who said so.
 *
 * @param time the block's own, epoch milliseconds
 * @param payload the reply
 * @param url without secrets
 */
record BlockSeen(long height, String hash, long time, byte[] payload, String url) {}

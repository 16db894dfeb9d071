package org.cryptosmarttrader.ingest.net;

/**
 * A whole reply as it was received.
 *
 * @param body the bytes, handed over and not to be changed
 * @param fetchedAt when its last byte was here, epoch milliseconds
 * @param url what was asked, secrets replaced
 * @param status of HTTP, 200 to 299
 */
public record Reply(byte[] body, long fetchedAt, String url, int status) {}

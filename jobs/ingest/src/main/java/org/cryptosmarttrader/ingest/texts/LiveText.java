package org.cryptosmarttrader.ingest.texts;

/**
 * A text as a source says it.
 *
 * @param id within the group
 * @param publishedAt as the source says, epoch milliseconds
 * @param text title and text, not empty
 * @param url empty if unknown
 */
record LiveText(String id, long publishedAt, String text, String url) {}

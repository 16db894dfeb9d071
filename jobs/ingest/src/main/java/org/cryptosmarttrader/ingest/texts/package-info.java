/**
 * News, posts and indices from sources that are asked every so often, and scores of a model behind an API. What makes a text an
 * event is the same as for files ({@code ingest.facts.texts}). A poll that read back to the one before says that its group was
 * listened to; one that did not says nothing of the kind. A source without its key is absent.
 */
package org.cryptosmarttrader.ingest.texts;

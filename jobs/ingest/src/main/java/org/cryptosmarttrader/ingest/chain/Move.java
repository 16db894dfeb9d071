package org.cryptosmarttrader.ingest.chain;

import org.cryptosmarttrader.ingest.facts.chain.TransferFact;

/**
 * A transfer as it was read.
 *
 * @param payload its own bytes of the reply
 * @param url what was asked, without secrets
 */
record Move(TransferFact fact, byte[] payload, String url) {}

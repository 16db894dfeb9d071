/**
 * Transfers as the chains tell them, once their blocks are confirmed: Bitcoin by an Esplora API, tokens of Ethereum by a node's
 * JSON-RPC, labelled addresses of Ethereum by Etherscan. They differ in what they can be asked ({@link
 * org.cryptosmarttrader.ingest.chain.Chain}); how a chain is followed, what is retracted and when it counts as followed is the
 * same ({@link org.cryptosmarttrader.ingest.chain.ChainFollower}). Words, amounts and labels are those of recorded files.
 */
package org.cryptosmarttrader.ingest.chain;

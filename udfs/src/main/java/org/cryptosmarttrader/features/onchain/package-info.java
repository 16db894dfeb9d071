/**
 * Features of chains: what whales move, to exchanges and from them, and the daily metrics that providers publish. A chain
 * that was not followed has no value; one that was and on which nothing moved has 0.
 */
package org.cryptosmarttrader.features.onchain;

/**
 * Features of a pair among the others: how it moves with BTC, where it ranks, and what the pairs of one quote currency do
 * together. A cross-section is one tick's rows in the order of their pairs; pairs outside the universe have no input.
 */
package org.cryptosmarttrader.features.market;

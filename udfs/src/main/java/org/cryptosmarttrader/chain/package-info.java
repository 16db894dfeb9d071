/**
 * Whether a text is an address of a chain: form, checksum, network. Pure functions of the text; nothing is asked of the
 * chain, so an address that is one may never have been used.
 */
package org.cryptosmarttrader.chain;

/**
 * Grows forests from what a run wrote: features and labels known by an instant, nothing later, nothing that is not whole.
 * Equal inputs give equal files, byte by byte.
 */
package org.cryptosmarttrader.training;

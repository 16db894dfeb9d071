/**
 * Makes models from what a run wrote: features and labels known by an instant, nothing later, nothing that is not whole. Equal
 * inputs give equal files, byte by byte. Tries every model, ours or made elsewhere, before it is filed.
 */
package org.cryptosmarttrader.training;

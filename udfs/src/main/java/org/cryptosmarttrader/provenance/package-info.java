/**
 * Traces: the canonical encoding of a row, hashes over it, Merkle roots over days and runs, and hash chains. Whoever holds
 * the rows can compute the same roots, whatever the file layout, the parallelism or the mode of the run.
 */
package org.cryptosmarttrader.provenance;

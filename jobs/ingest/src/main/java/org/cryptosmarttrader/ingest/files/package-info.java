/**
 * Recorded market files into the archive. {@link org.cryptosmarttrader.ingest.files.Importer} finds the files of a format,
 * keeps them as received, reads them side by side in the order of time, merges them with what the archive holds of the days
 * touched, and commits the change whole or not at all.
 *
 * <p>A format is one class that knows names and columns; checks, merging and reports are the same for all. The first row
 * that cannot be taken stops an import, unless such rows are to be set aside.
 */
package org.cryptosmarttrader.ingest.files;

/** The archive as a bounded source: parallel by bucket, in canonical order, resumable in the middle of a file. */
package org.cryptosmarttrader.prediction.sources.archive;

/**
 * Output datasets: what columns a row has, how rows travel in batches, how they are encoded, hashed, written to Parquet and
 * read back. One definition of a dataset serves the job, the files, the digests and the documentation.
 */
package org.cryptosmarttrader.wire.rows;

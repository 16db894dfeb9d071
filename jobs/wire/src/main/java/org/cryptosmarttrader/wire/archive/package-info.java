/**
 * The archive: events at rest, as Parquet by kind and day of availability, in canonical order inside a file. What belongs
 * to it says a log of commits, each a JSON file that appears as a whole, so a reader never sees half an import.
 *
 * <p>Who adds to it holds its lock, prepares files in {@code _staging}, moves them into place and commits. Beside the
 * events lie the raw payloads under their hash, the conflicts met and the rows set aside, by commit.
 */
package org.cryptosmarttrader.wire.archive;

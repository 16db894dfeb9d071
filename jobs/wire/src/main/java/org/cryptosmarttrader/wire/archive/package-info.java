/**
 * The archive: events at rest, as Parquet by kind and day of availability, in canonical order inside a file. What belongs
 * to it says a log of commits, each a JSON file that appears as a whole, so a reader never sees half an import.
 */
package org.cryptosmarttrader.wire.archive;

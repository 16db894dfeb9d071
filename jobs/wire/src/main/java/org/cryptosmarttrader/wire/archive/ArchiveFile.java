package org.cryptosmarttrader.wire.archive;

/**
 * A file of the archive.
 *
 * @param path relative to the archive's root
 * @param kind folder name of the event kind, e.g. {@code bar}
 * @param day UTC day of availability of all its events, days since 1970-01-01
 * @param bucketFrom first bucket whose pairs may be in it
 * @param bucketUntil bucket behind the last
 * @param rows number of events
 * @param firstAvailableAt of its events, epoch milliseconds
 * @param lastAvailableAt of its events, epoch milliseconds
 * @param sha256 of its bytes, hexadecimal; null in the log of an archive that kept none yet
 */
public record ArchiveFile(
        String path,
        String kind,
        long day,
        int bucketFrom,
        int bucketUntil,
        long rows,
        long firstAvailableAt,
        long lastAvailableAt,
        String sha256) {}

package org.cryptosmarttrader.wire.archive;

import org.cryptosmarttrader.wire.Required;

/**
 * A file taken in: where events of an import come from.
 *
 * @param sha256 of its bytes as received, hexadecimal; the raw payload is kept under this name
 * @param name of the file as given
 * @param format of the importer that read it
 * @param pair canonical pair of its events
 * @param feed id of the stream its events belong to, as in {@code history.MarketFeed}
 * @param delayMillis assigned delay: availability of an event after its end (bar) or execution (trade), milliseconds
 * @param bytes its size as received
 * @param rows events read from it
 * @param gaveWay rows of it that differ from what the archive held and were not taken; 0 in the log of an archive that did
 *     not count them yet
 * @param reading how its columns were understood; null in the log of an archive that kept no reading yet
 * @param takenInAt wall clock of the import, for provenance only
 */
public record Intake(
        @Required String sha256,
        @Required String name,
        @Required String format,
        @Required String pair,
        @Required String feed,
        long delayMillis,
        long bytes,
        long rows,
        long gaveWay,
        String reading,
        long takenInAt) {

    /** Whether its rows were understood in that way; so they were if the log does not say. */
    public boolean isReadAs(String asked) {
        return reading == null || reading.equals(asked);
    }
}

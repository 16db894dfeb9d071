package org.cryptosmarttrader.ingest.files;

/** Rows of texts to events of one file, each checked by itself. Not thread-safe. */
interface EventReader {

    /**
     * What all events of a file share.
     *
     * @param delayMillis assigned delay of availability
     * @param payloadHash SHA-256 of the file, hexadecimal
     * @param file its number among those of the import
     */
    record Origin(PairFeed of, long delayMillis, String payloadHash, int file) {}

    /**
     * @param row as the table gives it
     * @param number of the row
     * @throws BadRow if it does not hold a valid event
     */
    Row event(String[] row, long number) throws BadRow;
}

package org.cryptosmarttrader.ingest.files;

/**
 * A file to be imported.
 *
 * @param number its place among the files of the import
 * @param of the stream its rows belong to
 * @param sha256 of its bytes as received, hexadecimal
 * @param bytes its size as received
 * @param firstAvailableAt when its first row becomes available; {@link Long#MIN_VALUE} if that row is bad
 */
record MarketFile(
        int number,
        Received received,
        PairFeed of,
        FileFormat.Layout layout,
        String sha256,
        long bytes,
        long firstAvailableAt) {

    MarketFile availableFrom(long instant) {
        return new MarketFile(number, received, of, layout, sha256, bytes, instant);
    }

    String name() {
        return received.name();
    }
}

package org.cryptosmarttrader.ingest.chain;

import org.cryptosmarttrader.ingest.net.SourceException;

/** The node wants to be asked for fewer blocks at once. */
final class TooWide extends SourceException {

    private static final long serialVersionUID = 1L;

    TooWide(String message) {
        super(Kind.FINAL, 0, message);
    }
}

package org.cryptosmarttrader.ingest.chain;

import org.cryptosmarttrader.ingest.net.Refusal;
import org.cryptosmarttrader.ingest.net.Reply;
import org.cryptosmarttrader.ingest.net.SourceException;

/** The source has no such block. */
final class UnknownBlock extends SourceException {

    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;

    UnknownBlock(String message) {
        super(Kind.FINAL, 0, message);
    }

    /** What a reply of HTTP 404 means where blocks are asked for; others by their status. */
    static SourceException of(Reply reply, String what) {
        return reply.status() == NOT_FOUND ? new UnknownBlock(what) : Refusal.byStatus(reply, what);
    }
}

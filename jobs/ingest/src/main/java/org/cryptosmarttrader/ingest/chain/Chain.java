package org.cryptosmarttrader.ingest.chain;

import java.util.List;
import java.util.Optional;
import org.cryptosmarttrader.ingest.net.SourceException;

/** What a chain can be asked, whoever tells of it. Reads only; not thread-safe. */
interface Chain {

    /** As transfers name it, e.g. {@code bitcoin}. */
    String name();

    /** What is known to be complete while the chain is followed, as {@code HEALTH} names it. */
    List<String> feeds();

    /** Where the chain ends now. */
    Head head() throws SourceException, InterruptedException;

    /** The block that stands at a height now; empty if the chain ends before. */
    Optional<BlockSeen> at(long height) throws SourceException, InterruptedException;

    /**
     * What moved in the blocks behind one.
     *
     * @param height of the block before
     * @param hash of the block before
     * @param upTo height that is not passed
     * @param called to be run after each call that succeeded
     * @return one block or several without a hole; empty if the block before is no longer part of the chain, or the chain
     *     changed meanwhile
     */
    Optional<List<BlockRead>> after(long height, String hash, long upTo, Runnable called)
            throws SourceException, InterruptedException;
}

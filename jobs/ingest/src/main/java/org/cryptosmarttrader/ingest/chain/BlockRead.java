package org.cryptosmarttrader.ingest.chain;

import java.util.List;

/**
 * What moved in a block.
 *
 * @param time the block's, epoch milliseconds
 * @param moves of the floor or more, in the block's order
 */
record BlockRead(long height, String hash, long time, List<Move> moves) {}

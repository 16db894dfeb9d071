package org.cryptosmarttrader.ingest.chain;

/**
 * Where a chain ends.
 *
 * @param newest its last block
 * @param confirmed height up to which blocks are confirmed
 */
record Head(BlockSeen newest, long confirmed) {

    /** With so many blocks on each, itself included. */
    static Head counted(BlockSeen newest, int confirmations) {
        return new Head(newest, newest.height() - confirmations + 1);
    }
}

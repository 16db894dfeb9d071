package org.cryptosmarttrader.ingest.chain;

/** How many blocks a node is asked for at once: half of it when that was too much, and slowly more again. Not thread-safe. */
final class LogRange {

    private static final int GROWTH = 8;

    private final int most;
    private int blocks;

    /** @param most blocks */
    LogRange(int most) {
        this.most = most;
        this.blocks = most;
    }

    int blocks() {
        return blocks;
    }

    /** False if it cannot be less. */
    boolean halve() {
        boolean canBeLess = blocks > 1;
        blocks = Math.max(1, blocks / 2);
        return canBeLess;
    }

    /** So many were not too much: an eighth more the next time, if all of them were asked for. */
    void fine(long asked) {
        if (asked >= blocks) {
            blocks = Math.min(most, blocks + Math.max(1, blocks / GROWTH));
        }
    }
}

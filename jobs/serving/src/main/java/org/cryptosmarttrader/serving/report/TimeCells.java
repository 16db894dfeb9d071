package org.cryptosmarttrader.serving.report;

/**
 * The span of a run cut into cells of equal length, for shares over time.
 *
 * @param from first instant
 * @param until last instant
 */
record TimeCells(long from, long until) {

    static final int COUNT = 90;

    int of(long instant) {
        long cell = (instant - from) * COUNT / Math.max(1, until - from);
        return (int) Math.max(0, Math.min(COUNT - 1, cell));
    }
}

package org.cryptosmarttrader.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What was bid and asked last of a pair.
 *
 * @param at epoch milliseconds UTC
 * @param bid best price bid, 0 if nobody bids
 * @param ask best price asked, 0 if nobody asks
 */
record LastQuote(long at, double bid, double ask) {

    static final LastQuote NONE = new LastQuote(Long.MIN_VALUE, Double.NaN, Double.NaN);

    /**
     * Difference of the two, a fraction of their mean; infinite if nobody bids or nobody asks, NaN if it was never said or
     * makes no book, e.g. with the bid above the ask.
     */
    double spread() {
        if (bid == 0 || ask == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return bid > 0 && bid <= ask ? (ask - bid) / ((ask + bid) / 2) : Double.NaN;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(at);
        out.writeDouble(bid);
        out.writeDouble(ask);
    }

    static LastQuote read(DataInput in) throws IOException {
        return new LastQuote(in.readLong(), in.readDouble(), in.readDouble());
    }
}

package org.cryptosmarttrader.book;

import java.math.RoundingMode;

/** Which way an order goes. */
public enum Side {
    BUY(1, RoundingMode.CEILING),
    SELL(-1, RoundingMode.FLOOR);

    private final int sign;
    private final RoundingMode against;

    Side(int sign, RoundingMode against) {
        this.sign = sign;
        this.against = against;
    }

    /** +1 where a higher price costs the trader, -1 where it pays. */
    int sign() {
        return sign;
    }

    /** Rounds a price in the trader's disfavour. */
    RoundingMode against() {
        return against;
    }

    /** Rounds a price in the trader's favour. */
    RoundingMode inFavour() {
        return this == BUY ? SELL.against : BUY.against;
    }
}

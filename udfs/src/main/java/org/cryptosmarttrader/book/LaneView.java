package org.cryptosmarttrader.book;

import java.util.List;
import org.cryptosmarttrader.domain.Symbols;

/**
 * What the other accounts of a lane hold, seen from one of them. Amounts are converted by the prices of the asset itself.
 *
 * @param others accounts of the same lane in other currencies
 */
record LaneView(List<Desk> others) {

    /**
     * @param quantity in base currency, over all of them
     * @param equity in the currency of the account that looks; accounts in which the asset has no price are left out
     */
    record Elsewhere(double quantity, double equity) {}

    /** @param pair of the account that looks */
    Elsewhere of(String pair, Marks marks) {
        double quantity = 0;
        double equity = 0;
        for (Desk other : others) {
            String same = Symbols.base(pair) + "/" + other.quote();
            double price = marks.close(same);
            if (price > 0) {
                quantity += other.committed(same);
                equity += other.equity() * marks.close(pair) / price;
            }
        }
        return new Elsewhere(quantity, equity);
    }
}

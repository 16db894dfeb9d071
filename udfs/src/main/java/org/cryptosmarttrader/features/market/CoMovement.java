package org.cryptosmarttrader.features.market;

import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * How a pair's returns move with those of BTC in the same quote currency, as sums of squared deviations and of their
 * products over the bars in which both have a return. BTC moves with itself. NaN where gap class R does not allow it.
 *
 * <p>Columns {@code beta_btc_168}, {@code corr_btc_168}.
 *
 * @param own squares of the pair
 * @param bitcoin squares of BTC
 * @param products of both
 */
record CoMovement(double own, double bitcoin, double products) {

    static final int BARS = 168;

    private static final CoMovement NONE = new CoMovement(Double.NaN, Double.NaN, Double.NaN);

    /** One pass for all that read from it. */
    static CoMovement of(History history) {
        return history.shared(CoMovement.class, CoMovement::pass);
    }

    private static CoMovement pass(History history) {
        String reference = "BTC/" + Symbols.quote(history.pair());
        Window own = history.window(Column.RETURN, BARS);
        Window bitcoin = reference.equals(history.pair()) ? own : history.referenceReturns(reference, BARS);
        boolean isKnown = GapClass.RETURNS.allows(history, BARS) && bitcoin.length() == BARS;
        return isKnown ? pass(own, bitcoin) : NONE;
    }

    private static CoMovement pass(Window own, Window bitcoin) {
        double ownSum = 0;
        double bitcoinSum = 0;
        int common = 0;
        for (int i = 0; i < BARS; i++) {
            if (!Double.isNaN(own.at(i) * bitcoin.at(i))) {
                ownSum += own.at(i);
                bitcoinSum += bitcoin.at(i);
                common++;
            }
        }
        return 10 * common >= 9 * BARS ? pass(own, bitcoin, ownSum / common, bitcoinSum / common) : NONE;
    }

    private static CoMovement pass(Window own, Window bitcoin, double ownMean, double bitcoinMean) {
        double ownSquares = 0;
        double bitcoinSquares = 0;
        double products = 0;
        for (int i = 0; i < BARS; i++) {
            double ownDeviation = own.at(i) - ownMean;
            double bitcoinDeviation = bitcoin.at(i) - bitcoinMean;
            if (!Double.isNaN(ownDeviation * bitcoinDeviation)) {
                ownSquares += ownDeviation * ownDeviation;
                bitcoinSquares += bitcoinDeviation * bitcoinDeviation;
                products += ownDeviation * bitcoinDeviation;
            }
        }
        return new CoMovement(ownSquares, bitcoinSquares, products);
    }

    /** Slope of the pair's returns on those of BTC; NaN if BTC did not move. */
    double beta() {
        return products / bitcoin;
    }

    /** NaN if one of the two did not move. */
    double correlation() {
        return products / Math.sqrt(own * bitcoin);
    }
}

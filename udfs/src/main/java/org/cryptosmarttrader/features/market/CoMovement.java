package org.cryptosmarttrader.features.market;

import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * How a pair's returns move with those of BTC in the same quote currency, over the bars in which both have one. BTC moves
 * with itself. NaN where gap class R does not allow it.
 *
 * <p>Source: definitions C, {@code beta_btc_168}, {@code corr_btc_168}.
 */
final class CoMovement {

    static final int BARS = 168;

    private final Window own;
    private final Window bitcoin;
    private int common;
    private double ownSquares;
    private double bitcoinSquares;
    private double products;

    private CoMovement(History history) {
        String reference = "BTC/" + Symbols.quote(history.pair());
        own = history.window(Column.RETURN, BARS);
        bitcoin = reference.equals(history.pair()) ? own : history.referenceReturns(reference, BARS);
        if (GapClass.RETURNS.allows(history, BARS) && bitcoin.length() == BARS) {
            pass();
        }
    }

    /** One pass for all that read from it. */
    static CoMovement of(History history) {
        return history.shared(CoMovement.class, CoMovement::new);
    }

    private void pass() {
        double ownMean = 0;
        double bitcoinMean = 0;
        for (int i = 0; i < BARS; i++) {
            if (isCommon(i)) {
                ownMean += own.at(i);
                bitcoinMean += bitcoin.at(i);
                common++;
            }
        }
        sumProducts(ownMean / common, bitcoinMean / common);
    }

    private void sumProducts(double ownMean, double bitcoinMean) {
        for (int i = 0; i < BARS; i++) {
            if (isCommon(i)) {
                double ownDeviation = own.at(i) - ownMean;
                double bitcoinDeviation = bitcoin.at(i) - bitcoinMean;
                ownSquares += ownDeviation * ownDeviation;
                bitcoinSquares += bitcoinDeviation * bitcoinDeviation;
                products += ownDeviation * bitcoinDeviation;
            }
        }
    }

    private boolean isCommon(int position) {
        return !Double.isNaN(own.at(position)) && !Double.isNaN(bitcoin.at(position));
    }

    private boolean isCovered() {
        return 10 * common >= 9 * BARS;
    }

    /** Slope of the pair's returns on those of BTC; NaN if BTC did not move. */
    double beta() {
        return isCovered() ? products / bitcoinSquares : Double.NaN;
    }

    /** NaN if one of the two did not move. */
    double correlation() {
        return isCovered() ? products / Math.sqrt(ownSquares * bitcoinSquares) : Double.NaN;
    }
}

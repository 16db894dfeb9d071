package org.cryptosmarttrader.features.market;

import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * How a pair's returns move with those of a reference in the same quote currency, as sums of squared deviations and of their
 * products over the bars in which both have a return. A reference moves with itself. NaN where gap class R does not allow it.
 *
 * <p>Columns {@code beta_…_168}, {@code corr_…_168}.
 *
 * @param reference pair of the reference
 * @param own squares of the pair
 * @param market squares of the reference
 * @param products of both
 */
record CoMovement(String reference, double own, double market, double products) {

    static final int BARS = 168;

    /** One pass for all that read from it. */
    static CoMovement of(History history, String base) {
        String reference = base + "/" + Symbols.quote(history.pair());
        return history.shared(
                CoMovement.class, made -> made.reference.equals(reference), missing -> pass(missing, reference));
    }

    private static CoMovement none(String reference) {
        return new CoMovement(reference, Double.NaN, Double.NaN, Double.NaN);
    }

    private static CoMovement pass(History history, String reference) {
        Window own = history.window(Column.RETURN, BARS);
        Window market = reference.equals(history.pair()) ? own : history.referenceReturns(reference, BARS);
        boolean isKnown = GapClass.RETURNS.allows(history, BARS) && market.length() == BARS;
        return isKnown ? pass(reference, own, market) : none(reference);
    }

    private static CoMovement pass(String reference, Window own, Window market) {
        double ownSum = 0;
        double marketSum = 0;
        int common = 0;
        for (int i = 0; i < BARS; i++) {
            if (!Double.isNaN(own.at(i) * market.at(i))) {
                ownSum += own.at(i);
                marketSum += market.at(i);
                common++;
            }
        }
        return 10 * common >= 9 * BARS
                ? pass(reference, own, market, ownSum / common, marketSum / common)
                : none(reference);
    }

    private static CoMovement pass(String reference, Window own, Window market, double ownMean, double marketMean) {
        double ownSquares = 0;
        double marketSquares = 0;
        double products = 0;
        for (int i = 0; i < BARS; i++) {
            double ownDeviation = own.at(i) - ownMean;
            double marketDeviation = market.at(i) - marketMean;
            if (!Double.isNaN(ownDeviation * marketDeviation)) {
                ownSquares += ownDeviation * ownDeviation;
                marketSquares += marketDeviation * marketDeviation;
                products += ownDeviation * marketDeviation;
            }
        }
        return new CoMovement(reference, ownSquares, marketSquares, products);
    }

    /** Slope of the pair's returns on those of the reference; NaN if that did not move. */
    double beta() {
        return products / market;
    }

    /** NaN if one of the two did not move. */
    double correlation() {
        return products / Math.sqrt(own * market);
    }
}

package org.cryptosmarttrader.book;

import org.cryptosmarttrader.portfolio.Candidate;
import org.cryptosmarttrader.risk.Holding;
import org.cryptosmarttrader.risk.PairFacts;
import org.cryptosmarttrader.strategy.Outlook;

/**
 * One pair as an account sees it at a decision. Weights are fractions of the account's equity.
 *
 * @param unit weight of one unit of the base currency, NaN if the pair never had a close
 * @param committed the most that is held if open buys are filled and open sells are not
 * @param expected held once every open order is filled
 * @param roundTripCost fees and slippage of buying and selling again, a fraction of the notional
 * @param facts about its market; its group is not known yet
 * @param recent what the market did until now
 */
record PairView(
        String pair,
        double unit,
        double committed,
        double expected,
        double roundTripCost,
        PairFacts facts,
        Outlook.Recent recent) {

    /** Quantity of weight 1. */
    double fullQuantity() {
        return 1 / unit;
    }

    boolean isHeld() {
        return committed != 0;
    }

    Candidate candidate(double wanted) {
        return new Candidate(pair, expected, wanted, roundTripCost / 2);
    }

    Holding holding(double wanted, int group) {
        PairFacts inGroup = new PairFacts(
                facts.ageMillis(),
                facts.expectedSlippage(),
                facts.spread(),
                facts.hourlyVolume(),
                facts.elsewhere(),
                facts.laneEquity(),
                group);
        return new Holding(pair, committed, expected, wanted, inGroup);
    }
}

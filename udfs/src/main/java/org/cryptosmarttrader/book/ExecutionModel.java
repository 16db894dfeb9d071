package org.cryptosmarttrader.book;

/**
 * What a market order costs beyond the price it meets: half the spread, and an impact that grows with the root of its share
 * of the bar's volume.
 */
record ExecutionModel(ExecutionSettings settings) {

    /** The spread to reckon with: the assumed one if none is recorded, or one side of the book was empty. */
    double spread(PairQuote quote) {
        return Double.isFinite(quote.spread()) ? quote.spread() : settings.spread();
    }

    /**
     * @param spread fraction of the price
     * @param volatility of an hour
     * @param notional of the whole order in quote currency
     * @param barVolume quote volume of a bar
     * @return fraction of the price, NaN if volatility or volume is unknown or nothing trades
     */
    double slippage(double spread, double volatility, double notional, double barVolume) {
        if (!(barVolume > 0)) {
            return Double.NaN;
        }
        return spread / 2 + settings.impact() * volatility * Math.sqrt(notional / barVolume);
    }

    /** Expected slippage of an order, by what is known at the decision. */
    double expectedSlippage(PairQuote quote, double notional) {
        return slippage(spread(quote), quote.volatility(), notional, quote.meanQuoteVolume());
    }

    /**
     * The price paid or received. Within the bar's range only in the trader's disfavour; without a slippage, the worse of
     * half the spread and the worst price of the bar.
     *
     * @param met price the order meets
     * @param slippage fraction of it, NaN if unknown
     */
    double price(Side side, double met, double slippage, PairQuote quote) {
        boolean isUnknown = Double.isNaN(slippage);
        double share = isUnknown ? spread(quote) / 2 : slippage;
        double model = met * (1 + side.sign() * share);
        if (side == Side.BUY) {
            return Math.max(model, isUnknown ? quote.high() : quote.low());
        }
        return Math.min(model, isUnknown ? quote.low() : quote.high());
    }

    /** How much of a notional a bar takes. */
    double fillable(double notional, double barVolume) {
        return Math.min(notional, settings.participation() * barVolume);
    }
}

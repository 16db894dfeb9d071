package org.cryptosmarttrader.serving.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.SortedMap;

/**
 * Orders and fills of an account. Amounts are in its currency, as decimal text.
 *
 * @param orders number decided and sent
 * @param cancelled orders whose rest was not executed, by reason
 * @param refused orders never sent, by reason
 * @param buys number of fills that bought
 * @param sells number of fills that sold
 * @param notional of all fills
 * @param fees paid in the span of the report
 * @param optimisticGain what fills at the next open without slippage would have gained more: how much of a result a
 *     careless backtest would have invented
 * @param assumptions fills by what had to be assumed of them
 * @param sales what they brought
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TradeReport(
        long orders,
        SortedMap<String, Long> cancelled,
        SortedMap<String, Long> refused,
        long buys,
        long sells,
        String notional,
        String fees,
        String optimisticGain,
        SortedMap<String, Long> assumptions,
        SalesReport sales) {

    public long fills() {
        return buys + sells;
    }
}

package org.cryptosmarttrader.serving.report;

import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.serving.plot.Markup;

/** Orders, fills and sales of both lanes in one quote currency, as tables of the page. */
final class TradeTables {

    private final String quote;
    private final QuoteReport accounts;
    private final Markup page;

    TradeTables(String quote, QuoteReport accounts, Markup page) {
        this.quote = quote;
        this.accounts = accounts;
        this.page = page;
    }

    private AccountReport lane(Lane lane) {
        return accounts.lanes().get(lane.name());
    }

    void add() {
        Table table = new Table("Orders and fills", "words", "", "GATED", "RESEARCH");
        both(table, "orders sent", trades -> Table.count(trades.orders()));
        both(table, "refused", trades -> counts(trades.refused()));
        both(table, "cancelled", trades -> counts(trades.cancelled()));
        both(table, "fills: bought, sold", trades -> "%,d, %,d".formatted(trades.buys(), trades.sells()));
        both(table, "moved, " + quote, trades -> Table.money(trades.notional()));
        both(table, "fees, " + quote, trades -> Table.money(trades.fees()));
        both(
                table,
                "fills at the next open, without slippage, would have gained more, " + quote,
                trades -> Table.money(trades.optimisticGain()));
        both(table, "assumed of fills", trades -> counts(trades.assumptions()));
        both(
                table,
                "sales that gained, of those that gained or lost",
                trades -> Table.percent(trades.sales().hitRate()));
        both(
                table,
                "gains over losses (profit factor)",
                trades -> Table.number(trades.sales().profitFactor(), 2));
        both(
                table,
                "mean of a sale (expectancy), " + quote,
                trades -> Table.number(trades.sales().expectancy(), 2));
        both(table, "best and worst sale, " + quote, trades -> "%s, %s"
                .formatted(
                        Table.money(trades.sales().best()),
                        Table.money(trades.sales().worst())));
        table.row(
                "verdicts it might act on",
                Table.count(lane(Lane.GATED).allowedVerdicts()),
                Table.count(lane(Lane.RESEARCH).allowedVerdicts()));
        table.row(
                "verdicts kept from it",
                counts(lane(Lane.GATED).blockedVerdicts()),
                counts(lane(Lane.RESEARCH).blockedVerdicts()));
        table.addTo(page);
        sales("Sales by pair", SalesReport::byPair);
        sales("Sales by month", SalesReport::byMonth);
    }

    private void sales(String caption, Function<SalesReport, SortedMap<String, SalesReport.Part>> parts) {
        Table table = new Table(caption, "figures", "", "lane", "sales", "gained", "profit, " + quote);
        boolean isSold = false;
        for (Lane lane : Lane.values()) {
            for (Map.Entry<String, SalesReport.Part> part :
                    parts.apply(lane(lane).trades().sales()).entrySet()) {
                table.row(
                        part.getKey(),
                        lane.name(),
                        Table.count(part.getValue().sales()),
                        Table.count(part.getValue().gained()),
                        Table.money(part.getValue().profit()));
                isSold = true;
            }
        }
        if (isSold) {
            table.addTo(page);
        }
    }

    private void both(Table table, String name, Function<TradeReport, String> shown) {
        table.row(
                name,
                shown.apply(lane(Lane.GATED).trades()),
                shown.apply(lane(Lane.RESEARCH).trades()));
    }

    private static String counts(SortedMap<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(count -> "%s %,d".formatted(count.getKey(), count.getValue()))
                        .collect(Collectors.joining(", "));
    }
}

package org.cryptosmarttrader.serving.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.serving.findings.Finding;
import org.cryptosmarttrader.serving.plot.LinePlot;
import org.cryptosmarttrader.serving.plot.Markup;
import org.cryptosmarttrader.serving.plot.Series;
import org.cryptosmarttrader.serving.trials.Selection;

/** The accounts of one quote currency, both lanes beside buy-and-hold, as a section of the page. */
final class AccountSection {

    private final String quote;
    private final QuoteReport accounts;
    private final Markup page;

    AccountSection(String quote, QuoteReport accounts, Markup page) {
        this.quote = quote;
        this.accounts = accounts;
        this.page = page;
    }

    private AccountReport lane(Lane lane) {
        return accounts.lanes().get(lane.name());
    }

    void add() {
        page.open("section", "id", "a" + quote).element("h2", "Accounts in " + quote);
        page.element(
                "p",
                "GATED needs every gate and is the only lane that may ever trade for real; RESEARCH trades on paper what the "
                        + "gates would refuse for want of a record. Each has its own account.");
        page.open("ul");
        for (Lane lane : Lane.values()) {
            lane(lane).words().forEach(sentence -> page.element("li", lane + ": " + sentence));
        }
        page.close();
        findings();
        plots();
        figures();
        trades();
        page.element(
                "p", "Buy and hold (" + String.join(", ", accounts.buyAndHold().pairs()) + "): " + HoldReport.METHOD);
        accounts.buyAndHold()
                .unmeasured()
                .values()
                .forEach(why -> page.element("p", "Buy and hold: " + why + ".", "class", "faint"));
        page.close().line();
    }

    /** What speaks against the results, in front of them. */
    private void findings() {
        Table table = new Table("What speaks against these results", "words", "", "finding", "what to do");
        int found = 0;
        for (Lane lane : Lane.values()) {
            for (Finding finding : lane(lane).findings()) {
                table.row("%s, %s".formatted(lane, finding.severity()), finding.says(), finding.advice());
                found++;
            }
        }
        if (found > 0) {
            table.addTo(page);
        }
    }

    private void plots() {
        page.open("div", "class", "plots");
        draw("worth after costs", "multiple of the start", false);
        draw("loss since the peak", "fraction", true);
        page.close();
    }

    private void draw(String title, String unit, boolean drawdown) {
        List<Series> series = new ArrayList<>();
        add(series, lane(Lane.GATED).curve(), Lane.GATED.name(), "s1", drawdown);
        add(series, lane(Lane.RESEARCH).curve(), Lane.RESEARCH.name(), "s2", drawdown);
        if (!accounts.buyAndHold().pairs().isEmpty()) {
            add(series, accounts.holdCurve(), "buy and hold", "s3", drawdown);
        }
        if (!series.isEmpty()) {
            String svg = new LinePlot(quote + ": " + title, unit, true, series).svg();
            page.open("figure").drawing(svg).close().line();
        }
    }

    private static void add(List<Series> series, Curve curve, String name, String style, boolean drawdown) {
        if (curve.times().length > 0) {
            series.add(drawdown ? curve.drawdown(name, style) : curve.growth(name, style));
        }
    }

    private void figures() {
        Table table = new Table("Figures, after costs", "figures", "", "GATED", "RESEARCH", "buy and hold");
        AccountReport gated = lane(Lane.GATED);
        AccountReport research = lane(Lane.RESEARCH);
        table.row("equity at the start, " + quote, money(gated.equityStart()), money(research.equityStart()), "");
        table.row("equity at the end, " + quote, money(gated.equityEnd()), money(research.equityEnd()), "");
        row(table, "return", ReturnFigures::totalReturn, Table::percent);
        row(table, "return per year", ReturnFigures::annualisedReturn, Table::percent);
        row(table, "volatility per year", ReturnFigures::volatilityAnnual, Table::percent);
        row(table, "Sharpe ratio per year", ReturnFigures::sharpeAnnual, value -> Table.number(value, 2));
        selection(table, "its probability of being more than luck (deflated Sharpe ratio)", Selection::deflatedSharpe);
        selection(table, "its probability of overfitting (PBO)", Selection::overfitting);
        row(table, "Sortino ratio per year", ReturnFigures::sortinoAnnual, value -> Table.number(value, 2));
        row(table, "deepest fall", ReturnFigures::maxDrawdown, Table::percent);
        table.row("mean share invested", Table.percent(gated.exposure()), Table.percent(research.exposure()), "");
        table.row("at the end", stopped(gated), stopped(research), "");
        table.addTo(page);
        unmeasured();
    }

    private void row(Table table, String name, Function<ReturnFigures, Double> figure, Function<Double, String> shown) {
        table.row(
                name,
                shown.apply(figure.apply(lane(Lane.GATED).figures())),
                shown.apply(figure.apply(lane(Lane.RESEARCH).figures())),
                shown.apply(figure.apply(accounts.buyAndHold().figures())));
    }

    private void selection(Table table, String name, Function<Selection, Double> figure) {
        table.row(name, selected(Lane.GATED, figure), selected(Lane.RESEARCH, figure), "");
    }

    private String selected(Lane lane, Function<Selection, Double> figure) {
        Selection selection = lane(lane).selection();
        return selection == null ? Table.text(null) : Table.percent(figure.apply(selection));
    }

    /** Why a figure is missing, once for each reason. */
    private void unmeasured() {
        String gated = reasons(lane(Lane.GATED));
        String research = reasons(lane(Lane.RESEARCH));
        if (!gated.isEmpty() || !research.isEmpty()) {
            page.element(
                    "p",
                    "Not measured: GATED: %s. RESEARCH: %s."
                            .formatted(gated.isEmpty() ? "nothing" : gated, research.isEmpty() ? "nothing" : research),
                    "class",
                    "faint");
        }
    }

    private static String reasons(AccountReport account) {
        Selection selection = account.selection();
        return Stream.concat(
                        account.figures().unmeasured().values().stream(),
                        selection == null
                                ? Stream.of(account.unmeasured().get("selection"))
                                : selection.unmeasured().values().stream())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String money(String amount) {
        return amount == null ? Table.text(null) : String.format(Locale.ROOT, "%,.2f", new BigDecimal(amount));
    }

    private static String stopped(AccountReport account) {
        return account.stopped() == null
                ? Table.text(null)
                : account.stopped() ? "stopped by the kill switch" : "may trade";
    }

    private void trades() {
        Table table = new Table("Orders and fills", "words", "", "GATED", "RESEARCH");
        both(table, "orders sent", trades -> Table.count(trades.orders()));
        both(table, "refused", trades -> counts(trades.refused()));
        both(table, "cancelled", trades -> counts(trades.cancelled()));
        both(table, "fills: bought, sold", trades -> "%,d, %,d".formatted(trades.buys(), trades.sells()));
        both(table, "moved, " + quote, trades -> money(trades.notional()));
        both(table, "fees, " + quote, trades -> money(trades.fees()));
        both(
                table,
                "fills at the next open, without slippage, would have gained more, " + quote,
                trades -> money(trades.optimisticGain()));
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
                .formatted(money(trades.sales().best()), money(trades.sales().worst())));
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
                        money(part.getValue().profit()));
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

package org.cryptosmarttrader.serving.report;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.serving.findings.Finding;
import org.cryptosmarttrader.serving.findings.Otherwise;
import org.cryptosmarttrader.serving.plot.Markup;
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
        new AccountPlots(quote, accounts, page).add();
        figures();
        new ReturnTables(accounts, page).add();
        new TradeTables(quote, accounts, page).add();
        capacity();
        otherwise();
        held("Buy and hold", accounts.buyAndHold());
        held("Equal weight", accounts.equalWeight());
        page.element("p", "Flat: " + accounts.flat().method());
        page.close().line();
    }

    private void held(String name, HoldReport held) {
        page.element("p", "%s (%s): %s".formatted(name, String.join(", ", held.pairs()), held.method()));
        held.unmeasured().values().forEach(why -> page.element("p", name + ": " + why + ".", "class", "faint"));
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

    private void figures() {
        Table table = new Table(
                "Figures, after costs", "figures", "", "GATED", "RESEARCH", "buy and hold", "equal weight", "flat");
        AccountReport gated = lane(Lane.GATED);
        AccountReport research = lane(Lane.RESEARCH);
        table.row(
                "equity at the start, " + quote,
                Table.money(gated.equityStart()),
                Table.money(research.equityStart()),
                "",
                "",
                "");
        table.row(
                "equity at the end, " + quote,
                Table.money(gated.equityEnd()),
                Table.money(research.equityEnd()),
                "",
                "",
                "");
        row(table, "return", ReturnFigures::totalReturn, Table::percent);
        row(table, "return per year", ReturnFigures::annualisedReturn, Table::percent);
        row(table, "volatility per year", ReturnFigures::volatilityAnnual, Table::percent);
        row(table, "Sharpe ratio per year", ReturnFigures::sharpeAnnual, value -> Table.number(value, 2));
        selection(table, "its probability of being more than luck (deflated Sharpe ratio)", Selection::deflatedSharpe);
        selection(table, "its probability of overfitting (PBO)", Selection::overfitting);
        row(table, "Sortino ratio per year", ReturnFigures::sortinoAnnual, value -> Table.number(value, 2));
        row(table, "deepest fall", ReturnFigures::maxDrawdown, Table::percent);
        row(
                table,
                "return per year over deepest fall (Calmar)",
                ReturnFigures::calmar,
                value -> Table.number(value, 2));
        table.row(
                "mean share invested",
                Table.percent(gated.exposure()),
                Table.percent(research.exposure()),
                "",
                "",
                "0.0 %");
        table.row(
                "turned over per year, times",
                Table.number(gated.turnover(), 1),
                Table.number(research.turnover(), 1),
                "",
                "",
                "0.0");
        table.row("at the end", stopped(gated), stopped(research), "", "", "");
        table.addTo(page);
        unmeasured();
    }

    private void row(Table table, String name, Function<ReturnFigures, Double> figure, Function<Double, String> shown) {
        table.row(
                name,
                shown.apply(figure.apply(lane(Lane.GATED).figures())),
                shown.apply(figure.apply(lane(Lane.RESEARCH).figures())),
                shown.apply(figure.apply(accounts.buyAndHold().figures())),
                shown.apply(figure.apply(accounts.equalWeight().figures())),
                shown.apply(figure.apply(accounts.flat().figures())));
    }

    private void selection(Table table, String name, Function<Selection, Double> figure) {
        table.row(name, selected(Lane.GATED, figure), selected(Lane.RESEARCH, figure), "", "", "");
    }

    private String selected(Lane lane, Function<Selection, Double> figure) {
        Selection selection = lane(lane).selection();
        return selection == null ? Table.text(null) : Table.percent(figure.apply(selection));
    }

    /** Why a figure is missing, once for each reason. */
    private void unmeasured() {
        String gated = reasons(lane(Lane.GATED));
        String research = reasons(lane(Lane.RESEARCH));
        notMeasured(gated, research);
    }

    private void notMeasured(String gated, String research) {
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

    private static String stopped(AccountReport account) {
        return account.stopped() == null
                ? Table.text(null)
                : account.stopped() ? "stopped by the kill switch" : "may trade";
    }

    private void capacity() {
        Table table = new Table("Capacity, " + quote, "figures", "", "GATED", "RESEARCH");
        CapacityReport gated = lane(Lane.GATED).capacity();
        CapacityReport research = lane(Lane.RESEARCH).capacity();
        capital(table, "mean equity it was traded with", gated.capital(), research.capital());
        capital(table, "impact takes half of the gross profit at", gated.halfEatenAt(), research.halfEatenAt());
        capital(table, "one fill in ten is cut at", gated.cutAt(), research.cutAt());
        capital(table, "estimate, the lower of both", gated.estimate(), research.estimate());
        table.addTo(page);
        page.element("p", "Capacity: " + research.method(), "class", "faint");
        notMeasured(
                String.join("; ", new TreeSet<>(gated.unmeasured().values())),
                String.join("; ", new TreeSet<>(research.unmeasured().values())));
    }

    /** What would have come of it had one thing been otherwise; both lanes were tried with the same things. */
    private void otherwise() {
        List<Otherwise> gated = lane(Lane.GATED).otherwise();
        List<Otherwise> research = lane(Lane.RESEARCH).otherwise();
        if (gated.isEmpty()) {
            return;
        }
        Table table = new Table("Return had one thing been otherwise, " + quote, "figures", "", "GATED", "RESEARCH");
        for (int row = 0; row < gated.size(); row++) {
            table.row(gated.get(row).name(), percent(gated.get(row)), percent(research.get(row)));
        }
        table.addTo(page);
    }

    private static String percent(Otherwise otherwise) {
        return Table.percent(otherwise.totalReturn());
    }

    private static void capital(Table table, String name, Double gated, Double research) {
        table.row(name, Table.number(gated, 0), Table.number(research, 0));
    }
}

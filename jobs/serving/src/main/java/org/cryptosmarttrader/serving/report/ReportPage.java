package org.cryptosmarttrader.serving.report;

import java.util.List;
import java.util.Locale;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.serving.plot.Markup;

/** The report as one page: no script, no network; light and dark; well-formed also as XML. */
final class ReportPage {

    private final RunReport run;
    private final Markup page = new Markup();

    private ReportPage(RunReport run) {
        this.run = run;
    }

    static String of(RunReport run) {
        ReportPage report = new ReportPage(run);
        report.write();
        return "<!DOCTYPE html>\n" + report.page;
    }

    private void write() {
        ReportStyle.head(page, "%s: %s".formatted(run.kind(), run.run()));
        page.open("body").open("main");
        top();
        walkForward();
        summary();
        run.accounts().forEach((quote, accounts) -> new AccountSection(quote, accounts, page).add());
        run.idleDeposits().forEach((quote, lanes) -> page.element("p", Words.idle(quote, lanes), "class", "faint"));
        horizons().forEach(horizon -> new HorizonSection(run, horizon, page).add());
        limits();
        datasets();
        page.close().close().close();
    }

    private List<String> horizons() {
        return run.horizons().keySet().stream()
                .map(Horizon::parse)
                .sorted()
                .map(Horizon::label)
                .toList();
    }

    private void top() {
        page.element(
                "h1",
                "%s of %s, %s to %s"
                        .formatted(
                                run.kind().substring(0, 1).toUpperCase(Locale.ROOT)
                                        + run.kind().substring(1),
                                run.pairs().size() == 1
                                        ? run.pairs().get(0)
                                        : run.pairs().size() + " pairs",
                                run.from().substring(0, "2021-03-04".length()),
                                run.until().substring(0, "2021-03-04".length())));
        page.open("nav", "aria-label", "sections");
        run.accounts().keySet().forEach(quote -> page.element("a", "Accounts in " + quote, "href", "#a" + quote));
        horizons().forEach(horizon -> page.element("a", horizon, "href", "#h" + horizon));
        page.element("a", "Rows and roots", "href", "#rows").close();
        Table table = new Table("The run", "words")
                .row("decisions", "%s to %s, every %,d s".formatted(run.from(), run.until(), run.tickSeconds()))
                .row("folded from", run.genesis())
                .row("pairs", String.join(", ", run.pairs()))
                .row("command", run.command())
                .row("program", run.program())
                .row("run", run.run())
                .row("configuration", run.configuration())
                .row("features", run.features());
        if (run.askedUntil() != null) {
            table.row("asked for until", run.askedUntil() + "; the archive ends before that");
        }
        if (run.archive() != null) {
            table.row("archive", run.archive().words());
        }
        table.addTo(page);
    }

    private void walkForward() {
        WalkForwardAudit audit = run.walkForward();
        page.element("h2", "Did any forecast see its future?");
        boolean violated = audit.violations() > 0;
        page.element("p", Words.walkForward(audit), "class", violated ? "alarm" : "kept");
        if (violated) {
            page.open("ul");
            audit.examples().forEach(example -> page.element("li", example));
            page.close();
        }
        run.leaks().forEach(alarm -> page.element("p", alarm + ".", "class", "alarm"));
    }

    private void summary() {
        page.element("h2", "In short");
        Table table = new Table(
                "By horizon",
                "figures",
                "horizon",
                "forests",
                "forecasts",
                "matured",
                "independent",
                "intervals promised",
                "held",
                "Brier skill",
                "AUC",
                "passed every gate");
        for (String name : horizons()) {
            HorizonReport horizon = run.horizons().get(name);
            table.row(
                    name,
                    Table.count(horizon.forests().size()),
                    Table.count(horizon.forecasts()),
                    Table.count(horizon.matured()),
                    Table.number(horizon.independentOutcomes(), 1),
                    Table.percent(horizon.coverage().promised()),
                    Table.percent(horizon.coverage().realised()),
                    Table.percent(horizon.skill().brierSkill()),
                    Table.number(horizon.skill().auc(), 3),
                    Table.count(horizon.gates().standings().getOrDefault("PASSED", 0L)));
        }
        table.addTo(page);
        page.element(
                "p",
                "Brier skill: the share of the base rate's squared error that the forecasts avoided; 0 % and less is no better "
                        + "than the base rate. AUC: 0.5 is a coin. Independent: outcomes that do not overlap in time, all "
                        + "pairs of an hour counted once.",
                "class",
                "faint");
    }

    private void limits() {
        if (run.limits().isEmpty()) {
            return;
        }
        page.element("h2", "Limits reached");
        Table table = new Table("Audit rows", "figures", "event and rule", "lane", "rows");
        run.limits()
                .forEach((lane, counts) -> counts.forEach((what, rows) -> table.row(what, lane, Table.count(rows))));
        table.addTo(page);
    }

    private void datasets() {
        page.element("h2", "Rows and roots", "id", "rows");
        if (run.roots() == null) {
            page.element("p", "The run is not sealed: it has no roots yet.");
            return;
        }
        Table table = new Table("Root over the rows of each dataset", "words", "dataset", "rows", "root");
        run.roots()
                .forEach((dataset, root) ->
                        table.row(dataset, Table.count(run.rows().get(dataset)), root));
        table.addTo(page);
    }
}

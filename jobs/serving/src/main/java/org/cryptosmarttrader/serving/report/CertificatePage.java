package org.cryptosmarttrader.serving.report;

import java.util.List;
import java.util.stream.Collectors;
import org.cryptosmarttrader.serving.plot.Markup;

/** The look-ahead certificate as one page: no script, no network; light and dark. */
public final class CertificatePage {

    private static final int DIGITS_OF_HASH = 12;

    private final Certificate certificate;
    private final Markup page = new Markup();

    private CertificatePage(Certificate certificate) {
        this.certificate = certificate;
    }

    public static String of(Certificate certificate) {
        CertificatePage page = new CertificatePage(certificate);
        page.write();
        return "<!DOCTYPE html>\n" + page.page;
    }

    private void write() {
        ReportStyle.head(page, "Look-ahead certificate " + certificate.hash().substring(0, DIGITS_OF_HASH));
        page.open("body").open("main");
        page.element("h1", "Does any column know its future?");
        page.element("p", verdict(), "class", certificate.verdict().equals(Certificate.CLEAN) ? "kept" : "alarm");
        identity();
        checks();
        accusations();
        availability();
        columns();
        page.close().close().close();
    }

    private String verdict() {
        return switch (certificate.verdict()) {
            case Certificate.CLEAN ->
                "No: of %d columns over %,d ticks %d are clean and none is accused; %d are untested, as they had too few values."
                        .formatted(
                                certificate.columns(),
                                certificate.ticks(),
                                certificate.columns() - certificate.untested().size(),
                                certificate.untested().size());
            case Certificate.ACCUSED ->
                "Something is accused: see below. Columns: %s."
                        .formatted(certificate.accused().isEmpty() ? "none" : String.join(", ", certificate.accused()));
            default -> "Not known: a check had nothing to compare.";
        };
    }

    private void identity() {
        Table table = new Table("What was looked at", "words")
                .row("decisions", "%s to %s".formatted(certificate.from(), certificate.until()))
                .row("folded from", certificate.genesis())
                .row("pairs", certificate.pairs().isEmpty() ? "all" : String.join(", ", certificate.pairs()))
                .row(
                        "rows",
                        certificate.rows().entrySet().stream()
                                .map(rows -> "%,d %s".formatted(rows.getValue(), rows.getKey()))
                                .collect(Collectors.joining(", ")))
                .row(
                        "archive",
                        "commit %d, content %s"
                                .formatted(
                                        certificate.archive().commit(),
                                        certificate.archive().content()))
                .row("features", certificate.features())
                .row("configuration", certificate.configuration())
                .row("code", certificate.code())
                .row("program", certificate.program());
        certificate.roots().forEach((dataset, root) -> table.row("root of " + dataset, root));
        table.row("seed", Long.toString(certificate.seed()))
                .row("certificate", certificate.hash())
                .addTo(page);
    }

    private void checks() {
        page.element("h2", "Checks");
        Table table = new Table("What was asked", "said", "check", "promise", "runs", "compared", "finite", "accused");
        certificate
                .checks()
                .forEach((name, check) -> table.row(
                        name,
                        check.reason() == null
                                ? check.promise()
                                : "%s; not asked: %s".formatted(check.promise(), check.reason()),
                        Table.count(check.runs()),
                        Table.count(check.compared()),
                        Table.count(check.finite()),
                        Table.count(check.accused())));
        table.addTo(page);
        Table cuts = new Table("Cuts", "words", "instant", "why there");
        certificate.cuts().forEach(cuts::row);
        cuts.addTo(page);
    }

    private void accusations() {
        List<Certificate.Accusation> all = certificate.column().stream()
                .flatMap(column -> column.first().stream())
                .toList();
        if (all.isEmpty()) {
            return;
        }
        page.element("h2", "Accused");
        Table table = new Table(
                "First difference of each column and check",
                "words",
                "column",
                "check",
                "pair",
                "decision",
                "expected",
                "found",
                "run");
        all.forEach(found -> table.row(
                found.dataset() + "." + found.column(),
                found.check(),
                found.pair(),
                found.decisionAt() + " " + found.horizon(),
                found.expected(),
                found.found(),
                found.run()));
        table.addTo(page);
    }

    private void availability() {
        Certificate.Availability events = certificate.availability();
        page.element("h2", "When events could be known");
        page.element(
                "p",
                "%,d events of %s days were looked up in their raw payloads; %,d are earlier in the archive than there."
                        .formatted(events.events(), events.days(), events.accusedEvents()));
        Table table = new Table("Events by layout", "figures", "layout or reason", "events", "certified");
        events.derived().forEach((layout, count) -> table.row(layout, Table.count(count), "yes"));
        events.underived().forEach((reason, count) -> table.row(reason, Table.count(count), "no"));
        table.addTo(page);
        if (!events.liars().isEmpty()) {
            Table liars =
                    new Table("Accused events, the first", "words", "event", "payload", "row", "archive", "payload");
            events.liars()
                    .forEach(liar -> liars.row(
                            "%s of %s %s".formatted(liar.kind(), liar.source(), liar.pair()),
                            liar.payload().substring(0, DIGITS_OF_HASH),
                            Table.count(liar.row()),
                            liar.availableAt(),
                            liar.earliest().isEmpty() ? "no such row" : liar.earliest()));
            liars.addTo(page);
        }
    }

    private void columns() {
        page.element("h2", "Columns");
        Table table = new Table("One by one", "said", "column", "verdict", "finite", "compared");
        certificate
                .column()
                .forEach(column -> table.row(
                        column.fullName(),
                        column.verdict(),
                        Table.count(column.finite()),
                        column.compared().entrySet().stream()
                                .map(check -> "%s %,d".formatted(check.getKey(), check.getValue()))
                                .collect(Collectors.joining(", "))));
        table.addTo(page);
    }
}

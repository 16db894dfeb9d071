package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.cryptosmarttrader.serving.plot.Markup;
import org.cryptosmarttrader.wire.WholeFile;
import org.cryptosmarttrader.wire.models.Importance;

/** What a model owes to its columns, as a page beside its card: no script, no network. */
public final class ImportancePage {

    private static final String FILE = "importance.html";

    private final Importance importance;
    private final Markup page = new Markup();

    private ImportancePage(Importance importance) {
        this.importance = importance;
    }

    /**
     * Writes the page into the model's folder.
     *
     * @return the page's file
     */
    public static Path write(Path model, Importance importance) throws IOException {
        Path file = model.resolve(FILE);
        WholeFile.replace(file, of(importance));
        return file;
    }

    static String of(Importance importance) {
        ImportancePage made = new ImportancePage(importance);
        made.write();
        return "<!DOCTYPE html>\n" + made.page;
    }

    private void write() {
        ReportStyle.head(page, "importance: %s %s".formatted(importance.horizon(), importance.version()));
        page.open("body").open("main");
        page.element("h1", "What the %s forest owes to its columns".formatted(importance.horizon()));
        basis();
        permutations();
        ablation();
        absent();
        columns();
        page.close().close().close();
    }

    private void basis() {
        Importance.Scores scores = importance.scores();
        new Table("Measured on the block held back, on no row that grew the model", "words")
                .row("model", importance.version() + ", " + importance.modelSha256())
                .row(
                        "rows",
                        "%s, of %s decisions from %s to %s"
                                .formatted(
                                        Table.count(importance.heldBack().rows()),
                                        Table.count(importance.decisions()),
                                        Instant.ofEpochMilli(
                                                importance.heldBack().from()),
                                        Instant.ofEpochMilli(
                                                importance.heldBack().until())))
                .row("independent outcomes", Table.number(importance.independentOutcomes(), 1))
                .row("Brier score of the model", Table.number(scores.brier(), 5))
                .row("area under its ROC curve", Table.number(scores.auc(), 4))
                .row("rank correlation of expected and realised return", Table.number(scores.rankCorrelation(), 4))
                .addTo(page);
    }

    private void permutations() {
        page.element("h2", "What the forest leans on");
        Table table = new Table(
                "Values of a group dealt out to the wrong rows",
                "figures",
                "group",
                "columns",
                "cells there in training",
                "held back",
                "Brier rise",
                "±",
                "rank correlation lost",
                "±");
        for (Importance.Group group : importance.groups()) {
            table.row(permuted(
                    group.permuted(),
                    group.group(),
                    Table.count(group.columns()),
                    Table.percent(group.finiteTraining()),
                    Table.percent(group.finiteHeldBack())));
        }
        table.addTo(page);
        faint(
                "%d permutations of %s rows, the same for every group; mean and standard deviation of the permutations. Above 0: the forest did worse with the wrong values. That it leans on a group does not say that the group adds anything."
                        .formatted(importance.repeats(), Table.count(importance.permutedRows())));
    }

    /** A row: what was permuted, and what that cost. */
    private static String[] permuted(Importance.Permuted cost, String... what) {
        return Stream.concat(
                        Stream.of(what),
                        Stream.of(
                                signed(cost.brierRise(), 5),
                                Table.number(cost.brierRiseDeviation(), 5),
                                signed(cost.rankCorrelationLoss(), 4),
                                Table.number(cost.rankCorrelationLossDeviation(), 4)))
                .toArray(String[]::new);
    }

    private void ablation() {
        page.element("h2", "What a group adds");
        Table table = new Table(
                "The forest grown again without a group",
                "figures",
                "group",
                "Brier rise",
                "from",
                "to",
                "AUC lost",
                "from",
                "to",
                "mean change of P(up)",
                "of the scaled return",
                "rank correlation of P(up)",
                "of the scaled return");
        for (Importance.Group group : importance.groups()) {
            if (group.without() != null) {
                table.row(cells(group.group(), group.without()));
            }
        }
        table.row(cells("none, another seed", importance.otherSeed())).addTo(page);
        faint(
                "Above 0: the forest was better with the group. From and to: %s intervals of a block bootstrap over decisions (%s draws, mean block %s); an interval that holds 0 shows no worth. It knows the chance of the rows, not that of the draws of the forest: the last row left nothing out but drew anew, and a difference no larger than its shows no worth either."
                        .formatted(
                                Table.percent(importance.level()),
                                Table.count(importance.draws()),
                                Table.number(importance.meanBlock(), 0)));
    }

    private static String[] cells(String name, Importance.Regrown other) {
        return new String[] {
            name,
            signed(other.brierRise().value(), 5),
            signed(other.brierRise().lower(), 5),
            signed(other.brierRise().upper(), 5),
            signed(other.aucLoss().value(), 4),
            signed(other.aucLoss().lower(), 4),
            signed(other.aucLoss().upper(), 4),
            Table.number(other.meanChangeOfPUp(), 4),
            Table.number(other.meanChangeOfScaledReturn(), 4),
            Table.number(other.rankCorrelationOfPUp(), 3),
            Table.number(other.rankCorrelationOfScaledReturn(), 3)
        };
    }

    private void absent() {
        if (importance.absent().isEmpty()) {
            return;
        }
        page.element("h2", "Groups that were not there");
        Table table = new Table("Nothing can be said of their worth", "words", "group", "why");
        importance.absent().forEach((group, why) -> table.row(group, why));
        table.addTo(page);
    }

    private void columns() {
        page.element("h2", "Single columns");
        Table table = new Table(
                "The costliest %d of %d permuted alone"
                        .formatted(importance.columns().size(), importance.columnsMeasured()),
                "figures",
                "column",
                "group",
                "Brier rise",
                "±",
                "rank correlation lost",
                "±");
        for (Importance.Column column : importance.columns()) {
            table.row(permuted(column.permuted(), column.column(), column.group()));
        }
        table.addTo(page);
        faint("Columns that say the same stand in for one another, so that each looks cheap alone.");
    }

    private void faint(String words) {
        page.element("p", words, "class", "faint");
    }

    private static String signed(Double value, int decimals) {
        return value == null ? Table.text(null) : String.format(Locale.ROOT, "%+." + decimals + "f", value);
    }
}

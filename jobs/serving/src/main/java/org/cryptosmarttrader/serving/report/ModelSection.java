package org.cryptosmarttrader.serving.report;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.drift.ColumnDrift;
import org.cryptosmarttrader.serving.plot.BarPlot;
import org.cryptosmarttrader.serving.plot.IntervalPlot;
import org.cryptosmarttrader.serving.plot.LinePlot;
import org.cryptosmarttrader.serving.plot.Markup;
import org.cryptosmarttrader.wire.models.Importance;
import org.cryptosmarttrader.wire.models.ModelCard;
import org.cryptosmarttrader.wire.runs.RunManifest;

/** One model: its card, and what it did, as a section of the page. What is not there says why. */
final class ModelSection {

    private static final int MOST_COLUMNS = 10;

    private final RunManifest run;
    private final ModelHistory model;
    private final String name;
    private final Markup page;

    ModelSection(RunManifest run, ModelHistory model, Markup page) {
        this.run = run;
        this.model = model;
        this.name = model.horizon();
        this.page = page;
    }

    void add() {
        page.open("section", "id", ModelsPage.anchor(model)).element("h2", ModelsPage.name(model));
        lineage();
        card();
        page.element("h3", "What it did in the run");
        figures();
        page.open("div", "class", "plots");
        probabilities();
        intervals();
        regimePlot();
        importance();
        drift();
        page.close();
        regimeTable();
        page.close().line();
    }

    private void lineage() {
        ForestUse use = model.use();
        Table table = new Table("From data to forecasts", "words")
                .row("archive", archive())
                .row("features", "fingerprint " + run.fingerprint());
        if (model.card() != null) {
            ModelCard card = model.card();
            table.row("training rows", "root " + card.trainingRoot())
                    .row("grown on", span(card.training()))
                    .row("held back", span(card.calibration()))
                    .row("made by", "%s, seed %d".formatted(card.madeBy(), card.seed()));
        }
        table.row("knew up to", use.trainedAsOf())
                .row("model", use.forest())
                .row("active from", use.activatedAt())
                .row("first forecast", use.firstDecision())
                .row("last forecast", use.lastDecision())
                .row("rows", Table.count(use.rows()))
                .row("base rate", Table.percent(use.climatology()))
                .addTo(page);
    }

    private String archive() {
        return run.archive() == null
                ? "the run read none: its events came from Kafka"
                : RunReport.ArchiveReport.of(run.archive()).words();
    }

    private static String span(ModelCard.Span span) {
        return "%s rows of decisions from %s to %s"
                .formatted(
                        Table.count(span.rows()),
                        Instant.ofEpochMilli(span.from()),
                        Instant.ofEpochMilli(span.until()));
    }

    private void card() {
        if (model.card() == null) {
            absent("its card", "no model of this hash lies in the folder of models; name it with --models");
            return;
        }
        Table scores = new Table("Scores on the rows held back", "figures");
        model.card().scores().forEach((score, value) -> scores.row(score, Table.number(value, 5)));
        scores.addTo(page);
        Table parameters = new Table("Settings as used", "words");
        model.card().parameters().forEach(parameters::row);
        if (model.card().parameters().isEmpty()) {
            absent("settings", "the card names none");
        } else {
            parameters.addTo(page);
        }
    }

    private void figures() {
        SkillReport skill = model.skill();
        new Table("Figures, of the calibrated probabilities", "figures")
                .row("forecasts judged", Table.count(model.forecasts()))
                .row("met a known outcome", Table.count(model.matured()))
                .row("independent outcomes", Table.number(model.independentOutcomes(), 1))
                .row("Brier score", Table.number(skill.brier(), 5))
                .row("Brier score of the base rate", Table.number(skill.baseRateBrier(), 5))
                .row(
                        "Brier skill",
                        "%s (%s to %s)"
                                .formatted(
                                        Table.percent(skill.brierSkill()),
                                        Table.percent(skill.brierSkillLower()),
                                        Table.percent(skill.brierSkillUpper())))
                .row("area under the ROC curve", Table.number(skill.auc(), 4))
                .row(
                        "intervals promised to hold",
                        Table.percent(model.coverage().promised()))
                .row("intervals held", Table.percent(model.coverage().realised()))
                .addTo(page);
        if (model.independentOutcomes() < Words.FEWEST_OUTCOMES) {
            page.element("p", Words.fewOutcomes(model.independentOutcomes()));
        }
    }

    private void probabilities() {
        if (model.skill().forecasts() > 0) {
            figure(OutcomePlots.reliability(name, model.skill()));
        } else {
            absent("reliability", "none of its forecasts has matured");
        }
    }

    private void intervals() {
        if (model.coverage().months().isEmpty()) {
            absent("coverage by month", "none of its intervals has met an outcome");
        } else {
            figure(OutcomePlots.coverage(name, model.coverage()));
        }
        if (model.intervals().pit() == null) {
            absent(
                    "where outcomes lay in their distribution",
                    model.intervals().unmeasured().get("pit"));
        } else {
            figure(OutcomePlots.placement(name, model.intervals()));
        }
    }

    private void regimePlot() {
        List<IntervalPlot.Row> rows = model.regimes().entrySet().stream()
                .filter(regime -> regime.getValue().brierSkill() != null)
                .map(regime -> row(regime.getKey(), regime.getValue()))
                .toList();
        if (rows.isEmpty()) {
            absent("skill by regime", "in no state of the market has a base rate been wrong yet");
        } else {
            figure(new IntervalPlot(
                            "%s: skill by regime".formatted(name),
                            "Brier skill; whisker: true skill at 95 %; dashes: base rate",
                            rows)
                    .svg());
        }
    }

    private static IntervalPlot.Row row(String regime, ProbabilityScores scores) {
        return new IntervalPlot.Row(
                regime,
                scores.brierSkill(),
                orNaN(scores.brierSkillLower()),
                orNaN(scores.brierSkillUpper()),
                "%s by %s independent outcomes"
                        .formatted(Table.percent(scores.brierSkill()), Table.number(scores.independentOutcomes(), 1)));
    }

    private static double orNaN(Double value) {
        return value == null ? Double.NaN : value;
    }

    private void regimeTable() {
        if (model.regimes().isEmpty()) {
            return;
        }
        Table table = new Table(
                "Skill by state of the market at the decision (volatility/trend of BTC)",
                "figures",
                "regime",
                "matured",
                "independent",
                "Brier score",
                "of the base rate",
                "skill",
                "from",
                "to");
        model.regimes()
                .forEach((regime, scores) -> table.row(
                        regime,
                        Table.count(scores.matured()),
                        Table.number(scores.independentOutcomes(), 1),
                        Table.number(scores.brier(), 5),
                        Table.number(scores.climatologyBrier(), 5),
                        Table.percent(scores.brierSkill()),
                        Table.percent(scores.brierSkillLower()),
                        Table.percent(scores.brierSkillUpper())));
        table.addTo(page);
    }

    private void importance() {
        Importance importance = model.importance();
        if (importance == null) {
            absent("what it leans on", "it was not measured; cst train --importance does");
            return;
        }
        permuted(
                "what it leans on, by group",
                importance.groups().stream().map(group -> row(group.group(), group.permuted())));
        permuted(
                "what it leans on, by column",
                importance.columns().stream()
                        .limit(MOST_COLUMNS)
                        .map(column -> row(column.column(), column.permuted())));
    }

    private void permuted(String title, Stream<IntervalPlot.Row> rows) {
        List<IntervalPlot.Row> all = rows.toList();
        if (!all.isEmpty()) {
            figure(new IntervalPlot(
                            "%s: %s".formatted(name, title),
                            "Brier score rise with wrong values; whisker: ± deviation",
                            all)
                    .svg());
        }
    }

    private static IntervalPlot.Row row(String what, Importance.Permuted cost) {
        double rise = orNaN(cost.brierRise());
        double deviation = orNaN(cost.brierRiseDeviation());
        return new IntervalPlot.Row(what, rise, rise - deviation, rise + deviation, Table.number(cost.brierRise(), 5));
    }

    private void drift() {
        if (model.drift() == null) {
            absent(
                    "drift",
                    "none was measured while it was in force: that takes %d whole days of rows"
                            .formatted(ColumnDrift.DAYS));
            return;
        }
        figure(new LinePlot(
                        "%s: columns unlike the training set".formatted(name),
                        "share",
                        true,
                        List.of(model.drift().shares()))
                .svg());
        List<BarPlot.Bar> bars = model.drift().farthest(MOST_COLUMNS).stream()
                .map(column -> new BarPlot.Bar(
                        column.name(),
                        column.psi(),
                        Table.number(column.psi(), 2),
                        Double.NaN,
                        Double.NaN,
                        column.drifted() ? "s2" : "s1"))
                .toList();
        double greatest = bars.stream().mapToDouble(BarPlot.Bar::value).max().orElse(0);
        figure(new BarPlot(
                        "%s: farthest columns on %s"
                                .formatted(
                                        name,
                                        Instant.ofEpochMilli(model.drift().lastAt())
                                                .toString()
                                                .substring(0, "2021-03-04".length())),
                        "population stability index; dashes: drifted beyond",
                        bars,
                        Math.max(2 * ColumnDrift.LIMIT, 1.25 * greatest),
                        ColumnDrift.LIMIT)
                .svg());
    }

    private void figure(String svg) {
        page.open("figure").drawing(svg).close().line();
    }

    private void absent(String what, String why) {
        page.element("p", "Not shown, %s: %s.".formatted(what, why), "class", "faint");
    }
}

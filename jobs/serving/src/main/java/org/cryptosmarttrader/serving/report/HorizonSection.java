package org.cryptosmarttrader.serving.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cryptosmarttrader.serving.plot.BarPlot;
import org.cryptosmarttrader.serving.plot.Markup;
import org.cryptosmarttrader.serving.plot.StripPlot;

/** What one horizon's forecasts were worth, as a section of the page. */
final class HorizonSection {

    private static final int HASH = 12;

    private final RunReport run;
    private final String name;
    private final HorizonReport horizon;
    private final Markup page;

    HorizonSection(RunReport run, String name, Markup page) {
        this.run = run;
        this.name = name;
        this.horizon = run.horizons().get(name);
        this.page = page;
    }

    void add() {
        page.open("section", "id", "h" + name).element("h2", "Horizon " + name);
        page.open("ul");
        horizon.words().forEach(sentence -> page.element("li", sentence));
        page.close();
        plots();
        figures();
        families();
        baselines();
        if (!horizon.members().each().isEmpty()) {
            members();
        }
        if (!horizon.forests().isEmpty()) {
            forests();
        }
        if (!horizon.coverage().months().isEmpty()) {
            months();
        }
        page.close().line();
    }

    private void plots() {
        page.open("div", "class", "plots");
        if (!horizon.coverage().months().isEmpty()) {
            figure(OutcomePlots.coverage(name, horizon.coverage()));
        }
        if (horizon.skill().forecasts() > 0) {
            figure(OutcomePlots.reliability(name, horizon.skill()));
        }
        if (horizon.intervals().pit() != null) {
            figure(OutcomePlots.placement(name, horizon.intervals()));
        }
        if (horizon.gates().verdicts() > 0) {
            figure(new StripPlot(
                            "%s: gates over time".formatted(name),
                            millis(run.from()),
                            millis(run.until()),
                            horizon.gateStrips())
                    .svg());
        }
        if (!horizon.gates().refusals().isEmpty()) {
            figure(refusals());
        }
        page.close();
    }

    private void figure(String svg) {
        page.open("figure").drawing(svg).close().line();
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private String refusals() {
        List<BarPlot.Bar> bars = horizon.gates().refusals().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(reason -> new BarPlot.Bar(
                        reason.getKey(),
                        reason.getValue(),
                        Table.count(reason.getValue()),
                        Double.NaN,
                        Double.NaN,
                        "s2"))
                .toList();
        return new BarPlot(
                        "%s: why verdicts were refused".formatted(name),
                        "verdicts; with several reasons, under each",
                        bars,
                        Double.NaN,
                        Double.NaN)
                .svg();
    }

    private void figures() {
        SkillReport skill = horizon.skill();
        GateReport gates = horizon.gates();
        LastReturnReport last = horizon.lastReturn();
        new Table("Figures", "figures")
                .row("forecasts judged", Table.count(horizon.forecasts()))
                .row("met a known outcome", Table.count(horizon.matured()))
                .row("matured into a gap", Table.count(horizon.withoutOutcome()))
                .row("not matured at the end", Table.count(horizon.open()))
                .row("independent outcomes", Table.number(horizon.independentOutcomes(), 1))
                .row("share that rose", Table.percent(skill.upShare()))
                .row("Brier score", Table.number(skill.brier(), 5))
                .row("Brier score of the base rate", Table.number(skill.baseRateBrier(), 5))
                .row(
                        "Brier skill",
                        between(
                                Table.percent(skill.brierSkill()),
                                Table.percent(skill.brierSkillLower()),
                                Table.percent(skill.brierSkillUpper())))
                .row(
                        "area under the ROC curve",
                        between(
                                Table.number(skill.auc(), 4),
                                Table.number(skill.aucLower(), 4),
                                Table.number(skill.aucUpper(), 4)))
                .row(
                        "rank correlation of expected and realised return, all rows",
                        between(
                                Table.number(skill.pooledIc(), 4),
                                Table.number(skill.pooledIcLower(), 4),
                                Table.number(skill.pooledIcUpper(), 4)))
                .row(
                        "the same within an hour: mean, t, hours",
                        "%s, %s, %s"
                                .formatted(
                                        Table.number(skill.ic(), 4),
                                        Table.number(skill.icT(), 1),
                                        Table.count(skill.icHours())))
                .row(
                        "the same of the last return: area, rank correlation",
                        "%s, %s"
                                .formatted(
                                        between(
                                                Table.number(last.auc(), 4),
                                                Table.number(last.aucLower(), 4),
                                                Table.number(last.aucUpper(), 4)),
                                        between(
                                                Table.number(last.pooledIc(), 4),
                                                Table.number(last.pooledIcLower(), 4),
                                                Table.number(last.pooledIcUpper(), 4))))
                .row("log loss", Table.number(skill.logLoss(), 5))
                .row("calibration error", Table.number(skill.calibrationError(), 4))
                .row("hours behind the training gate", Table.number(gates.trainingHours(), 0))
                .row("training gate", gates.trainingOpen() ? "open" : "shut")
                .row("lane GATED might act on", Table.count(gates.gated()))
                .row("lane RESEARCH might act on", Table.count(gates.research()))
                .addTo(page);
    }

    private static String between(String value, String lower, String upper) {
        return "%s (%s to %s)".formatted(value, lower, upper);
    }

    /** Statements by what they are of: what passed the gates and what it was worth, then all of them. */
    private void families() {
        Table table = new Table(
                "Statements, as calibrated",
                "families",
                "statement",
                "made",
                "passed",
                "matured",
                "right",
                "from",
                "to",
                "base rate right",
                "skill",
                "all matured",
                "independent",
                "skill of all",
                "from",
                "to",
                "AUC of all");
        horizon.families()
                .forEach((statement, family) -> table.row(
                        statement,
                        Table.count(family.statements()),
                        Table.count(family.opened()),
                        Table.count(family.matured()),
                        Table.percent(family.hitRate()),
                        Table.percent(family.lower()),
                        Table.percent(family.upper()),
                        Table.percent(family.baseRateHitRate()),
                        Table.percent(family.brierSkill()),
                        Table.count(family.all().matured()),
                        Table.number(family.all().independentOutcomes(), 1),
                        Table.percent(family.all().brierSkill()),
                        Table.percent(family.all().brierSkillLower()),
                        Table.percent(family.all().brierSkillUpper()),
                        Table.number(family.all().auc(), 4)));
        table.addTo(page);
    }

    /** What volatility alone would have said; nothing if it is not known. */
    private void baselines() {
        IntervalReport intervals = horizon.intervals();
        Table table = new Table(
                "Intervals and distributions beside volatility alone",
                "baselines",
                "loss avoided, of",
                "interval ends",
                "from",
                "to",
                "whole distribution",
                "from",
                "to");
        for (String baseline : intervals.pinballSkill().keySet()) {
            IntervalReport.Skill ends = intervals.pinballSkill().get(baseline);
            IntervalReport.Skill whole = intervals.crpsSkill().get(baseline);
            table.row(
                    baseline,
                    Table.percent(ends.value()),
                    Table.percent(ends.lower()),
                    Table.percent(ends.upper()),
                    Table.percent(whole == null ? null : Double.valueOf(whole.value())),
                    Table.percent(whole == null ? null : whole.lower()),
                    Table.percent(whole == null ? null : whole.upper()));
        }
        if (!intervals.pinballSkill().isEmpty()) {
            table.addTo(page);
        }
        intervals.unmeasured().values().stream()
                .distinct()
                .forEach(why -> page.element("p", "Not measured of intervals: " + why + ".", "class", "faint"));
    }

    /** All models as they said it, before calibration, and their vote. */
    private void members() {
        Table table = new Table(
                "Models side by side, before calibration",
                "members",
                "member",
                "role",
                "files",
                "forecasts",
                "silent",
                "matured",
                "independent",
                "Brier score",
                "of the climatology",
                "skill",
                "from",
                "to",
                "AUC");
        for (MembersReport.Member member : horizon.members().each()) {
            table.row(row(
                    member.scores(),
                    member.member(),
                    member.judged() ? member.role() + ", judged" : member.role(),
                    Table.count(member.models()),
                    Table.count(member.forecasts()),
                    Table.percent(member.silent())));
        }
        MembersReport.Ensemble ensemble = horizon.members().ensemble();
        table.row(row(
                ensemble.scores(),
                "ensemble",
                "vote",
                Table.text(null),
                Table.count(ensemble.verdicts()),
                Table.percent(ensemble.abstained())));
        table.addTo(page);
        horizon.members().words().forEach(sentence -> page.element("p", sentence));
        if (ensemble.agreement() != null) {
            page.element(
                    "p",
                    "Where the ensemble said something, %s of the voters' weight agreed with it on average."
                            .formatted(Words.percent(ensemble.agreement())),
                    "class",
                    "faint");
        }
    }

    private static String[] row(ProbabilityScores scores, String... who) {
        return Stream.concat(
                        Stream.of(who),
                        Stream.of(
                                Table.count(scores.matured()),
                                Table.number(scores.independentOutcomes(), 1),
                                Table.number(scores.brier(), 5),
                                Table.number(scores.climatologyBrier(), 5),
                                Table.percent(scores.brierSkill()),
                                Table.percent(scores.brierSkillLower()),
                                Table.percent(scores.brierSkillUpper()),
                                Table.number(scores.auc(), 4)))
                .toArray(String[]::new);
    }

    private void forests() {
        Table table = new Table(
                "Forests used",
                "forests",
                "hash",
                "knew up to",
                "active from",
                "first row",
                "last row",
                "rows",
                "base rate");
        for (ForestUse forest : horizon.forests()) {
            table.row(
                    forest.forest().substring(0, Math.min(HASH, forest.forest().length())),
                    Table.hour(forest.trainedAsOf()),
                    Table.hour(forest.activatedAt()),
                    Table.hour(forest.firstDecision()),
                    Table.hour(forest.lastDecision()),
                    Table.count(forest.rows()),
                    Table.percent(forest.climatology()));
        }
        table.addTo(page);
    }

    private void months() {
        Table table = new Table(
                "Intervals by month",
                "months",
                "month",
                "currency",
                "intervals",
                "held",
                "true share from",
                "to",
                "independent",
                "mean width, log return in %");
        for (CoverageReport.Month month : horizon.coverage().months()) {
            table.row(
                    month.month(),
                    month.quote(),
                    Table.count(month.intervals()),
                    Table.percent(month.realised()),
                    Table.percent(month.lower()),
                    Table.percent(month.upper()),
                    Table.number(month.independentOutcomes(), 1),
                    Table.percent(month.meanWidth()));
        }
        table.addTo(page);
    }
}

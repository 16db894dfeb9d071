package org.cryptosmarttrader.serving.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.cryptosmarttrader.evaluation.BacktestOverfitting;
import org.cryptosmarttrader.evaluation.DeflatedSharpe;
import org.cryptosmarttrader.gates.Reason;
import org.cryptosmarttrader.gates.Standing;
import org.cryptosmarttrader.serving.trials.Selection;
import org.cryptosmarttrader.statements.Statement;

/** What the numbers mean, in plain words, good or bad. */
final class Words {

    /** Fewer independent outcomes decide nothing; the gates ask for as many. */
    static final double FEWEST_OUTCOMES = 30;

    private static final int MOST_REASONS = 3;

    /** The member that says the base rate and nothing else. */
    private static final String CLIMATOLOGY = "climatology";

    private Words() {}

    private static String say(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    static String percent(double share) {
        return say("%.1f %%", 100 * share);
    }

    static String noForecasts(List<ForestUse> forests) {
        return forests.isEmpty()
                ? "No forest of this horizon was in force: too few labels had matured to train one."
                : "No forecast of this horizon was judged.";
    }

    static List<String> skill(SkillReport skill, double independentOutcomes, List<ForestUse> forests) {
        if (skill.forecasts() == 0) {
            return List.of("No forecast of this horizon has matured: nothing can be said of its probabilities yet.");
        }
        List<String> words = new ArrayList<>();
        if (independentOutcomes < FEWEST_OUTCOMES) {
            words.add(fewOutcomes(independentOutcomes));
        }
        boolean oneSided = areAll(forests, 1) || areAll(forests, 0);
        if (oneSided) {
            words.add(say(
                    "The labels its forests were trained on held only %s: they could not learn what else there is.",
                    areAll(forests, 1) ? "rises" : "falls"));
        }
        if (oneSided && (skill.brierSkill() == null || skill.brierSkill() == 0)) {
            words.add("No better than the base rate: after such a training there is nothing else to say.");
        } else if (skill.brierSkill() != null && skill.brierSkill() == 0) {
            words.add("No better than the base rate: calibration let these probabilities say nothing else.");
        } else if (skill.brierSkill() != null) {
            words.add(say(
                    skill.brierSkill() > 0
                            ? "Better than the base rate by %s of its squared error (Brier %.4f against %.4f); the true skill lies between %s and %s at 95 %%."
                            : "No better than the base rate: saying the share of rises in the training labels every time would have erred no more (skill %s, Brier %.4f against %.4f; true skill %s to %s at 95 %%).",
                    percent(skill.brierSkill()),
                    skill.brier(),
                    skill.baseRateBrier(),
                    orUnknown(skill.brierSkillLower()),
                    orUnknown(skill.brierSkillUpper())));
        }
        if (skill.auc() != null) {
            words.add(say(
                    "Of a rise and a fall, the rise had been given the higher probability in %s of cases; a coin manages 50 %%.",
                    percent(skill.auc())));
        }
        return words;
    }

    static String fewOutcomes(double independentOutcomes) {
        return say(
                "The scores rest on %.1f independent outcomes only; fewer than %.0f decide nothing, whatever they say.",
                independentOutcomes, FEWEST_OUTCOMES);
    }

    /** Whether the training labels of all forests had the same share of rises. */
    private static boolean areAll(List<ForestUse> forests, double climatology) {
        return !forests.isEmpty() && forests.stream().allMatch(forest -> forest.climatology() == climatology);
    }

    static String coverage(CoverageReport coverage) {
        if (coverage.realised() == null) {
            return "No interval has met an outcome yet.";
        }
        return say(
                "Intervals promised to hold %s of outcomes and held %s; by %.1f independent outcomes the true share lies between %s and %s. %s",
                percent(coverage.promised()),
                percent(coverage.realised()),
                coverage.independentOutcomes(),
                percent(coverage.lower()),
                percent(coverage.upper()),
                promise(coverage));
    }

    private static String promise(CoverageReport coverage) {
        if (coverage.independentOutcomes() < FEWEST_OUTCOMES) {
            return say(
                    "Whether the promise is kept cannot be told yet: that takes at least %.0f independent outcomes.",
                    FEWEST_OUTCOMES);
        }
        if (coverage.upper() < coverage.promised()) {
            return "The promise is broken: they were too narrow.";
        }
        return coverage.lower() > coverage.promised()
                ? "The promise is more than kept: they were wider than needed."
                : "The promise is kept, as far as so many outcomes can tell.";
    }

    /** Beside volatility alone, if it is known; a distribution that is not recorded has no sentence. */
    static List<String> intervals(IntervalReport intervals) {
        List<String> words = new ArrayList<>();
        intervals
                .pinballSkill()
                .forEach((baseline, skill) -> words.add(say(
                        "Beside intervals made of volatility alone (%s), these lost %s %s at their ends (95 %%: %s to %s of it avoided).",
                        baseline,
                        percent(Math.abs(skill.value())),
                        skill.value() < 0 ? "more" : "less",
                        orUnknown(skill.lower()),
                        orUnknown(skill.upper()))));
        return words;
    }

    static String family(String name, FamilyReport family) {
        if (name.equals(FamilyReport.DIRECTION)) {
            return passed("on the direction", family);
        }
        String passed = passed(say("%s (%s)", name, Statement.parse(name).meaning()), family);
        return family.statements() == 0 ? passed : "%s %s".formatted(passed, worth(family));
    }

    private static String passed(String what, FamilyReport family) {
        if (family.statements() == 0) {
            return say("No statement %s was made: no model was in force that could.", what);
        }
        if (family.opened() == 0) {
            return say(
                    "Of %,d statements %s none passed the gates. That is their normal state: an honest forecast is seldom sure.",
                    family.statements(), what);
        }
        if (family.matured() == 0) {
            return say(
                    "Of %,d statements %s %,d passed the gates; none of those has met its outcome.",
                    family.statements(), what, family.opened());
        }
        return say(
                "Of %,d statements %s %,d passed the gates; of %,d that met their outcome %s were right, by %.1f independent outcomes truly %s to %s, the base rate alone would have been in %s; skill over the base rate %s (%s to %s at 95 %%).",
                family.statements(),
                what,
                family.opened(),
                family.matured(),
                percent(family.hitRate()),
                family.independentOutcomes(),
                percent(family.lower()),
                percent(family.upper()),
                percent(family.baseRateHitRate()),
                orUnknown(family.brierSkill()),
                orUnknown(family.brierSkillLower()),
                orUnknown(family.brierSkillUpper()));
    }

    /** Of all statements of a family, passed or not. */
    private static String worth(FamilyReport family) {
        ProbabilityScores all = family.all();
        if (all.matured() == 0) {
            return "None has met an outcome yet.";
        }
        return say(
                "All %,d that met their outcome, %.1f independent ones: skill over the base rate %s (%s to %s at 95 %%), area under the ROC curve %s.",
                all.matured(),
                all.independentOutcomes(),
                orUnknown(all.brierSkill()),
                orUnknown(all.brierSkillLower()),
                orUnknown(all.brierSkillUpper()),
                all.auc() == null ? "unknown" : say("%.3f", all.auc()));
    }

    static String gates(GateReport gates) {
        long passed = gates.standings().getOrDefault(Standing.PASSED.name(), 0L);
        long probation = gates.standings().getOrDefault(Standing.PROBATION.name(), 0L);
        if (passed > 0) {
            return say("%,d of %,d verdicts passed every gate.", passed, gates.verdicts());
        }
        return say(
                "No verdict passed every gate%s: %s.",
                probation > 0 ? say(", %,d were on probation", probation) : "",
                reasons(gates.refusals(), gates.notMeasured()));
    }

    /** The commonest reasons with their meaning. */
    private static String reasons(SortedMap<String, Long> counts, SortedMap<String, Long> notMeasured) {
        if (counts.isEmpty()) {
            return "none was refused either";
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_REASONS)
                .map(count -> say(
                        "%s %,d times (%s)",
                        count.getKey(),
                        count.getValue(),
                        count.getValue().equals(notMeasured.get(count.getKey()))
                                ? "nothing to go by yet, and what is not measured opens no gate"
                                : meaning(count.getKey())))
                .collect(Collectors.joining(", "));
    }

    static String meaning(String reason) {
        return reason.equals(Standing.PROBATION.name())
                ? "every gate passes, but the record is too short"
                : Reason.valueOf(reason).meaning();
    }

    static List<String> account(
            ReturnFigures figures,
            Selection selection,
            TradeReport trades,
            LaneGate gate,
            boolean absent,
            Boolean stopped) {
        List<String> words = new ArrayList<>();
        if (absent) {
            words.add("The run has no account rows of this lane and currency: nothing was traded, on paper or else.");
        }
        if (trades.fills() == 0 && (!absent || gate.allowed() == 0)) {
            words.add(noTrades(trades, gate));
        }
        if (figures.totalReturn() != null && trades.fills() > 0) {
            words.add(say(
                    "After costs the account %s %s; its deepest fall was %s.",
                    figures.totalReturn() < 0 ? "lost" : "gained",
                    percent(Math.abs(figures.totalReturn())),
                    percent(figures.maxDrawdown())));
        }
        if (selection != null && selection.sharpe() != null) {
            words.add(selection(selection));
        }
        if (Boolean.TRUE.equals(stopped)) {
            words.add("The kill switch closed everything on the way; from then on the account only held cash.");
        }
        return words;
    }

    private static String selection(Selection selection) {
        String luck = selection.deflatedSharpe() == null
                ? say("cannot be told (%s)", selection.unmeasured().get("deflatedSharpe"))
                : say("has a probability of %s", percent(selection.deflatedSharpe()));
        String choice = selection.overfitting() == null
                ? say("cannot be told (%s)", selection.unmeasured().get("overfitting"))
                : say(
                        "has one of %s, by %d backtests in %d blocks",
                        percent(selection.overfitting()), selection.compared(), selection.blocks());
        return say(
                "This is one of %,d trials on the archive. That its Sharpe ratio is more than the best of so many worthless ones would show %s; that the best of one half of the time falls below the middle in the other %s. %s.",
                selection.trials(),
                luck,
                choice,
                selection.promising()
                        ? "Both together are called promising here"
                        : say(
                                "Promising would be at least %.0f %% and at most %.0f %%: this is not",
                                100 * DeflatedSharpe.PROMISING, 100 * BacktestOverfitting.LIMIT));
    }

    /** Whether any model or the vote of all knows more than its base rate; a horizon without forecasts has no words. */
    static List<String> members(List<MembersReport.Member> each, MembersReport.Ensemble ensemble) {
        if (each.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (MembersReport.Member member : each) {
            // its forecasts are the base rate, but for rounding
            if (!member.member().equals(CLIMATOLOGY) && member.scores().isBeyondChance()) {
                words.add(beyondChance(say("The %s %s", member.role(), member.member()), member.scores()));
            }
        }
        if (ensemble.scores().isBeyondChance()) {
            words.add(beyondChance("The ensemble", ensemble.scores()));
        }
        if (words.isEmpty()) {
            words.add(
                    "No model and not the ensemble is better than the climatology beyond its interval. That is their normal state: what is known of a direction is little.");
        }
        return words;
    }

    private static String beyondChance(String who, ProbabilityScores scores) {
        return say(
                "%s is better than the climatology beyond its interval: skill %s, truly %s to %s at 95 %%, by %.1f independent outcomes.",
                who,
                percent(scores.brierSkill()),
                percent(scores.brierSkillLower()),
                percent(scores.brierSkillUpper()),
                scores.independentOutcomes());
    }

    private static String orUnknown(Double share) {
        return share == null ? "–" : percent(share);
    }

    private static String noTrades(TradeReport trades, LaneGate gate) {
        if (gate.allowed() == 0) {
            return gate.blocked().isEmpty()
                    ? "No trade: there was no verdict to act on."
                    : say(
                            "No trade: the gates let no verdict through: %s.",
                            reasons(gate.blocked(), gate.unmeasured()));
        }
        if (trades.orders() > 0) {
            return say("No trade: none of %,d orders was filled.", trades.orders());
        }
        return say(
                "No trade: of %,d verdicts it might have acted on, no strategy wanted one that its costs and the risk limits allow%s.",
                gate.allowed(),
                trades.refused().isEmpty()
                        ? ""
                        : say(
                                "; %,d orders were refused",
                                trades.refused().values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum()));
    }

    static String idle(String quote, SortedMap<String, String> lanes) {
        return say(
                "The deposits in %s lay idle, as the run has no pair in that currency: %s.",
                quote,
                lanes.entrySet().stream()
                        .map(lane -> lane.getKey() + " " + lane.getValue())
                        .collect(Collectors.joining(", ")));
    }

    static String walkForward(WalkForwardAudit audit) {
        if (audit.rowsChecked() == 0) {
            return "There are no forecasts to check.";
        }
        return audit.violations() == 0
                ? say(
                        "All %,d forecasts were checked: none was made by a forest trained or activated after its tick.",
                        audit.rowsChecked())
                : say(
                        "%,d of %,d forecasts were made by a forest that was trained or activated after their tick. This run saw its future; believe none of its figures.",
                        audit.violations(), audit.rowsChecked());
    }
}

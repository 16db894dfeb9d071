package org.cryptosmarttrader.judgement;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.judgement.HorizonJudge.Outcome;
import org.cryptosmarttrader.uncertainty.Interval;

/** What the outcomes of one decision teach: counted here pair by pair, entered into the state as a whole. */
final class Lessons {

    private final JudgeState state;
    private final long tick;
    private final long decisionBar;
    private final Issued issued;
    private final DayRecord today;
    private final Map<String, Misses> misses = new TreeMap<>();
    private final ProbabilityScores.Sum scores = new ProbabilityScores.Sum();
    private final int[] votes;
    private final double[] squaredErrors;

    /** Intervals of one instant that were known, and those that missed. */
    record Misses(int known, int missed) {

        private static Misses of(Interval interval, double outcome) {
            boolean known = interval.isKnown();
            return new Misses(known ? 1 : 0, known && !interval.contains(outcome) ? 1 : 0);
        }

        private Misses plus(Misses other) {
            return new Misses(known + other.known, missed + other.missed);
        }
    }

    /**
     * @param issued the verdicts of the decision
     * @param today what matured today so far; grows
     */
    Lessons(JudgeState state, long tick, long decisionBar, Issued issued, DayRecord today) {
        this.state = state;
        this.tick = tick;
        this.decisionBar = decisionBar;
        this.issued = issued;
        this.today = today;
        this.votes = new int[issued.members().length];
        this.squaredErrors = new double[votes.length];
    }

    /**
     * @param outcomes of each pair at most one, in any order: they are taken in by pair, ascending, so that sums are equal
     * @return intervals met, by quote currency
     */
    Map<String, Misses> learn(List<Outcome> outcomes) {
        outcomes.stream().sorted(Comparator.comparing(Outcome::pair)).forEach(this::learn);
        today.add(decisionBar, scores);
        for (int member = 0; member < votes.length; member++) {
            if (votes[member] > 0) {
                state.members
                        .computeIfAbsent(issued.members()[member], absent -> new MemberRecord())
                        .add(tick, votes[member], squaredErrors[member]);
            }
        }
        return misses;
    }

    private void learn(Outcome outcome) {
        int index = issued.indexOf(outcome.pair());
        if (index < 0 || !outcome.label().isKnown()) {
            return;
        }
        double value = outcome.label().value();
        String quote = Symbols.quote(outcome.pair());
        misses.merge(quote, Misses.of(issued.interval(index), value), Misses::plus);
        state.firstOutcomeAt = Math.min(state.firstOutcomeAt, tick);
        today.add(decisionBar, issued.modelProbability(index), issued.error(index, value), value > 0);
        scores.add(issued.probability(index), issued.climatology(), value > 0);
        state.ledger.add(quote, tick, decisionBar, issued.interval(index), value);
        String group = String.join(" ", quote, issued.regime(index), issued.model());
        state.details.add(group, tick, decisionBar, issued.interval(index), value);
        if (issued.isGated(index)) {
            state.hits.add(decisionBar, (issued.probability(index) > 0.5) == (value > 0));
        }
        score(index, value > 0 ? 1 : 0);
    }

    private void score(int index, double up) {
        for (int member = 0; member < votes.length; member++) {
            double vote = issued.vote(index, member);
            if (!Double.isNaN(vote)) {
                votes[member]++;
                squaredErrors[member] += (vote - up) * (vote - up);
            }
        }
    }
}

package org.cryptosmarttrader.gates;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.cryptosmarttrader.uncertainty.WilsonInterval;

/** The gates in the order of their reasons. Immutable. See docs/glossary.md, gate. */
public final class Gates {

    /** Evidence below this many independent outcomes decides nothing. */
    private static final double MINIMUM_OUTCOMES = 30;

    private static final double MAXIMUM_DRIFTED_SHARE = 0.2;
    private static final double MINIMUM_HIT_RATE = 0.5;

    private final List<Gate> gates;

    /** @throws IllegalArgumentException if the gates are not in the order of their reasons, one for each at most */
    public Gates(List<Gate> gates) {
        this.gates = List.copyOf(gates);
        for (int i = 1; i < gates.size(); i++) {
            if (gates.get(i).reason().compareTo(gates.get(i - 1).reason()) <= 0) {
                throw new IllegalArgumentException("gates: %s stands after %s, expected each reason once and in order"
                        .formatted(gates.get(i).reason(), gates.get(i - 1).reason()));
            }
        }
    }

    /** The gates of the product. */
    public static Gates of(GateSettings settings) {
        return new Gates(List.of(
                Gate.of(Reason.PROVENANCE, candidate -> Finding.of(candidate.provenanceComplete())),
                Gate.of(
                        Reason.TRAINING,
                        candidate -> Finding.of(candidate.record().training().isOpen())),
                Gate.of(
                        Reason.INDEPENDENT_OUTCOMES,
                        candidate -> Finding.of(candidate.record().calibrationOutcomes() >= MINIMUM_OUTCOMES)),
                Gate.of(Reason.STALE, candidate -> Finding.of(candidate.barsBehind() == 0)),
                Gate.of(Reason.MISSING, candidate -> Finding.of(candidate.missingMandatory() == 0)),
                Gate.of(
                        Reason.DRIFT,
                        candidate ->
                                measured(candidate.record().driftedShare(), share -> share <= MAXIMUM_DRIFTED_SHARE)),
                Gate.of(Reason.OOD, Gates::novelty),
                Gate.of(Reason.COVERAGE, Gates::coverage),
                Gate.of(Reason.SKILL, Gates::skill),
                Gate.of(
                        Reason.CONFIDENCE,
                        candidate -> measured(
                                candidate.confidence(), confidence -> confidence >= settings.minimumConfidence())),
                Gate.of(Reason.HITRATE, Gates::hitRate)));
    }

    /** The gates that a statement beside the direction is asked by: all but COVERAGE, for it promises no interval. */
    public static Gates ofStatements(GateSettings settings) {
        return new Gates(of(settings).gates.stream()
                .filter(gate -> gate.reason() != Reason.COVERAGE)
                .toList());
    }

    private static Finding measured(double value, DoublePredicate passes) {
        return Double.isNaN(value) ? Finding.NOT_MEASURED : Finding.of(passes.test(value));
    }

    private static Finding novelty(Candidate candidate) {
        return candidate.novelty() == null
                ? Finding.NOT_MEASURED
                : Finding.of(!candidate.novelty().isOutOfDistribution());
    }

    private static Finding coverage(Candidate candidate) {
        Boolean alarm = candidate.record().coverageAlarm();
        return alarm == null ? Finding.NOT_MEASURED : Finding.of(!alarm);
    }

    /** A skill below 0 counts only once enough outcomes support it. */
    private static Finding skill(Candidate candidate) {
        TrackRecord record = candidate.record();
        return measured(record.skillLowerBound(), lower -> lower >= 0 || !(record.skillOutcomes() >= MINIMUM_OUTCOMES));
    }

    /** Earlier gated forecasts must have been right more often than not; until there are enough, probation. */
    private static Finding hitRate(Candidate candidate) {
        TrackRecord record = candidate.record();
        if (!(record.hitRateOutcomes() >= MINIMUM_OUTCOMES)) {
            return Finding.PROBATION;
        }
        return measured(
                record.hitRate(),
                rate -> WilsonInterval.of(rate, record.hitRateOutcomes()).lower() >= MINIMUM_HIT_RATE);
    }

    /** Asks every gate. */
    public Judgement judge(Candidate candidate) {
        List<Reason> reasons = new ArrayList<>();
        List<Reason> notMeasured = new ArrayList<>();
        boolean onProbation = false;
        for (Gate gate : gates) {
            Finding finding = gate.examine(candidate);
            if (finding == Finding.REFUSES || finding == Finding.NOT_MEASURED) {
                reasons.add(gate.reason());
            }
            if (finding == Finding.NOT_MEASURED) {
                notMeasured.add(gate.reason());
            }
            onProbation |= finding == Finding.PROBATION;
        }
        return new Judgement(reasons, notMeasured, onProbation);
    }
}

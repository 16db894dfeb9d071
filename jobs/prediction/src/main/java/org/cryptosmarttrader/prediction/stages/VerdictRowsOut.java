package org.cryptosmarttrader.prediction.stages;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.gates.LegacyConfidence;
import org.cryptosmarttrader.gates.Reason;
import org.cryptosmarttrader.gates.Standing;
import org.cryptosmarttrader.gates.TrainingProgress;
import org.cryptosmarttrader.judgement.JudgeRules;
import org.cryptosmarttrader.judgement.JudgeState;
import org.cryptosmarttrader.judgement.Slate;
import org.cryptosmarttrader.judgement.Verdict;
import org.cryptosmarttrader.prediction.flow.HorizonFrame;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.uncertainty.Coverage;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.runs.Datasets;

/** Verdicts and where a horizon stands, as rows of their datasets. */
final class VerdictRowsOut {

    private VerdictRowsOut() {}

    static RowBatch verdicts(HorizonFrame frame, JudgeState state, List<Verdict> verdicts) {
        RowBuilder rows = new RowBuilder(Datasets.VERDICTS);
        String horizon = new Horizon(frame.horizonHours()).label();
        for (Verdict verdict : verdicts) {
            rows.row()
                    .set(0, frame.tick())
                    .set(1, verdict.forecast().pair())
                    .set(2, horizon)
                    .set(3, frame.model())
                    .set(4, verdict.forecast().predictionId())
                    .set(5, verdict.pUp())
                    .set(6, verdict.confidence())
                    .set(7, verdict.intervalConfidence())
                    .set(8, verdict.forecast().expectedReturn())
                    .set(9, verdict.interval().lower())
                    .set(10, verdict.interval().upper())
                    .set(11, verdict.alpha())
                    .set(12, verdict.isValidated())
                    .set(13, state.independentOutcomes())
                    .set(14, verdict.judgement().standing().name())
                    .set(15, names(verdict.judgement().reasons()))
                    .set(16, names(verdict.judgement().notMeasured()))
                    .set(17, Lane.GATED.passes(verdict.judgement()))
                    .set(18, Lane.RESEARCH.passes(verdict.judgement()))
                    .set(19, verdict.regime())
                    .set(20, verdict.ensemble().probability())
                    .set(21, verdict.ensemble().votingShare())
                    .set(22, verdict.ensemble().agreement())
                    .set(23, verdict.ensemble().abstains())
                    .set(31, LegacyConfidence.of(100 * verdict.pUp()).value())
                    .set(32, verdict.forecast().sigma());
            double[] quantiles = verdict.quantiles().toArray();
            for (int i = 0; i < quantiles.length; i++) {
                rows.set(24 + i, quantiles[i]);
            }
        }
        return rows.build();
    }

    /** Verdicts on a statement beside the direction. */
    static RowBatch statements(HorizonFrame frame, Slate slate, JudgeState state, List<Verdict> verdicts) {
        RowBuilder rows = new RowBuilder(Datasets.STATEMENTS);
        String horizon = new Horizon(frame.horizonHours()).label();
        for (Verdict verdict : verdicts) {
            rows.row()
                    .set(0, frame.tick())
                    .set(1, verdict.forecast().pair())
                    .set(2, horizon)
                    .set(3, frame.statement())
                    .set(4, slate.model())
                    .set(5, verdict.forecast().predictionId())
                    .set(6, verdict.pUp())
                    .set(7, slate.prior().climatology())
                    .set(8, verdict.confidence())
                    .set(9, verdict.judgement().standing().name())
                    .set(10, names(verdict.judgement().reasons()))
                    .set(11, names(verdict.judgement().notMeasured()))
                    .set(12, Lane.GATED.passes(verdict.judgement()))
                    .set(13, state.independentOutcomes());
        }
        return rows.build();
    }

    private static String names(List<Reason> reasons) {
        return reasons.stream().map(Reason::name).collect(Collectors.joining(","));
    }

    static RowBatch status(
            HorizonFrame frame, TrainingProgress training, JudgeState state, JudgeRules rules, List<Verdict> verdicts) {
        // what is admitted is authentic, unless the run says that it admits what is not
        long tainted = rules.admitsTestInputs() ? state.acceptedRows() : 0;
        long passed = verdicts.stream()
                .filter(verdict -> verdict.judgement().standing() == Standing.PASSED)
                .count();
        return new RowBuilder(Datasets.STATUS)
                .row()
                .set(0, frame.tick())
                .set(1, new Horizon(frame.horizonHours()).label())
                .set(2, frame.model())
                .set(3, training.hours())
                .set(4, training.percent())
                .set(5, training.weeksCompleted())
                .set(6, training.weeksRemaining())
                .set(7, training.isOpen())
                .set(8, state.independentOutcomes())
                .set(9, coverageOfMonth(state))
                .set(10, (long) verdicts.size())
                .set(11, passed)
                .set(12, refusals(verdicts))
                .set(13, state.skill().value())
                .set(14, state.skill().lower())
                .set(15, state.skill().upper())
                .set(16, state.skill().independentOutcomes())
                .set(17, state.losses().sum())
                .set(18, state.losses().alarmAt(UtcDays.dayOf(frame.tick())))
                .set(19, state.drift().shareOf(frame.model()))
                .set(20, state.acceptedRows())
                .set(21, state.acceptedRows() - tainted)
                .set(22, tainted)
                .build();
    }

    /** Share of the newest month's intervals that held, over all quote currencies. */
    private static double coverageOfMonth(JudgeState state) {
        List<Coverage> rows = state.coverage();
        long hits = 0;
        long outcomes = 0;
        for (Coverage row : rows) {
            if (row.month().equals(rows.get(rows.size() - 1).month())) {
                hits += row.hits();
                outcomes += row.n();
            }
        }
        return outcomes == 0 ? Double.NaN : (double) hits / outcomes;
    }

    private static String refusals(List<Verdict> verdicts) {
        Map<Reason, Integer> counts = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            verdict.judgement().reasons().forEach(reason -> counts.merge(reason, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .map(count -> count.getKey() + "=" + count.getValue())
                .collect(Collectors.joining(" "));
    }
}

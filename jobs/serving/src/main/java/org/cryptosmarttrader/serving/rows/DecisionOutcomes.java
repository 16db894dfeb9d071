package org.cryptosmarttrader.serving.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cryptosmarttrader.statements.Answer;
import org.cryptosmarttrader.statements.RealisedReturn;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;

/**
 * What all pairs met of one decision and horizon. Labels of one decision become known at one tick, so those of a day are
 * whole decisions.
 *
 * @param horizon e.g. {@code 24h}
 * @param returns by pair, ascending
 */
public record DecisionOutcomes(String horizon, long decision, List<RealisedReturn> returns) {

    private record Key(String horizon, long decision) {}

    /**
     * The decisions whose labels a day holds, in the order in which they became known.
     *
     * @param labels with the columns {@code value} and {@code scaled}
     */
    public static List<DecisionOutcomes> of(DayRows labels, RowBatch day) {
        Map<Key, List<RealisedReturn>> returns = new LinkedHashMap<>();
        for (int row = 0; row < day.rows(); row++) {
            Key key = new Key(
                    day.strings(labels.column(Datasets.HORIZON))[row],
                    day.longs(labels.column(Datasets.DECISION_AT))[row]);
            returns.computeIfAbsent(key, absent -> new ArrayList<>())
                    .add(new RealisedReturn(
                            day.strings(labels.column(Datasets.PAIR))[row],
                            day.doubles(labels.column("value"))[row],
                            day.doubles(labels.column("scaled"))[row]));
        }
        return returns.entrySet().stream()
                .map(entry -> new DecisionOutcomes(
                        entry.getKey().horizon(), entry.getKey().decision(), entry.getValue()))
                .toList();
    }

    /**
     * What became of a statement on each pair, in the order of the returns: above 0 if it came true, NaN if that cannot be said.
     *
     * @param statement its name; of {@code up} they are the returns themselves
     */
    public double[] of(String statement) {
        return statement.equals(Statement.UP)
                ? returns.stream().mapToDouble(RealisedReturn::value).toArray()
                : Statement.parse(statement).answers(returns).stream()
                        .mapToDouble(Answer::value)
                        .toArray();
    }
}

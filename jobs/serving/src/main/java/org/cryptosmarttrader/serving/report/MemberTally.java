package org.cryptosmarttrader.serving.report;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.serving.rows.ModelForecast;
import org.cryptosmarttrader.time.TickGrid;

/** What the models of one member in one role said of a horizon, one after the other. */
final class MemberTally {

    private final String member;
    private final boolean champion;
    private final String role;
    private final ProbabilityRows rows;
    private final Set<String> models = new TreeSet<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long forecasts;
    private long answered;

    MemberTally(ModelForecast any, TickGrid grid) {
        this.member = any.member();
        this.champion = any.isChampion();
        this.role = any.role();
        this.rows = new ProbabilityRows(Horizon.parse(any.horizon()), grid);
    }

    void made(ModelForecast forecast) {
        models.add(forecast.forest());
        first = Math.min(first, forecast.decision());
        last = Math.max(last, forecast.decision());
        forecasts++;
        answered += Double.isNaN(forecast.probability()) ? 0 : 1;
    }

    void matured(ModelForecast forecast, double outcome) {
        rows.add(forecast.decision(), forecast.probability(), forecast.climatology(), outcome);
    }

    /**
     * Ends the collection.
     *
     * @param judged models that verdicts name
     * @param verdicts number of them by decision
     */
    MembersReport.Member report(Set<String> judged, SortedMap<Long, Long> verdicts) {
        SortedMap<Long, Long> since = verdicts.tailMap(first);
        // a challenger leaves when it is promoted or another comes in its place; a champion is expected to the end
        SortedMap<Long, Long> expected = champion ? since : since.headMap(Math.max(first, last + 1));
        long asked = expected.values().stream().mapToLong(Long::longValue).sum();
        return new MembersReport.Member(
                member,
                role,
                champion && models.stream().anyMatch(judged::contains),
                models.size(),
                forecasts,
                asked == 0 ? null : Math.max(0, 1 - (double) answered / asked),
                rows.scores());
    }
}

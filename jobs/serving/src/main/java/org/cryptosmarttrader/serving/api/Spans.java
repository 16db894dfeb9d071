package org.cryptosmarttrader.serving.api;

import org.cryptosmarttrader.serving.http.Problem;
import org.cryptosmarttrader.serving.store.Snapshot;
import org.cryptosmarttrader.time.TickGrid;

/**
 * Which time a request asks for.
 *
 * @param from epoch milliseconds
 * @param until epoch milliseconds, included
 */
record Spans(long from, long until) {

    private static final int MOST_DAYS = 92;

    /** As the request says, else the last so many days of the run. */
    static Spans of(Snapshot snapshot, Arguments arguments, int days) {
        long until = arguments.millis(Parameter.UNTIL, snapshot.isEmpty() ? 0 : snapshot.wholeUpTo());
        long from = arguments.millis(Parameter.FROM, until - days * TickGrid.DAY);
        if (from > until) {
            throw Problem.badRequest("from lies behind until");
        }
        if (until - from > MOST_DAYS * TickGrid.DAY) {
            throw Problem.badRequest("from and until are more than %d days apart; ask for one quarter after another"
                    .formatted(MOST_DAYS));
        }
        return new Spans(from, until);
    }
}

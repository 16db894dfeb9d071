package org.cryptosmarttrader.app.runs;

import java.util.List;
import java.util.SortedMap;
import org.cryptosmarttrader.ingest.live.Adapter;
import org.cryptosmarttrader.ingest.net.SourceHealth;

/**
 * How ingest fares, as {@code data/ingest/status.json} says it. Instants are epoch milliseconds.
 *
 * @param at when this was written
 * @param promised instant up to which everything received is written
 * @param events written since the start
 * @param aheadOfClock events refused because their time lay too far ahead of this clock, by source
 * @param sources one each
 */
record IngestStatus(long at, long promised, long events, SortedMap<String, Long> aheadOfClock, List<Source> sources) {

    /**
     * @param calls over HTTP, by outcome
     * @param complaints what it does not hear at the moment though it should, in words
     */
    record Source(String source, SourceHealth.Snapshot calls, List<String> complaints) {

        static Source of(Adapter adapter) {
            return new Source(adapter.source(), adapter.health(), adapter.complaints());
        }
    }
}

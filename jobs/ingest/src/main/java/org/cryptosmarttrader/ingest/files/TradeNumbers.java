package org.cryptosmarttrader.ingest.files;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Watches the trades of each stream go by: ids must ascend, and trades with and without ids must not alternate, or the same
 * trade could count twice without anybody noticing. Not thread-safe.
 */
final class TradeNumbers {

    private final Map<String, Row> lastWithId = new TreeMap<>();
    private final Map<String, Row> last = new TreeMap<>();
    private final Map<String, Integer> changes = new TreeMap<>();

    /** @throws ImportException if a trade contradicts the ones before it */
    void follow(Row trade) throws ImportException {
        String stream = trade.of().toString();
        Row before = last.put(stream, trade);
        if (before != null && before.isNumberedByTime() != trade.isNumberedByTime()) {
            requireOneChange(stream, before, trade);
        }
        if (!trade.isNumberedByTime()) {
            Row withId = lastWithId.put(stream, trade);
            requireAscending(stream, withId, trade);
        }
    }

    private void requireOneChange(String stream, Row before, Row trade) throws ImportException {
        if (changes.merge(stream, 1, Integer::sum) > 1) {
            throw new ImportException(
                    Fault.CONTRADICTION,
                    "%s: trades with and without ids alternate (at %s from payload %s, then from %s), some would count twice"
                            .formatted(
                                    stream,
                                    Instant.ofEpochMilli(trade.eventTime()),
                                    before.payloadHash(),
                                    trade.payloadHash()));
        }
    }

    private static void requireAscending(String stream, Row before, Row trade) throws ImportException {
        if (before != null && before.sequence() >= trade.sequence()) {
            throw new ImportException(
                    Fault.CONTRADICTION,
                    "%s: trade id %d at %s (payload %s row %d) follows id %d (payload %s row %d), the files do not number alike"
                            .formatted(
                                    stream,
                                    trade.sequence(),
                                    Instant.ofEpochMilli(trade.eventTime()),
                                    trade.payloadHash(),
                                    trade.payloadRow(),
                                    before.sequence(),
                                    before.payloadHash(),
                                    before.payloadRow()));
        }
    }
}

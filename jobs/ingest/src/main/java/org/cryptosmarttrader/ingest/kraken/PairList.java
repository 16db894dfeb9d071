package org.cryptosmarttrader.ingest.kraken;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.live.Heard;
import org.cryptosmarttrader.ingest.live.RawLog;
import org.cryptosmarttrader.ingest.live.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which pairs are followed; says what was listed and delisted. Safe for use by many threads. */
final class PairList {

    private static final Logger LOG = LoggerFactory.getLogger(PairList.class);

    private final RawLog rawLog;
    private final Receipts receipts;
    private final SortedSet<String> listed;
    private final SortedMap<String, TradedPair> traded = new TreeMap<>();

    /** @param listed names of the pairs that are listed as far as was said */
    PairList(SortedSet<String> listed, RawLog rawLog, Receipts receipts) {
        this.listed = listed;
        this.rawLog = rawLog;
        this.receipts = receipts;
    }

    /** Takes a reply in, and gives the pairs to follow. */
    synchronized List<TradedPair> take(Answer<AssetPairs> answer) {
        AssetPairs found = answer.value();
        byte[] hash = rawLog.keep(
                KrakenFeed.SOURCE, answer.reply().url(), answer.reply().body());
        SortedSet<String> names = new TreeSet<>();
        found.pairs().forEach(pair -> names.add(pair.pair()));
        announce(names, listed, EventKind.LISTED, answer.reply().fetchedAt(), hash);
        announce(listed, names, EventKind.DELISTED, answer.reply().fetchedAt(), hash);
        listed.clear();
        listed.addAll(names);
        traded.clear();
        found.pairs().forEach(pair -> traded.put(pair.pair(), pair));
        LOG.info("kraken: {} pairs followed, left out {}", found.pairs().size(), found.leftOutByReason());
        return found.pairs();
    }

    /** An event for each name that is in one set and not in the other. */
    private void announce(SortedSet<String> in, SortedSet<String> notIn, String standing, long at, byte[] hash) {
        List<Heard> events = new ArrayList<>();
        for (String pair : in) {
            if (!notIn.contains(pair)) {
                events.add(Heard.listing(KrakenFeed.SOURCE, pair, at, at, standing, hash));
            }
        }
        if (!events.isEmpty()) {
            LOG.info("kraken: {} {} pairs", standing, events.size());
            receipts.put(events);
        }
    }

    /** The pairs that are followed, by name. */
    synchronized SortedMap<String, TradedPair> traded() {
        return new TreeMap<>(traded);
    }
}

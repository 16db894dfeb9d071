package org.cryptosmarttrader.ingest.kraken;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
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

/**
 * Which pairs are followed: those listed, that is found online once and not gone since. A pair whose trade is restricted stays
 * listed. Says what was listed and delisted. Safe for use by many threads.
 */
final class PairList {

    private static final Logger LOG = LoggerFactory.getLogger(PairList.class);

    private final RawLog rawLog;
    private final Receipts receipts;
    private final SortedSet<String> listed;
    private final SortedMap<String, TradedPair> traded = new TreeMap<>();
    private final SortedSet<String> tradable = new TreeSet<>();
    /** What a reply lacked that was too small to be believed at once. */
    private SortedSet<String> doubted = new TreeSet<>();

    private OptionalLong readAt = OptionalLong.empty();

    /** @param listed names of the pairs that are listed as far as was said */
    PairList(SortedSet<String> listed, RawLog rawLog, Receipts receipts) {
        this.listed = listed;
        this.rawLog = rawLog;
        this.receipts = receipts;
    }

    /** Takes a reply in, and gives the pairs to follow. */
    synchronized List<TradedPair> take(Answer<AssetPairs> answer) {
        AssetPairs found = answer.value();
        long at = answer.reply().fetchedAt();
        byte[] hash = rawLog.keep(
                KrakenFeed.SOURCE, answer.reply().url(), answer.reply().body());
        readAt = OptionalLong.of(at);
        SortedSet<String> missing = missing(found);
        announce(names(found.pairs()), listed, EventKind.LISTED, at, hash);
        announce(missing, new TreeSet<>(), EventKind.DELISTED, at, hash);
        listed.removeAll(missing);
        tradable.clear();
        tradable.addAll(names(found.pairs()));
        listed.addAll(tradable);
        found.pairs().forEach(pair -> traded.put(pair.pair(), pair));
        found.restricted().forEach(pair -> traded.put(pair.pair(), pair));
        traded.keySet().retainAll(listed);
        LOG.info("kraken: {} pairs followed, left out {}", traded.size(), found.leftOutByReason());
        return List.copyOf(traded.values());
    }

    /** What is listed no more; of a reply that lacks most of it only what the one before lacked, too. */
    private SortedSet<String> missing(AssetPairs found) {
        SortedSet<String> missing = new TreeSet<>(listed);
        missing.removeAll(names(found.pairs()));
        missing.removeAll(names(found.restricted()));
        SortedSet<String> doubtedBefore = doubted;
        doubted = new TreeSet<>();
        if (missing.size() <= listed.size() - missing.size()) {
            return missing;
        }
        SortedSet<String> believed = new TreeSet<>(missing);
        believed.retainAll(doubtedBefore);
        doubted.addAll(missing);
        doubted.removeAll(believed);
        if (!doubted.isEmpty()) {
            LOG.warn(
                    "kraken: {} of {} pairs are missing from the list; it is asked for again",
                    missing.size(),
                    listed.size());
        }
        return believed;
    }

    private static SortedSet<String> names(List<TradedPair> pairs) {
        SortedSet<String> names = new TreeSet<>();
        pairs.forEach(pair -> names.add(pair.pair()));
        return names;
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

    /** When the last reply came, epoch milliseconds; empty before the first. */
    synchronized OptionalLong readAt() {
        return readAt;
    }

    /** Whether the last reply lacked so much that it waits for another to agree. */
    synchronized boolean isInDoubt() {
        return !doubted.isEmpty();
    }

    /** Names of the pairs that can be traded now; those that are followed and restricted are not among them. */
    synchronized SortedSet<String> tradable() {
        return new TreeSet<>(tradable);
    }

    /** The pairs that are followed, by name. */
    synchronized SortedMap<String, TradedPair> traded() {
        return new TreeMap<>(traded);
    }
}

package org.cryptosmarttrader.ingest.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.ingest.net.SourceException;

/**
 * What a reply of AssetPairs says can be traded, as of its receipt: the list of today is no list of last year.
 *
 * @param pairs that are online, by canonical name
 * @param restricted listed, but not online now, e.g. {@code cancel_only}; by canonical name and among those left out, too
 * @param leftOut pairs of the quote currency that are not among them, by Kraken's key, and why
 */
public record AssetPairs(List<TradedPair> pairs, List<TradedPair> restricted, SortedMap<String, String> leftOut) {

    public AssetPairs {
        pairs = sorted(pairs);
        restricted = sorted(restricted);
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    }

    private static List<TradedPair> sorted(List<TradedPair> pairs) {
        return pairs.stream().sorted(Comparator.comparing(TradedPair::pair)).toList();
    }

    /**
     * Reads a reply. One odd listing is left out with its reason and never breaks the others.
     *
     * @throws SourceException RETRY if it is no whole reply, or Kraken's error
     */
    public static AssetPairs parse(byte[] reply, ListRules rules) throws SourceException {
        return of(KrakenJson.result(reply), rules);
    }

    static AssetPairs of(JsonNode result, ListRules rules) throws SourceException {
        if (!result.isObject() || result.isEmpty()) {
            throw SourceException.retry("kraken AssetPairs: the result holds no pairs");
        }
        List<TradedPair> pairs = new ArrayList<>();
        List<TradedPair> restricted = new ArrayList<>();
        SortedMap<String, String> leftOut = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        for (Map.Entry<String, JsonNode> listing : result.properties()) {
            if (listing.getValue().path("quote").asText().equals(rules.quote())) {
                Listing entry = new Listing(listing.getKey(), listing.getValue());
                add(entry, rules, taken, entry.isRestricted() ? restricted : pairs, leftOut);
            }
        }
        return new AssetPairs(pairs, restricted, leftOut);
    }

    private static void add(
            Listing listing,
            ListRules rules,
            Set<String> taken,
            List<TradedPair> pairs,
            SortedMap<String, String> leftOut) {
        try {
            TradedPair pair = listing.pair(rules);
            if (!listing.isRestricted()) {
                listing.requireOnline();
            }
            if (taken.add(pair.pair())) {
                pairs.add(pair);
                listing.requireOnline();
            } else {
                leftOut.put(listing.key(), "another key is %s already".formatted(pair.pair()));
            }
        } catch (Listing.LeftOut e) {
            leftOut.put(listing.key(), e.getMessage());
        }
    }

    /** How many pairs were left out for each reason. */
    public SortedMap<String, Integer> leftOutByReason() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        leftOut.values().forEach(reason -> counts.merge(reason, 1, Integer::sum));
        return counts;
    }
}

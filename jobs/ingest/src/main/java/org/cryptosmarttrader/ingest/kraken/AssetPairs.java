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
 * @param pairs by canonical name
 * @param leftOut pairs of the quote currency that are not among them, by Kraken's key, and why
 */
public record AssetPairs(List<TradedPair> pairs, SortedMap<String, String> leftOut) {

    public AssetPairs {
        pairs = pairs.stream().sorted(Comparator.comparing(TradedPair::pair)).toList();
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    }

    /**
     * What two refreshes differ in.
     *
     * @param listed pairs only the later one has
     * @param delisted pairs only the earlier one has
     */
    public record Changes(List<TradedPair> listed, List<TradedPair> delisted) {

        public boolean isEmpty() {
            return listed.isEmpty() && delisted.isEmpty();
        }
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
        SortedMap<String, String> leftOut = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        for (Map.Entry<String, JsonNode> listing : result.properties()) {
            if (listing.getValue().path("quote").asText().equals(rules.quote())) {
                add(new Listing(listing.getKey(), listing.getValue()), rules, taken, pairs, leftOut);
            }
        }
        return new AssetPairs(pairs, leftOut);
    }

    private static void add(
            Listing listing,
            ListRules rules,
            Set<String> taken,
            List<TradedPair> pairs,
            SortedMap<String, String> leftOut) {
        try {
            TradedPair pair = listing.traded(rules);
            if (taken.add(pair.pair())) {
                pairs.add(pair);
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

    /** What came and went between two refreshes, by canonical name. */
    public static Changes between(AssetPairs before, AssetPairs after) {
        return new Changes(missingIn(before, after.pairs), missingIn(after, before.pairs));
    }

    private static List<TradedPair> missingIn(AssetPairs list, List<TradedPair> pairs) {
        Set<String> names = new HashSet<>();
        list.pairs.forEach(pair -> names.add(pair.pair()));
        return pairs.stream().filter(pair -> !names.contains(pair.pair())).toList();
    }
}

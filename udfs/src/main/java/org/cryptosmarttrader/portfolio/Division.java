package org.cryptosmarttrader.portfolio;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each candidate gets.
 *
 * @param weights by asset, fractions of equity; never above what is wanted or held
 * @param groups number of the group of similar assets by asset; an asset whose likeness to others is unknown is missing
 * @param kept why positions stay as they are; null if they were divided
 */
public record Division(SortedMap<String, Double> weights, SortedMap<String, Integer> groups, String kept) {

    public Division {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }
}

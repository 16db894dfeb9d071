package org.cryptosmarttrader.portfolio;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Assets that move together: who is similar to one of a group belongs to it. */
final class Groups {

    private Groups() {}

    /**
     * @param similar correlation from which two assets are of one group
     * @return number of the group by asset: the index of its first member
     */
    static SortedMap<String, Integer> of(List<String> assets, Covariance covariance, double similar) {
        int[] group = new int[assets.size()];
        for (int asset = 0; asset < group.length; asset++) {
            group[asset] = asset;
            for (int earlier = 0; earlier < asset; earlier++) {
                // an asset that never moved is like any other, as far as anybody knows
                if (!(covariance.correlation(asset, earlier) < similar)) {
                    join(group, asset, group[asset], group[earlier]);
                }
            }
        }
        TreeMap<String, Integer> groups = new TreeMap<>();
        for (int asset = 0; asset < group.length; asset++) {
            groups.put(assets.get(asset), group[asset]);
        }
        return groups;
    }

    /** Makes two groups among the first assets one, of the lower number. */
    private static void join(int[] group, int last, int one, int other) {
        int joined = Math.min(one, other);
        for (int asset = 0; asset <= last; asset++) {
            if (group[asset] == one || group[asset] == other) {
                group[asset] = joined;
            }
        }
    }
}

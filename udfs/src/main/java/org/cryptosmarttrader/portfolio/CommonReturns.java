package org.cryptosmarttrader.portfolio;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Returns that several assets have in common: the bars in which each of them has one.
 *
 * @param assets in their natural order: those left when assets with the fewest returns were taken out one by one, of equals
 *     the last, until the rest had enough in common
 * @param rows a row for each bar, oldest first, a column for each asset
 */
public record CommonReturns(List<String> assets, double[][] rows) {

    /**
     * @param minimum bars that must be common, at least 2
     * @return no asset and no row if not even one asset has so many returns
     */
    public static CommonReturns of(Collection<String> assets, CloseHistory closes, int minimum) {
        TreeMap<String, double[]> returns = new TreeMap<>();
        TreeMap<String, BitSet> present = new TreeMap<>();
        for (String asset : new TreeSet<>(assets)) {
            double[] ofAsset = closes.returns(asset);
            returns.put(asset, ofAsset);
            present.put(asset, present(ofAsset));
        }
        BitSet common = common(present);
        while (!present.isEmpty() && common.cardinality() < minimum) {
            present.remove(shortest(present));
            common = common(present);
        }
        List<String> left = List.copyOf(present.keySet());
        return new CommonReturns(left, left.isEmpty() ? new double[0][] : rows(left, returns, common));
    }

    private static BitSet present(double[] returns) {
        BitSet present = new BitSet(returns.length);
        for (int row = 0; row < returns.length; row++) {
            present.set(row, Double.isFinite(returns[row]));
        }
        return present;
    }

    private static BitSet common(TreeMap<String, BitSet> present) {
        BitSet common = new BitSet();
        common.set(0, CloseHistory.RETURNS);
        present.values().forEach(common::and);
        return common;
    }

    private static String shortest(TreeMap<String, BitSet> present) {
        Map.Entry<String, BitSet> shortest = null;
        for (Map.Entry<String, BitSet> entry : present.entrySet()) {
            if (shortest == null
                    || entry.getValue().cardinality() <= shortest.getValue().cardinality()) {
                shortest = entry;
            }
        }
        return shortest.getKey();
    }

    private static double[][] rows(List<String> assets, TreeMap<String, double[]> returns, BitSet common) {
        List<double[]> rows = new ArrayList<>();
        for (int row = common.nextSetBit(0); row >= 0; row = common.nextSetBit(row + 1)) {
            double[] ofRow = new double[assets.size()];
            for (int column = 0; column < ofRow.length; column++) {
                ofRow[column] = returns.get(assets.get(column))[row];
            }
            rows.add(ofRow);
        }
        return rows.toArray(new double[0][]);
    }
}

package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Numbers;

/**
 * Features of what is known beside prices at a tick.
 *
 * @param ofMarket the same for every pair
 * @param ofAssets of the base assets of which anything is remembered
 * @param ofOthers of every other asset
 */
public record FactRow(double[] ofMarket, SortedMap<String, double[]> ofAssets, double[] ofOthers) {

    private static final double[] NOTHING = new double[0];

    /** What is known before anything came: nothing, of however many columns. */
    static FactRow unknown() {
        return new FactRow(NOTHING, new TreeMap<>(), NOTHING);
    }

    /** Of an asset; empty if nothing was ever known. */
    double[] of(String asset) {
        return ofAssets.getOrDefault(asset, ofOthers);
    }

    void write(DataOutput out) throws IOException {
        Numbers.write(out, ofMarket);
        Numbers.write(out, ofOthers);
        out.writeInt(ofAssets.size());
        for (Map.Entry<String, double[]> ofAsset : ofAssets.entrySet()) {
            out.writeUTF(ofAsset.getKey());
            Numbers.write(out, ofAsset.getValue());
        }
    }

    static FactRow read(DataInput in) throws IOException {
        double[] ofMarket = Numbers.readDoubles(in);
        double[] ofOthers = Numbers.readDoubles(in);
        SortedMap<String, double[]> ofAssets = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            ofAssets.put(in.readUTF(), Numbers.readDoubles(in));
        }
        return new FactRow(ofMarket, ofAssets, ofOthers);
    }
}

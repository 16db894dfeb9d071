package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Numbers;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.history.ReferenceReturns;

/**
 * What concerns every pair at a tick: the closes and returns of the reference pairs, the hashes of what they rest on, and the features
 * taken of them.
 *
 * @param inputs of each reference, in their order: n × 32 bytes, sorted, distinct
 * @param features by quote currency the values of the catalogue's reference features, in order
 * @param facts features of what is known beside prices
 */
public record MarketRow(
        long tick,
        List<ReferenceReturns> references,
        List<byte[]> inputs,
        SortedMap<String, double[]> features,
        FactRow facts) {

    /** What is known before any reference came. */
    public static MarketRow unknown(long tick) {
        return new MarketRow(tick, List.of(), List.of(), new TreeMap<>(), FactRow.unknown());
    }

    /**
     * The features of a pair with those of its references, its base asset and the market behind them, missing where nothing
     * is known.
     *
     * @param catalog whose columns before the cross-section these are
     */
    public double[] complete(double[] ofPair, String pair, FeatureCatalog catalog) {
        double[] all = new double[catalog.beforeCrossSection()];
        Arrays.fill(all, Double.NaN);
        System.arraycopy(ofPair, 0, all, 0, ofPair.length);
        int at = ofPair.length;
        put(features.get(Symbols.quote(pair)), all, at);
        at += catalog.ofReference().size();
        put(facts.of(Symbols.base(pair)), all, at);
        at += catalog.ofAsset().size();
        put(facts.ofMarket(), all, at);
        return all;
    }

    private static void put(double[] values, double[] all, int at) {
        if (values != null) {
            System.arraycopy(values, 0, all, at, values.length);
        }
    }

    static final class Bytes implements Codec<MarketRow> {
        @Override
        public Class<MarketRow> type() {
            return MarketRow.class;
        }

        @Override
        public void write(MarketRow row, DataOutput out) throws IOException {
            out.writeLong(row.tick);
            out.writeInt(row.references.size());
            for (ReferenceReturns reference : row.references) {
                out.writeUTF(reference.pair());
                out.writeLong(reference.newest());
                Numbers.write(out, reference.returns());
                Numbers.write(out, reference.closes());
            }
            for (byte[] inputs : row.inputs) {
                Numbers.write(out, inputs);
            }
            out.writeInt(row.features.size());
            for (Map.Entry<String, double[]> ofQuote : row.features.entrySet()) {
                out.writeUTF(ofQuote.getKey());
                Numbers.write(out, ofQuote.getValue());
            }
            row.facts.write(out);
        }

        @Override
        public MarketRow read(DataInput in) throws IOException {
            long tick = in.readLong();
            List<ReferenceReturns> references = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                references.add(new ReferenceReturns(
                        in.readUTF(), in.readLong(), Numbers.readDoubles(in), Numbers.readDoubles(in)));
            }
            List<byte[]> inputs = new ArrayList<>();
            while (inputs.size() < references.size()) {
                inputs.add(Numbers.readBytes(in));
            }
            SortedMap<String, double[]> features = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                features.put(in.readUTF(), Numbers.readDoubles(in));
            }
            return new MarketRow(tick, references, inputs, features, FactRow.read(in));
        }
    }
}

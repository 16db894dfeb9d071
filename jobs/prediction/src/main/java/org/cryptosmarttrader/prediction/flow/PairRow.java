package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.book.PairQuote;
import org.cryptosmarttrader.domain.Numbers;

/**
 * What is known of one pair at one tick.
 *
 * @param listed whether the pair exists; if not, only its labels are of interest
 * @param features values of the catalogue's columns before those of the cross-section, in order
 * @param crossSectionInputs what the pair contributes to each cross-section feature
 * @param healedBars earlier bars that were computed again, or for the first time, at this tick
 * @param labels that mature at this tick
 * @param inputs hashes of what the row rests on: n × 32 bytes, sorted, distinct
 */
public record PairRow(
        String pair,
        long tick,
        boolean listed,
        double[] features,
        double[] crossSectionInputs,
        PairQuote quote,
        int healedBars,
        List<MaturedLabel> labels,
        byte[] inputs) {

    /** What concerns every pair: only the hashes of what its features rest on. Its pair is empty. */
    public static PairRow ofMarket(long tick, byte[] inputs) {
        double none = Double.NaN;
        PairQuote quote = new PairQuote("", false, 0, none, none, none, none, none, none, none, none, 0, 0);
        return new PairRow("", tick, false, new double[0], new double[0], quote, 0, List.of(), inputs);
    }

    /** Whether it concerns every pair. */
    public boolean isOfMarket() {
        return pair.isEmpty();
    }

    /** The row with the features of the whole catalogue; what was needed to complete it is dropped. */
    public PairRow withFeatures(double[] complete) {
        return new PairRow(pair, tick, listed, complete, new double[0], quote, healedBars, labels, new byte[0]);
    }

    static final class Bytes implements Codec<PairRow> {
        @Override
        public Class<PairRow> type() {
            return PairRow.class;
        }

        @Override
        public void write(PairRow row, DataOutput out) throws IOException {
            out.writeUTF(row.pair);
            out.writeLong(row.tick);
            out.writeBoolean(row.listed);
            Numbers.write(out, row.features);
            Numbers.write(out, row.crossSectionInputs);
            row.quote.write(out);
            out.writeInt(row.healedBars);
            out.writeInt(row.labels.size());
            for (MaturedLabel label : row.labels) {
                label.write(out);
            }
            Numbers.write(out, row.inputs);
        }

        @Override
        public PairRow read(DataInput in) throws IOException {
            return new PairRow(
                    in.readUTF(),
                    in.readLong(),
                    in.readBoolean(),
                    Numbers.readDoubles(in),
                    Numbers.readDoubles(in),
                    PairQuote.read(in),
                    in.readInt(),
                    labels(in),
                    Numbers.readBytes(in));
        }

        private static List<MaturedLabel> labels(DataInput in) throws IOException {
            int count = in.readInt();
            List<MaturedLabel> labels = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                labels.add(MaturedLabel.read(in));
            }
            return labels;
        }
    }
}

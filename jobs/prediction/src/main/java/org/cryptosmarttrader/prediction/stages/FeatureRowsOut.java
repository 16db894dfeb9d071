package org.cryptosmarttrader.prediction.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cryptosmarttrader.book.PairQuote;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.MissingGroups;
import org.cryptosmarttrader.labels.Label;
import org.cryptosmarttrader.prediction.flow.Frame;
import org.cryptosmarttrader.prediction.flow.MaturedLabel;
import org.cryptosmarttrader.prediction.flow.PairRow;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowBuilder;
import org.cryptosmarttrader.wire.rows.RowEncoder;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.rows.RowSink;
import org.cryptosmarttrader.wire.runs.Datasets;

/** Frames as rows of the datasets features, bars and labels. Not thread-safe. */
final class FeatureRowsOut {

    private final RowSchema schema;
    private final RowEncoder encoder;
    private final MissingGroups missingGroups;
    private final int features;

    FeatureRowsOut(FeatureCatalog catalog) {
        this.schema = Datasets.features(catalog);
        this.encoder = new RowEncoder(schema);
        this.missingGroups = catalog.missingGroups(column -> true);
        this.features = catalog.size();
    }

    RowBatch features(Frame frame) {
        List<PairRow> listed = frame.listed();
        RowBuilder rows = new RowBuilder(schema, Math.max(1, listed.size()));
        Map<String, String> rawRoots = rawRoots(frame);
        for (PairRow row : listed) {
            write(frame, row, rawRoots, rows.row());
        }
        return rows.build();
    }

    /** The rows of {@link #features} in canonical encoding, written as they lie in the frame. */
    List<byte[]> encoded(Frame frame) {
        Map<String, String> rawRoots = rawRoots(frame);
        List<byte[]> rows = new ArrayList<>(frame.listed().size());
        for (PairRow row : frame.listed()) {
            write(frame, row, rawRoots, encoder.begin());
            rows.add(encoder.bytes());
        }
        return rows;
    }

    private static Map<String, String> rawRoots(Frame frame) {
        Map<String, String> rawRoots = new TreeMap<>();
        frame.groups().forEach((quote, group) -> rawRoots.put(quote, Sha256.hex(group.rawRoot())));
        return rawRoots;
    }

    private void write(Frame frame, PairRow row, Map<String, String> rawRoots, RowSink to) {
        String quote = Symbols.quote(row.pair());
        double[] values = row.features();
        to.set(0, frame.tick())
                .set(1, row.pair())
                .set(2, (long) row.quote().barsSinceNewest())
                .set(3, (long) row.healedBars())
                .set(4, (long) frame.groups().get(quote).members())
                .set(5, missingShare(values))
                .set(6, missingGroups.of(values))
                .set(7, rawRoots.get(quote));
        for (int feature = 0; feature < features; feature++) {
            to.set(Datasets.FEATURES_FROM + feature, values[feature]);
        }
    }

    static double missingShare(double[] values) {
        int missing = 0;
        for (double value : values) {
            if (Double.isNaN(value)) {
                missing++;
            }
        }
        return values.length == 0 ? 0 : (double) missing / values.length;
    }

    /** The bars of a tick as they were known at it; none of a pair whose bar did not come. */
    Optional<RowBatch> bars(Frame frame, TickGrid grid) {
        RowBuilder rows = new RowBuilder(Datasets.BARS);
        long openedAt = grid.start(grid.barAt(frame.tick()));
        for (PairRow row : frame.listed()) {
            PairQuote bar = row.quote();
            if (bar.present()) {
                rows.row()
                        .set(0, frame.tick())
                        .set(1, row.pair())
                        .set(2, openedAt)
                        .set(3, bar.open())
                        .set(4, bar.high())
                        .set(5, bar.low())
                        .set(6, bar.close())
                        .set(7, bar.volume())
                        .set(8, bar.quoteVolume());
            }
        }
        return rows.rows() == 0 ? Optional.empty() : Optional.of(rows.build());
    }

    Optional<RowBatch> labels(Frame frame, TickGrid grid) {
        RowBuilder rows = new RowBuilder(Datasets.LABELS);
        for (PairRow row : frame.rows()) {
            for (MaturedLabel matured : row.labels()) {
                add(rows, row.pair(), matured, frame.tick(), grid);
            }
        }
        return rows.rows() == 0 ? Optional.empty() : Optional.of(rows.build());
    }

    private static void add(RowBuilder rows, String pair, MaturedLabel matured, long tick, TickGrid grid) {
        Label label = matured.label();
        rows.row()
                .set(0, grid.tick(label.bar()))
                .set(1, pair)
                .set(2, new Horizon(matured.horizonHours()).label())
                .set(3, tick)
                .set(4, label.value())
                .set(5, label.scaled())
                .set(6, label.status().code())
                .set(7, label.entryPrice())
                .set(8, label.exitPrice())
                .set(9, label.entryLagMillis())
                .set(10, label.afterKnown());
    }
}

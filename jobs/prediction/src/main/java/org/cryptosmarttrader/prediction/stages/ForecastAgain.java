package org.cryptosmarttrader.prediction.stages;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.cryptosmarttrader.book.PairQuote;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.prediction.flow.Frame;
import org.cryptosmarttrader.prediction.flow.PairRow;
import org.cryptosmarttrader.prediction.scoring.ModelPool;
import org.cryptosmarttrader.prediction.scoring.ModelsInForce;
import org.cryptosmarttrader.prediction.scoring.TamperedModelException;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;

/**
 * What a model says of a feature row that was written, by the code that said it in the job. Keeps the models it was asked about
 * open until it is closed. Not thread-safe.
 */
public final class ForecastAgain implements AutoCloseable {

    private final FeatureCatalog catalog;
    private final FrameScorer scorer;
    private final ModelPool models = new ModelPool();

    /**
     * @param catalog the row's columns
     * @param grid the run's
     */
    public ForecastAgain(FeatureCatalog catalog, TickGrid grid) {
        this.catalog = catalog;
        this.scorer = new FrameScorer(catalog, grid);
    }

    /**
     * Scores a row.
     *
     * @param features rows of the dataset features, all columns of the catalogue
     * @param row the one asked about
     * @param announcement of the model, as it was when the model came into use
     * @param activatedAt instant from which the model was in use
     * @return one row of the dataset forecasts
     * @throws TamperedModelException if the model's file is not the one its card names
     * @throws IOException if the file cannot be read, or scores nothing
     */
    public RowBatch of(RowBatch features, int row, ModelAnnouncement announcement, long activatedAt)
            throws IOException, TamperedModelException {
        scorer.begin(frame(features, row));
        ModelsInForce.Active active = new ModelsInForce.Active(announcement, activatedAt, "", "");
        return ForecastRowsOut.rows(features.longs(0)[row], active, scorer.score(active, models.model(announcement)));
    }

    /** The row as the job had it; of the pair's market only the age of its newest bar reaches a forecast. */
    private Frame frame(RowBatch features, int row) {
        long tick = features.longs(0)[row];
        String pair = features.strings(1)[row];
        double[] values = new double[catalog.size()];
        for (int column = 0; column < values.length; column++) {
            values[column] = features.doubles(Datasets.FEATURES_FROM + column)[row];
        }
        double none = Double.NaN;
        PairQuote quote = new PairQuote(
                pair, false, none, none, none, none, none, none, none, none, none, none, (int) features.longs(2)[row]);
        PairRow only = new PairRow(
                pair, tick, true, values, new double[0], quote, (int) features.longs(3)[row], List.of(), new byte[0]);
        TreeMap<String, Frame.Group> groups = new TreeMap<>();
        groups.put(
                Symbols.quote(pair),
                new Frame.Group((int) features.longs(4)[row], Sha256.parse(features.strings(7)[row])));
        return new Frame(tick, List.of(only), groups);
    }

    @Override
    public void close() {
        models.close();
    }
}

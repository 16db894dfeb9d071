package org.cryptosmarttrader.serving.report;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cryptosmarttrader.serving.rows.DayRows;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/** The bars that orders were filled in, and how volatile their pairs were then: what the execution model reckoned with. */
final class FillMarkets {

    /** Volatility that the execution model goes by. */
    private static final String VOLATILITY = "rv_cc_24";

    /** A pair at a tick. */
    record At(String pair, long tick) {}

    /**
     * @param volume of the bar in quote currency, close times volume where its source does not say; NaN if no bar came
     * @param volatility of an hour; NaN if unknown
     */
    record Market(double volume, double volatility) {

        static final Market UNKNOWN = new Market(Double.NaN, Double.NaN);

        boolean isKnown() {
            return volume > 0 && !Double.isNaN(volatility);
        }
    }

    private final DayRows bars;
    private final DayRows features;
    private final double rootHour;

    FillMarkets(RunFolder run) {
        this.bars = new DayRows(run, Datasets.BARS, "close", "volume", "quote_volume");
        this.features = run.manifest().features().contains(VOLATILITY) ? new DayRows(run, columns(), VOLATILITY) : null;
        this.rootHour = Math.sqrt((double) TickGrid.HOUR / run.manifest().tickIntervalMillis());
    }

    private static RowSchema columns() {
        return new RowSchema(
                "features",
                List.of(
                        ColumnSpec.instant(Datasets.DECISION_AT, "decision instant"),
                        ColumnSpec.text(Datasets.PAIR, "canonical pair"),
                        ColumnSpec.number(VOLATILITY, "per sqrt(bar)", "of the last 24 bars")),
                List.of(Datasets.PAIR, Datasets.DECISION_AT),
                Datasets.DECISION_AT);
    }

    /** What is known of some of a day's pairs and ticks. */
    Map<At, Market> of(long day, Set<At> wanted) throws IOException {
        Map<At, Double> volatilities = volatilities(day, wanted);
        Map<At, Market> markets = new HashMap<>();
        RowBatch rows = bars.of(day);
        for (int row = 0; row < rows.rows(); row++) {
            At at = at(bars, rows, row);
            if (wanted.contains(at)) {
                double quoteVolume = rows.doubles(bars.column("quote_volume"))[row];
                double traded = rows.doubles(bars.column("close"))[row] * rows.doubles(bars.column("volume"))[row];
                markets.put(
                        at,
                        new Market(
                                Double.isNaN(quoteVolume) ? traded : quoteVolume,
                                volatilities.getOrDefault(at, Double.NaN)));
            }
        }
        return markets;
    }

    private Map<At, Double> volatilities(long day, Set<At> wanted) throws IOException {
        Map<At, Double> volatilities = new HashMap<>();
        if (features == null) {
            return volatilities;
        }
        RowBatch rows = features.of(day);
        for (int row = 0; row < rows.rows(); row++) {
            At at = at(features, rows, row);
            if (wanted.contains(at)) {
                volatilities.put(at, rows.doubles(features.column(VOLATILITY))[row] * rootHour);
            }
        }
        return volatilities;
    }

    private static At at(DayRows columns, RowBatch rows, int row) {
        return new At(
                rows.strings(columns.column(Datasets.PAIR))[row],
                rows.longs(columns.column(Datasets.DECISION_AT))[row]);
    }
}

package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/**
 * What trading needs to know of a pair at a tick: the bar decided on, and how it trades. NaN where no bar came.
 *
 * @param fillPrice first price an order decided a bar before could fill at; NaN if bars come ready-made, 0 if none traded
 * @param meanQuoteVolume traded value per bar over the last 24 bars, in quote currency
 * @param staleBars bars since the newest bar that came, 0 if it is the one decided on
 */
public record Quote(
        double open,
        double high,
        double low,
        double close,
        double quoteVolume,
        double fillPrice,
        double meanQuoteVolume,
        int staleBars) {

    private static final int VOLUME_BARS = 24;

    /** What a pair's history says at its decision. */
    public static Quote of(History history) {
        return new Quote(
                history.now(Column.OPEN),
                history.now(Column.HIGH),
                history.now(Column.LOW),
                history.now(Column.CLOSE),
                tradedValue(history, 0),
                history.now(Column.FILL_PRICE),
                meanTradedValue(history),
                history.staleness());
    }

    /** The recorded quote volume, or volume times close where the source has none. */
    private static double tradedValue(History history, int ago) {
        double recorded = history.at(Column.QUOTE_VOLUME, ago);
        return Double.isNaN(recorded) ? history.at(Column.VOLUME, ago) * history.at(Column.CLOSE, ago) : recorded;
    }

    private static double meanTradedValue(History history) {
        double[] values = new double[VOLUME_BARS];
        for (int ago = 0; ago < VOLUME_BARS; ago++) {
            values[VOLUME_BARS - 1 - ago] = tradedValue(history, ago);
        }
        return Window.of(values).mean();
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(open);
        out.writeDouble(high);
        out.writeDouble(low);
        out.writeDouble(close);
        out.writeDouble(quoteVolume);
        out.writeDouble(fillPrice);
        out.writeDouble(meanQuoteVolume);
        out.writeInt(staleBars);
    }

    static Quote read(DataInput in) throws IOException {
        return new Quote(
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readInt());
    }
}

package org.cryptosmarttrader.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.strategy.Outlook;

/**
 * A judged forecast as the book reads it. A number that is unknown is NaN.
 *
 * @param pair e.g. {@code BTC/USD}
 * @param horizon of the forecast
 * @param probabilityUp calibrated probability of a positive return, in [0, 1]
 * @param expectedReturn log return over the horizon
 * @param upper end of the interval of the log return
 * @param volatility standard deviation of the log return over the horizon
 * @param regime state of the market of the quote currency, e.g. {@code HIGH/DOWN}
 * @param passesGated whether every gate passes
 * @param passesResearch whether the gates of the lane RESEARCH pass
 */
public record Signal(
        String pair,
        Horizon horizon,
        double probabilityUp,
        double expectedReturn,
        double upper,
        double volatility,
        String regime,
        boolean passesGated,
        boolean passesResearch) {

    /** @throws IllegalArgumentException if the probability is outside [0, 1] */
    public Signal {
        if (probabilityUp < 0 || probabilityUp > 1) {
            throw new IllegalArgumentException("signal %s %s: probability %s, expected 0 to 1 or NaN"
                    .formatted(pair, horizon.label(), probabilityUp));
        }
    }

    /** Whether the gates of a lane pass. */
    public boolean passes(Lane lane) {
        return lane == Lane.GATED ? passesGated : passesResearch;
    }

    public void write(DataOutput out) throws IOException {
        out.writeUTF(pair);
        out.writeInt(horizon.hours());
        out.writeDouble(probabilityUp);
        out.writeDouble(expectedReturn);
        out.writeDouble(upper);
        out.writeDouble(volatility);
        out.writeUTF(regime);
        out.writeBoolean(passesGated);
        out.writeBoolean(passesResearch);
    }

    public static Signal read(DataInput in) throws IOException {
        return new Signal(
                in.readUTF(),
                new Horizon(in.readInt()),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readUTF(),
                in.readBoolean(),
                in.readBoolean());
    }

    Outlook outlook(Lane lane, double roundTripCost, boolean horizonOver, Outlook.Recent recent) {
        return new Outlook(
                pair,
                horizon,
                passes(lane),
                probabilityUp,
                expectedReturn,
                upper,
                volatility,
                roundTripCost,
                horizonOver,
                recent);
    }
}

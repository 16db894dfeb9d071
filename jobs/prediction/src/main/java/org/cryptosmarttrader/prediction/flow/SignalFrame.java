package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What one horizon's verdicts of a tick mean for trading.
 *
 * @param signals by pair, ascending
 */
public record SignalFrame(long tick, int horizonHours, List<Signal> signals) {

    /**
     * @param pUp calibrated probability of a positive return
     * @param expectedReturn log return
     * @param sigma volatility over the horizon, log return
     * @param gated whether the lane GATED may act on it
     * @param research whether the lane RESEARCH may act on it
     */
    public record Signal(
            String pair, double pUp, double expectedReturn, double sigma, boolean gated, boolean research) {}

    static final class Bytes implements Codec<SignalFrame> {
        @Override
        public Class<SignalFrame> type() {
            return SignalFrame.class;
        }

        @Override
        public void write(SignalFrame frame, DataOutput out) throws IOException {
            out.writeLong(frame.tick);
            out.writeInt(frame.horizonHours);
            out.writeInt(frame.signals.size());
            for (Signal signal : frame.signals) {
                out.writeUTF(signal.pair());
                out.writeDouble(signal.pUp());
                out.writeDouble(signal.expectedReturn());
                out.writeDouble(signal.sigma());
                out.writeBoolean(signal.gated());
                out.writeBoolean(signal.research());
            }
        }

        @Override
        public SignalFrame read(DataInput in) throws IOException {
            long tick = in.readLong();
            int horizonHours = in.readInt();
            List<Signal> signals = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                signals.add(new Signal(
                        in.readUTF(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readBoolean(),
                        in.readBoolean()));
            }
            return new SignalFrame(tick, horizonHours, signals);
        }
    }
}

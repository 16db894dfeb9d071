package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One horizon's view of a tick: what its model forecasts, and the labels of earlier forecasts that matured.
 *
 * @param model SHA-256 of the model used, hexadecimal; empty if none was active
 * @param forecasts by pair, ascending; none without a model
 * @param outcomes by pair, ascending
 */
public record HorizonFrame(
        long tick, int horizonHours, String model, List<Forecast> forecasts, List<Outcome> outcomes) {

    /**
     * @param sigma volatility known at the decision over the horizon, log return; NaN if unknown
     * @param scaledReturn expected return in units of sigma
     * @param pUp probability of a positive return as the model says
     * @param novelty share of training rows less unusual than this one
     * @param missingShare features of the model that are missing
     * @param mandatoryPresent whether no feature is missing that the pair's own market should give
     * @param staleBars bars since the newest one that came
     * @param predictionId hexadecimal
     */
    public record Forecast(
            String pair,
            double sigma,
            double scaledReturn,
            double pUp,
            double novelty,
            double missingShare,
            boolean mandatoryPresent,
            int staleBars,
            String predictionId) {}

    /** A label that matured. */
    public record Outcome(String pair, MaturedLabel label) {}

    static final class Bytes implements Codec<HorizonFrame> {
        @Override
        public Class<HorizonFrame> type() {
            return HorizonFrame.class;
        }

        @Override
        public void write(HorizonFrame frame, DataOutput out) throws IOException {
            out.writeLong(frame.tick);
            out.writeInt(frame.horizonHours);
            out.writeUTF(frame.model);
            out.writeInt(frame.forecasts.size());
            for (Forecast forecast : frame.forecasts) {
                write(forecast, out);
            }
            out.writeInt(frame.outcomes.size());
            for (Outcome outcome : frame.outcomes) {
                out.writeUTF(outcome.pair());
                outcome.label().write(out);
            }
        }

        private static void write(Forecast forecast, DataOutput out) throws IOException {
            out.writeUTF(forecast.pair());
            out.writeDouble(forecast.sigma());
            out.writeDouble(forecast.scaledReturn());
            out.writeDouble(forecast.pUp());
            out.writeDouble(forecast.novelty());
            out.writeDouble(forecast.missingShare());
            out.writeBoolean(forecast.mandatoryPresent());
            out.writeInt(forecast.staleBars());
            out.writeUTF(forecast.predictionId());
        }

        @Override
        public HorizonFrame read(DataInput in) throws IOException {
            long tick = in.readLong();
            int horizonHours = in.readInt();
            String model = in.readUTF();
            List<Forecast> forecasts = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                forecasts.add(readForecast(in));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                outcomes.add(new Outcome(in.readUTF(), MaturedLabel.read(in)));
            }
            return new HorizonFrame(tick, horizonHours, model, forecasts, outcomes);
        }

        private static Forecast readForecast(DataInput in) throws IOException {
            return new Forecast(
                    in.readUTF(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readBoolean(),
                    in.readInt(),
                    in.readUTF());
        }
    }
}

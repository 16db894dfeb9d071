package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Numbers;
import org.cryptosmarttrader.drift.ColumnDrift;
import org.cryptosmarttrader.judgement.Forecast;
import org.cryptosmarttrader.judgement.HorizonJudge.Outcome;
import org.cryptosmarttrader.judgement.Slate;
import org.cryptosmarttrader.statements.Statement;
import org.cryptosmarttrader.uncertainty.Novelty;

/**
 * One horizon's view of a tick, in one statement: what the models of it forecast, and what became of earlier forecasts.
 *
 * @param statement what is forecast of the pairs: {@code up}, or another; of another, outcomes are 1 or −1
 * @param model SHA-256 of the model whose forecasts are judged, hexadecimal; empty if none was active or it failed
 * @param forecasts by pair, ascending; none if no champion could be scored, without numbers if only the one judged failed
 * @param members champions that could be scored, by what they say of the pairs
 * @param outcomes by pair, ascending
 * @param markets what tells the state of the market, by quote currency
 * @param rows feature rows of the tick, all pairs
 * @param drift how far columns have drifted; null in the frames of pairs, all there is in those of columns
 */
public record HorizonFrame(
        long tick,
        int horizonHours,
        String statement,
        String model,
        List<Forecast> forecasts,
        List<Slate.Member> members,
        List<Outcome> outcomes,
        SortedMap<String, MarketReading> markets,
        int rows,
        ColumnDrift drift) {

    /** A tick's forecasts and outcomes. */
    public HorizonFrame(
            long tick,
            int horizonHours,
            String statement,
            String model,
            List<Forecast> forecasts,
            List<Slate.Member> members,
            List<Outcome> outcomes,
            SortedMap<String, MarketReading> markets,
            int rows) {
        this(tick, horizonHours, statement, model, forecasts, members, outcomes, markets, rows, null);
    }

    /** Only how far the columns of the model to be judged have drifted. */
    public static HorizonFrame ofColumns(long tick, int horizonHours, String statement, ColumnDrift drift) {
        return new HorizonFrame(
                tick,
                horizonHours,
                statement,
                "",
                List.of(),
                List.of(),
                List.of(),
                Collections.emptySortedMap(),
                0,
                drift);
    }

    /** Horizon and statement: what is judged by itself. */
    public String key() {
        return "%dh %s".formatted(horizonHours, statement);
    }

    /** Whether it is of the direction of returns: the one that is traded on. */
    public boolean isOfDirection() {
        return statement.equals(Statement.UP);
    }

    /** Whether it tells of columns only. */
    public boolean isOfColumns() {
        return drift != null;
    }

    /**
     * What tells the state of the market of one quote currency.
     *
     * @param volRatio {@code vol_ratio} of BTC, NaN if it is missing
     * @param trendStrength {@code trend_strength} of BTC, NaN if it is missing
     */
    public record MarketReading(double volRatio, double trendStrength) {}

    static final class Bytes implements Codec<HorizonFrame> {
        @Override
        public Class<HorizonFrame> type() {
            return HorizonFrame.class;
        }

        @Override
        public void write(HorizonFrame frame, DataOutput out) throws IOException {
            out.writeLong(frame.tick);
            out.writeInt(frame.horizonHours);
            out.writeUTF(frame.statement);
            writeDrift(frame.drift, out);
            out.writeInt(frame.rows);
            out.writeUTF(frame.model);
            out.writeInt(frame.forecasts.size());
            for (Forecast forecast : frame.forecasts) {
                write(forecast, out);
            }
            out.writeInt(frame.members.size());
            for (Slate.Member member : frame.members) {
                out.writeUTF(member.name());
                Numbers.write(out, member.probabilities());
            }
            out.writeInt(frame.outcomes.size());
            for (Outcome outcome : frame.outcomes) {
                out.writeUTF(outcome.pair());
                new MaturedLabel(frame.horizonHours, outcome.label()).write(out);
            }
            out.writeInt(frame.markets.size());
            for (Map.Entry<String, MarketReading> market : frame.markets.entrySet()) {
                out.writeUTF(market.getKey());
                out.writeDouble(market.getValue().volRatio());
                out.writeDouble(market.getValue().trendStrength());
            }
        }

        private static void write(Forecast forecast, DataOutput out) throws IOException {
            out.writeUTF(forecast.pair());
            out.writeDouble(forecast.sigma());
            out.writeDouble(forecast.scaledReturn());
            out.writeDouble(forecast.pUp());
            writeNovelty(forecast.novelty(), out);
            out.writeUTF(forecast.missingGroups());
            out.writeInt(forecast.missingMandatory());
            out.writeInt(forecast.staleBars());
            out.writeUTF(forecast.predictionId());
        }

        private static void writeNovelty(Novelty.Reading novelty, DataOutput out) throws IOException {
            out.writeBoolean(novelty != null);
            if (novelty != null) {
                out.writeDouble(novelty.distance());
                out.writeDouble(novelty.missingShare());
                out.writeDouble(novelty.novelty());
            }
        }

        private static Novelty.Reading readNovelty(DataInput in) throws IOException {
            return in.readBoolean() ? new Novelty.Reading(in.readDouble(), in.readDouble(), in.readDouble()) : null;
        }

        private static void writeDrift(ColumnDrift drift, DataOutput out) throws IOException {
            out.writeBoolean(drift != null);
            if (drift != null) {
                out.writeUTF(drift.model());
                out.writeDouble(drift.share());
            }
        }

        private static ColumnDrift readDrift(DataInput in) throws IOException {
            return in.readBoolean() ? new ColumnDrift(in.readUTF(), in.readDouble()) : null;
        }

        @Override
        public HorizonFrame read(DataInput in) throws IOException {
            long tick = in.readLong();
            int horizonHours = in.readInt();
            String statement = in.readUTF();
            ColumnDrift drift = readDrift(in);
            int rows = in.readInt();
            String model = in.readUTF();
            List<Forecast> forecasts = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                forecasts.add(readForecast(in));
            }
            List<Slate.Member> members = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                members.add(new Slate.Member(in.readUTF(), Numbers.readDoubles(in)));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                outcomes.add(new Outcome(in.readUTF(), MaturedLabel.read(in).label()));
            }
            SortedMap<String, MarketReading> markets = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                markets.put(in.readUTF(), new MarketReading(in.readDouble(), in.readDouble()));
            }
            return new HorizonFrame(
                    tick, horizonHours, statement, model, forecasts, members, outcomes, markets, rows, drift);
        }

        private static Forecast readForecast(DataInput in) throws IOException {
            return new Forecast(
                    in.readUTF(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    readNovelty(in),
                    in.readUTF(),
                    in.readInt(),
                    in.readInt(),
                    in.readUTF());
        }
    }
}

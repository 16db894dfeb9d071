package org.cryptosmarttrader.regimes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * How agitated the market of one quote currency is and where it tends, by BTC: the context of a verdict. What it was stays
 * until the other's entry level is met, so a run's genesis is part of it.
 *
 * <p>Mutable, not thread-safe; part of the state of one key. See docs/glossary.md, regime.
 */
public final class MarketRegime {

    private final long interval;
    private final VolatilityRegime volatility;
    private final TrendRegime trend;

    /** @param interval of the ticks, milliseconds */
    public MarketRegime(long interval) {
        this.interval = interval;
        this.volatility = new VolatilityRegime(VolatilityRegime.STANDARD, interval);
        this.trend = new TrendRegime(TrendRegime.STANDARD, interval);
    }

    /**
     * Takes the values of a tick.
     *
     * @param volRatio {@code vol_ratio} of BTC, NaN if it is missing
     * @param trendStrength {@code trend_strength} of BTC, NaN if it is missing
     * @throws IllegalArgumentException if the tick is not behind that of the newest value
     */
    public void take(long tick, double volRatio, double trendStrength) {
        volatility.take(tick, volRatio);
        trend.take(tick, trendStrength);
    }

    /** Both states, e.g. {@code HIGH/DOWN}. */
    public String state() {
        return volatility.state() + "/" + trend.state();
    }

    /** Of a market of which nothing was ever known. */
    public static String unknown() {
        return VolatilityState.UNKNOWN + "/" + TrendState.UNKNOWN;
    }

    /** Whether both states of a regime are known. */
    public static boolean isKnown(String regime) {
        return !regime.contains(VolatilityState.UNKNOWN.name());
    }

    /** Every regime that is known, e.g. {@code LOW/UP}. */
    public static List<String> all() {
        return Stream.of(VolatilityState.values())
                .flatMap(volatility -> Stream.of(TrendState.values()).map(trend -> volatility + "/" + trend))
                .filter(MarketRegime::isKnown)
                .toList();
    }

    public MarketRegime copy() {
        MarketRegime copy = new MarketRegime(interval);
        copy.volatility.takeOver(volatility);
        copy.trend.takeOver(trend);
        return copy;
    }

    public void write(DataOutput out) throws IOException {
        out.writeLong(interval);
        volatility.write(out);
        trend.write(out);
    }

    public static MarketRegime read(DataInput in) throws IOException {
        MarketRegime read = new MarketRegime(in.readLong());
        read.volatility.read(in);
        read.trend.read(in);
        return read;
    }
}

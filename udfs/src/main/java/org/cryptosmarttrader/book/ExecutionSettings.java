package org.cryptosmarttrader.book;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.SettingFaults;
import org.cryptosmarttrader.gates.Lane;

/**
 * Who executes orders, and how it is done on paper. Stands in conf/execution.yaml.
 *
 * @param latencyMillis from the decision to the venue, at least 0
 * @param spread assumed where none is recorded, a fraction of the price in [0, 1)
 * @param impact factor before volatility times the root of the share of the bar's volume, at least 0
 * @param participation largest share of a bar's quote volume, in (0, 1]
 * @param maxBars bars an order may fill in, at least 1
 * @param minimumTrade smallest change of a position, a fraction of equity in (0, 1)
 * @param costMethod which lots a sale uses up
 * @param fees of pairs whose own are unknown
 * @param capital deposit of each account by quote currency, above 0; each lane has its own
 * @param broker of the lane GATED
 */
public record ExecutionSettings(
        long latencyMillis,
        double spread,
        double impact,
        double participation,
        int maxBars,
        double minimumTrade,
        CostMethod costMethod,
        FeeSchedule fees,
        SortedMap<String, BigDecimal> capital,
        Broker broker)
        implements Serializable {

    /** Milliseconds; a round trip to the venue and its matching, with room. */
    public static final long LATENCY_MILLIS = 1_000;

    /** Fraction of the price; wider than liquid pairs quote, so that an assumed spread flatters nobody. */
    public static final double SPREAD = 0.0010;

    /** No unit; the square-root law with one hour's volatility as its scale. */
    public static final double IMPACT = 1;

    /** Share of a bar's quote volume; above it the formula for slippage is not to be trusted. */
    public static final double PARTICIPATION = 0.05;

    /** Bars; after three hours a decision on an hourly bar is old. */
    public static final int MAX_BARS = 3;

    /** Fraction of equity; below it a trade costs more than it corrects. */
    public static final double MINIMUM_TRADE = 0.005;

    /** @throws IllegalArgumentException naming every setting out of range */
    public ExecutionSettings {
        capital = Collections.unmodifiableSortedMap(new TreeMap<>(capital));
        SettingFaults faults = new SettingFaults("conf/execution.yaml");
        faults.require(latencyMillis >= 0, "latencyMillis", latencyMillis, "milliseconds of at least 0; write 1000");
        faults.require(spread >= 0 && spread < 1, "spread", spread, "a fraction in [0, 1); write 0.0010");
        faults.require(impact >= 0 && Double.isFinite(impact), "impact", impact, "a factor of at least 0; write 1");
        faults.require(
                participation > 0 && participation <= 1,
                "participation",
                participation,
                "a share in (0, 1]; write 0.05");
        faults.require(maxBars >= 1, "maxBars", maxBars, "a number of at least 1; write 3");
        faults.require(
                minimumTrade > 0 && minimumTrade < 1,
                "minimumTrade",
                minimumTrade,
                "a fraction in (0, 1); write 0.005");
        faults.require(!capital.isEmpty(), "capital", capital, "a deposit by quote currency; write USD: 10000");
        capital.forEach((quote, deposit) ->
                faults.require(deposit.signum() > 0, "capital." + quote, deposit, "an amount above 0; write 10000"));
        faults.throwIfAny();
    }

    public static ExecutionSettings defaults(FeeSchedule fees, SortedMap<String, BigDecimal> capital) {
        return new ExecutionSettings(
                LATENCY_MILLIS,
                SPREAD,
                IMPACT,
                PARTICIPATION,
                MAX_BARS,
                MINIMUM_TRADE,
                CostMethod.FIFO,
                fees,
                capital,
                Broker.PAPER);
    }

    /** Whether a venue executes the orders of a lane. */
    boolean isAtVenue(Lane lane) {
        return lane == Lane.GATED && broker == Broker.VENUE;
    }
}

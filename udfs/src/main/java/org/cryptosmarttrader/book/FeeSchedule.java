package org.cryptosmarttrader.book;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.domain.SettingFaults;

/**
 * Fees in per cent by own volume of the last 30 days: the highest tier whose threshold is not above the volume.
 *
 * @param taker tiers of orders that take liquidity, thresholds ascending from 0
 * @param maker tiers of orders that rest; may be negative
 */
public record FeeSchedule(List<Tier> taker, List<Tier> maker) implements Serializable {

    /** Days over which own volume counts. */
    public static final int VOLUME_DAYS = 30;

    /**
     * @param volume from which the tier holds, in the fee currency
     * @param percent of the notional
     */
    public record Tier(BigDecimal volume, BigDecimal percent) implements Serializable {}

    /** @throws IllegalArgumentException if a table does not rise from 0 */
    public FeeSchedule {
        taker = List.copyOf(taker);
        maker = List.copyOf(maker);
        new SettingFaults("conf/execution.yaml")
                .require(risesFromZero(taker), "fees.taker", taker, "[volume, per cent] rising from volume 0")
                .require(risesFromZero(maker), "fees.maker", maker, "[volume, per cent] rising from volume 0")
                .throwIfAny();
    }

    /** Kraken's spot table as its recorded AssetPairs reply of November 2025 states it; volumes in USD. */
    public static FeeSchedule kraken() {
        String[] volumes = {
            "0", "10000", "50000", "100000", "250000", "500000", "1000000", "2500000", "5000000", "10000000"
        };
        String[] taker = {"0.4", "0.35", "0.24", "0.22", "0.2", "0.18", "0.16", "0.14", "0.12", "0.1"};
        String[] maker = {"0.25", "0.2", "0.14", "0.12", "0.1", "0.08", "0.06", "0.04", "0.02", "0"};
        return new FeeSchedule(tiers(volumes, taker), tiers(volumes, maker));
    }

    public BigDecimal takerPercent(BigDecimal volume) {
        return percent(taker, volume);
    }

    public BigDecimal makerPercent(BigDecimal volume) {
        return percent(maker, volume);
    }

    /** The fee on a notional, rounded half-up. */
    static BigDecimal fee(BigDecimal notional, BigDecimal percent, int costDecimals) {
        return notional.multiply(percent).movePointLeft(2).setScale(costDecimals, RoundingMode.HALF_UP);
    }

    private static BigDecimal percent(List<Tier> tiers, BigDecimal volume) {
        BigDecimal percent = tiers.get(0).percent();
        for (Tier tier : tiers) {
            if (tier.volume().compareTo(volume) <= 0) {
                percent = tier.percent();
            }
        }
        return percent;
    }

    private static boolean risesFromZero(List<Tier> tiers) {
        if (tiers.isEmpty() || tiers.get(0).volume().signum() != 0) {
            return false;
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i - 1).volume().compareTo(tiers.get(i).volume()) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static List<Tier> tiers(String[] volumes, String[] percents) {
        List<Tier> tiers = new ArrayList<>();
        for (int i = 0; i < volumes.length; i++) {
            tiers.add(new Tier(new BigDecimal(volumes[i]), new BigDecimal(percents[i])));
        }
        return tiers;
    }
}

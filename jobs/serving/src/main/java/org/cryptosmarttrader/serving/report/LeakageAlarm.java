package org.cryptosmarttrader.serving.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.cryptosmarttrader.domain.Horizon;

/**
 * Results that are too good to be true. Honest walk-forward runs on prices reach an area under the curve of .54 at 24 h and
 * rank correlations within ±.1 at 168 h and ±.25 at 720 h; whoever finds more should look for a leak before believing it.
 *
 * <p>Short runs stray further than these limits by luck alone. So the figure itself is held against its limit only if its
 * outcomes cover {@value #ENOUGH_DAYS} days, a year less what its longest horizon leaves open; in a shorter run with {@value
 * #FEWEST_OUTCOMES} independent outcomes or more, the near end of its 95 % interval is. See docs/decisions.
 */
final class LeakageAlarm {

    static final int ENOUGH_DAYS = 300;
    static final int FEWEST_OUTCOMES = 30;

    private static final double AREA_24H = 0.58;
    private static final double CORRELATION_168H = 0.15;
    private static final double CORRELATION_720H = 0.30;

    private LeakageAlarm() {}

    /** What should be looked into, in words; empty if nothing. */
    static List<String> of(SortedMap<String, HorizonReport> horizons) {
        List<String> alarms = new ArrayList<>();
        horizons.forEach((name, horizon) ->
                of(name, horizon.skill(), horizon.independentOutcomes()).ifPresent(alarms::add));
        return alarms;
    }

    static Optional<String> of(String name, SkillReport skill, double independentOutcomes) {
        Horizon horizon = Horizon.parse(name);
        boolean isLong = independentOutcomes * horizon.hours() >= ENOUGH_DAYS * 24;
        if (!isLong && independentOutcomes < FEWEST_OUTCOMES) {
            return Optional.empty();
        }
        return switch (horizon.hours()) {
            case 24 -> alarm(name, "area under the ROC curve", isLong ? skill.auc() : skill.aucLower(), AREA_24H);
            case 168 -> alarm(name, "rank correlation", correlation(skill, isLong), CORRELATION_168H);
            case 720 -> alarm(name, "rank correlation", correlation(skill, isLong), CORRELATION_720H);
            default -> Optional.empty();
        };
    }

    /** How far from 0 it is, or its interval's nearer end; null if not known. */
    private static Double correlation(SkillReport skill, boolean isLong) {
        if (isLong) {
            return skill.pooledIc() == null ? null : Double.valueOf(Math.abs(skill.pooledIc()));
        }
        if (skill.pooledIcLower() == null) {
            return null;
        }
        return Math.max(skill.pooledIcLower(), -skill.pooledIcUpper());
    }

    private static Optional<String> alarm(String horizon, String figure, Double value, double limit) {
        return value == null || value <= limit
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s: %s %.3f is beyond %.2f, more than honest forecasts on prices reach; look for a leak before believing any figure of this run",
                        horizon,
                        figure,
                        value,
                        limit));
    }
}

package org.cryptosmarttrader.features.calendar;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.time.UtcDays;

/**
 * Day of the week in UTC at the end of the bar decided on, as a point of a circle: the sine or cosine of 2π·day/7.
 *
 * <p>Columns {@code dow_sin}, {@code dow_cos}.
 *
 * @param phase coordinate
 */
public record DayOfWeek(Phase phase) implements Feature {

    /** 1970-01-05. */
    private static final long FIRST_MONDAY = 4;

    @Override
    public String name() {
        return "dow_" + phase.suffix();
    }

    @Override
    public String unit() {
        return "coordinate";
    }

    @Override
    public Range range() {
        return Range.SIGNED_UNIT;
    }

    @Override
    public String meaning() {
        return "%s of 2π/7 times the day of the week, Monday 0, in UTC at the end of the bar; cyclic coding"
                .formatted(phase.term());
    }

    @Override
    public GapClass gapClass() {
        return GapClass.TIME;
    }

    @Override
    public int memoryBars() {
        return 1;
    }

    @Override
    public String source() {
        return "clock";
    }

    @Override
    public String availability() {
        return "the decision instant says it";
    }

    @Override
    public double value(History history) {
        long end = history.grid().end(history.bar());
        return phase.of(Math.floorMod(UtcDays.dayOf(end) - FIRST_MONDAY, 7) / 7.0);
    }
}

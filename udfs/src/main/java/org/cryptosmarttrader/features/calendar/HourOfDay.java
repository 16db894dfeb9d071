package org.cryptosmarttrader.features.calendar;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.features.Range;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.time.TickGrid;

/**
 * Hour of the day in UTC at the end of the bar decided on, as a point of a circle: the sine or cosine of 2π·hour/24.
 *
 * <p>Columns {@code hour_sin}, {@code hour_cos}.
 *
 * @param phase coordinate
 */
public record HourOfDay(Phase phase) implements Feature {

    @Override
    public String name() {
        return "hour_" + phase.suffix();
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
        return "%s of 2π/24 times the hour of the day in UTC at the end of the bar; cyclic coding"
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
        return phase.of(Math.floorMod(end, TickGrid.DAY) / TickGrid.HOUR / 24.0);
    }
}

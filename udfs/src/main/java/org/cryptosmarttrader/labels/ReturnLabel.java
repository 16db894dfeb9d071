package org.cryptosmarttrader.labels;

import java.util.Optional;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.features.price.CloseToCloseVolatility;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.time.TickGrid;

/**
 * Log return from the first price after a decision to the last close within the horizon, as it stands when the horizon's
 * last bar is decided on. Small gaps at either end are bridged and flagged, larger ones leave no label.
 *
 * @param horizon how far ahead the decision looked
 * @param bars the horizon in bars of the grid
 * @param gapBars gap tolerated at entry and exit
 */
public record ReturnLabel(Horizon horizon, int bars, int gapBars) {

    /** Labels are scaled by the volatility over this many bars. */
    private static final CloseToCloseVolatility VOLATILITY = new CloseToCloseVolatility(168);

    /** The label of a horizon on a grid: tolerated gap 0 at 1 h, 1 up to a day, 6 beyond. */
    public static ReturnLabel of(Horizon horizon, TickGrid grid) {
        int gap = horizon.hours() == 1 ? 0 : horizon.hours() <= 24 ? 1 : 6;
        return new ReturnLabel(horizon, horizon.bars(grid), gap);
    }

    /** Bars of history that the label rests on. */
    public int memoryBars() {
        return bars + VOLATILITY.memoryBars();
    }

    /** The label that matures at this tick; empty if the pair was not known yet at the decision. */
    public Optional<Label> maturing(History history) {
        if (!existedBefore(history)) {
            return Optional.empty();
        }
        int entry = firstPresent(history, bars - 1, Math.max(bars - 1 - gapBars, 0));
        if (entry < 0) {
            return Optional.of(missing(history, LabelStatus.ENTRY_GAP));
        }
        int exit = lastPresent(history, 0, Math.min(entry, gapBars));
        if (exit < 0) {
            return Optional.of(missing(history, LabelStatus.EXIT_GAP));
        }
        return Optional.of(label(history, entry, exit));
    }

    private boolean existedBefore(History history) {
        for (int ago = bars; ago < history.length(); ago++) {
            if (history.isPresent(ago)) {
                return true;
            }
        }
        return false;
    }

    /** The earliest bar present from {@code oldest} bars ago down to {@code newest} bars ago, or -1. */
    private int firstPresent(History history, int oldest, int newest) {
        for (int ago = oldest; ago >= newest; ago--) {
            if (isEntry(history, ago)) {
                return ago;
            }
        }
        return -1;
    }

    /** Whether a price of the bar can be had: of the bar after the decision only one behind the decision. */
    private boolean isEntry(History history, int ago) {
        boolean tradedOnlyBefore = ago == bars - 1 && history.at(Column.ENTRY_PRICE, ago) == 0;
        return history.isPresent(ago) && !tradedOnlyBefore;
    }

    private static int lastPresent(History history, int newest, int oldest) {
        for (int ago = newest; ago <= oldest; ago++) {
            if (history.isPresent(ago)) {
                return ago;
            }
        }
        return -1;
    }

    private Label missing(History history, LabelStatus status) {
        return new Label(history.bar() - bars, Double.NaN, Double.NaN, status, Double.NaN, Double.NaN, 0, false);
    }

    private Label label(History history, int entry, int exit) {
        boolean usesEntryPrice = entry == bars - 1 && history.at(Column.ENTRY_PRICE, entry) > 0;
        double entryPrice = history.at(usesEntryPrice ? Column.ENTRY_PRICE : Column.OPEN, entry);
        double exitPrice = history.at(Column.CLOSE, exit);
        double value = StrictMath.log(exitPrice / entryPrice);
        double scale = VOLATILITY.valueAt(history, bars) * Math.sqrt(bars);
        return new Label(
                history.bar() - bars,
                value,
                scale > 0 ? value / scale : Double.NaN,
                status(entry, exit),
                entryPrice,
                exitPrice,
                lag(history, entry, usesEntryPrice),
                usesEntryPrice || entry < bars - 1);
    }

    private LabelStatus status(int entry, int exit) {
        boolean late = entry < bars - 1;
        boolean stale = exit > 0;
        if (late) {
            return stale ? LabelStatus.ENTRY_LATE_EXIT_STALE : LabelStatus.ENTRY_LATE;
        }
        return stale ? LabelStatus.EXIT_STALE : LabelStatus.OK;
    }

    /** From the decision to the start of the entry bar; 0 where the entry is the first price behind the decision. */
    private long lag(History history, int entry, boolean usesEntryPrice) {
        TickGrid grid = history.grid();
        long decision = grid.tick(history.bar() - bars);
        return usesEntryPrice ? 0 : grid.start(history.bar() - entry) - decision;
    }
}

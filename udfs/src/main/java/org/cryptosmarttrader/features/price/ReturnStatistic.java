package org.cryptosmarttrader.features.price;

import org.cryptosmarttrader.features.Feature;
import org.cryptosmarttrader.features.GapClass;
import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;
import org.cryptosmarttrader.history.Window;

/** A number that the newest log returns alone say. */
interface ReturnStatistic extends Feature {

    /** Length of the window. */
    int bars();

    /** The value of a window that holds enough returns; absent ones are NaN. */
    double of(Window returns);

    @Override
    default GapClass gapClass() {
        return GapClass.RETURNS;
    }

    @Override
    default int memoryBars() {
        return bars() + 1;
    }

    @Override
    default double value(History history) {
        return gapClass().allows(history, bars()) ? of(history.window(Column.RETURN, bars())) : Double.NaN;
    }
}

package org.cryptosmarttrader.features;

import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;

/** How a feature treats absent bars. */
public enum GapClass {
    /** Needs the bar decided on and one other bar of the grid. */
    POINTS {
        @Override
        public boolean allows(History history, int bars, int ago) {
            return history.isPresent(ago) && history.isPresent(ago + bars);
        }
    },
    /** Needs nine tenths of the bars of its window, uses those present. */
    WINDOW {
        @Override
        public boolean allows(History history, int bars, int ago) {
            return history.isPresent(ago)
                    && history.window(Column.CLOSE, bars, ago).isCovered();
        }
    },
    /** Needs nine tenths of the returns of its window, never a return across a gap. */
    RETURNS {
        @Override
        public boolean allows(History history, int bars, int ago) {
            return history.isPresent(ago)
                    && history.window(Column.RETURN, bars, ago).isCovered();
        }
    },
    /** Recursive, seeded anew in 240 bars of which 180 must be present, as must nine tenths of the last 24. */
    RECURSIVE {
        @Override
        public boolean allows(History history, int bars, int ago) {
            return WINDOW.allows(history, RECENT_BARS, ago)
                    && history.window(Column.CLOSE, bars, ago).present() >= RECURSIVE_MINIMUM;
        }
    },
    /** Needs every bar of its window and the one before it. */
    FULL {
        @Override
        public boolean allows(History history, int bars, int ago) {
            return history.window(Column.RETURN, bars, ago).present() == bars;
        }
    },
    /** Needs the clock only. */
    TIME,
    /** Needs no bar: what is known beside prices, as of the decision. */
    AS_OF,
    /** Needs five members of the cross-section that have the input, and nothing of the pair itself. */
    CROSS_SECTION;

    /** Bars a recursive feature is seeded anew in. */
    public static final int RECURSIVE_BARS = 240;

    private static final int RECURSIVE_MINIMUM = 180;
    private static final int RECENT_BARS = 24;

    /** Whether a history has what this class needs of the newest {@code bars} bars, or of the bar that many before. */
    public final boolean allows(History history, int bars) {
        return allows(history, bars, 0);
    }

    /** The same as it was {@code ago} bars before the bar decided on. */
    public boolean allows(History history, int bars, int ago) {
        return true;
    }
}

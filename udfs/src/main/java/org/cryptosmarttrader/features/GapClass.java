package org.cryptosmarttrader.features;

import org.cryptosmarttrader.history.Column;
import org.cryptosmarttrader.history.History;

/** How a feature treats absent bars. */
public enum GapClass {
    POINTS("needs the bar decided on and one other bar of the grid") {
        @Override
        public boolean allows(History history, int bars, int ago) {
            return history.isPresent(ago) && history.isPresent(ago + bars);
        }
    },
    WINDOW("needs nine tenths of the bars of its window, uses those present") {
        @Override
        public boolean allows(History history, int bars, int ago) {
            return history.isPresent(ago)
                    && history.window(Column.CLOSE, bars, ago).isCovered();
        }
    },
    RETURNS("needs nine tenths of the returns of its window, never a return across a gap") {
        @Override
        public boolean allows(History history, int bars, int ago) {
            return history.isPresent(ago)
                    && history.window(Column.RETURN, bars, ago).isCovered();
        }
    },
    RECURSIVE("recursive, seeded anew in 240 bars of which 180 must be present, as must nine tenths of the last 24") {
        @Override
        public boolean allows(History history, int bars, int ago) {
            return WINDOW.allows(history, RECENT_BARS, ago)
                    && history.window(Column.CLOSE, bars, ago).present() >= RECURSIVE_MINIMUM;
        }
    },
    FULL("needs every bar of its window and the one before it") {
        @Override
        public boolean allows(History history, int bars, int ago) {
            return history.window(Column.RETURN, bars, ago).present() == bars;
        }
    },
    TIME("needs the clock only"),
    AS_OF("needs no bar: what is known beside prices, as of the decision"),
    CROSS_SECTION("needs five members of the cross-section that have the input, and nothing of the pair itself");

    /** Bars a recursive feature is seeded anew in. */
    public static final int RECURSIVE_BARS = 240;

    private static final int RECURSIVE_MINIMUM = 180;
    private static final int RECENT_BARS = 24;

    private final String meaning;

    GapClass(String meaning) {
        this.meaning = meaning;
    }

    /** What it does about absent bars, as part of a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether a history has what this class needs of the newest {@code bars} bars, or of the bar that many before. */
    public final boolean allows(History history, int bars) {
        return allows(history, bars, 0);
    }

    /** The same as it was {@code ago} bars before the bar decided on. */
    public boolean allows(History history, int bars, int ago) {
        return true;
    }
}

package org.cryptosmarttrader.strategy;

import java.io.Serializable;

/** Turns the outlook of one sleeve into what to hold of it. Pure: the same outlook gives the same stance. */
public interface Strategy extends Serializable {

    /** Unique and short, e.g. {@code momentum}. */
    String name();

    /** What to do about one pair over one horizon. The book heeds the gates besides: {@link Stance#of}. */
    Stance stance(Outlook outlook);

    /** The same strategy with positions sized otherwise; itself if it does not size by forecasts. */
    default Strategy sizedBy(StrategySettings sizing) {
        return this;
    }
}

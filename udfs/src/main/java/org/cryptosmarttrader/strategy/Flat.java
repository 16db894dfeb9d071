package org.cryptosmarttrader.strategy;

/** Holds nothing. */
public record Flat() implements Strategy {

    public static final String NAME = "flat";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Stance stance(Outlook outlook) {
        return Stance.EXIT;
    }
}

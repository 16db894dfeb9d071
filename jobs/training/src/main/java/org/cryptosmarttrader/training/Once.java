package org.cryptosmarttrader.training;

import java.util.function.Supplier;

/** A value made when it is first asked for, by whichever thread asks; the others wait for it. */
final class Once<T> implements Supplier<T> {

    private Supplier<T> maker;
    private T made;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (maker != null) {
            made = maker.get();
            maker = null;
        }
        return made;
    }
}

package org.cryptosmarttrader.app.certify;

import java.io.Serializable;
import java.util.function.Consumer;
import org.cryptosmarttrader.domain.EventBlock;

/** What is done to events on their way into a run. */
@FunctionalInterface
public interface EventChange extends Serializable {

    /** Hands out what becomes of a block: nothing, itself, parts of it, or others in its place. */
    void change(EventBlock block, Consumer<EventBlock> out);

    /** Events as they are. */
    static EventChange none() {
        return new None();
    }

    /** Leaves everything as it is; all of them are equal. */
    record None() implements EventChange {

        private static final long serialVersionUID = 1L;

        @Override
        public void change(EventBlock block, Consumer<EventBlock> out) {
            out.accept(block);
        }
    }
}

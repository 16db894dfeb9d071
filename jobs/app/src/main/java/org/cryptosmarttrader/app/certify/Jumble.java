package org.cryptosmarttrader.app.certify;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.cryptosmarttrader.domain.EventBlock;

/** Cuts blocks at random and gives the pieces back in any order. Not thread-safe. */
final class Jumble {

    static final int LONGEST_PIECE = 7;

    private final SplittableRandom random;
    private final List<EventBlock> held = new ArrayList<>();

    Jumble(long seed) {
        this.random = new SplittableRandom(seed);
    }

    void add(EventBlock block) {
        int from = 0;
        while (from < block.count()) {
            int until = from + 1 + random.nextInt(Math.min(LONGEST_PIECE, block.count() - from));
            held.add(block.slice(from, until));
            from = until;
        }
    }

    /** Gives back all that is held, and holds nothing any more. */
    void drain(Consumer<EventBlock> out) {
        for (int left = held.size(); left > 0; left--) {
            int chosen = random.nextInt(left);
            out.accept(held.set(chosen, held.get(left - 1)));
        }
        held.clear();
    }
}

package org.cryptosmarttrader.app.certify;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;

/**
 * Replaces what becomes available after an instant by garbage that is valid: prices hundreds of times too high or too low,
 * scores, amounts and metrics at random, listings turned round, every other statement that a feed was listened to left out.
 *
 * @param after last instant whose events stay as they are
 */
record Poison(long after, long seed) implements EventChange {

    private static final long serialVersionUID = 1L;
    private static final double WIDEST = 1_000;

    @Override
    public void change(EventBlock block, Consumer<EventBlock> out) {
        int known = 0;
        while (known < block.count() && block.availableAt(known) <= after) {
            known++;
        }
        if (known > 0) {
            out.accept(block.slice(0, known));
        }
        for (int event = known; event < block.count(); event++) {
            poison(block.only(event), out);
        }
    }

    private void poison(EventBlock event, Consumer<EventBlock> out) {
        SplittableRandom random = new SplittableRandom(
                seed ^ event.sequence(0) * 0x9E3779B97F4A7C15L ^ event.pair().hashCode());
        boolean isLeftOut = event.kind() == EventKind.HEALTH && random.nextBoolean();
        if (!isLeftOut) {
            out.accept(with(event, numbers(event, random), words(event)));
        }
    }

    private static double[] numbers(EventBlock event, SplittableRandom random) {
        double[] values = event.values().clone();
        double factor = random.nextBoolean() ? random.nextDouble(2, WIDEST) : 1 / random.nextDouble(2, WIDEST);
        for (int column = 0; column < values.length; column++) {
            values[column] = switch (event.kind()) {
                // one factor for all prices, and for all volumes: the bar stays a bar
                case BAR -> values[column] * (column == EventKind.COUNT ? 1 : factor);
                case TRADE -> values[column] * (column == EventKind.SIDE ? -1 : factor);
                case QUOTE -> values[column] * (column == EventKind.ASK ? factor : 1);
                case TEXT, SCORE -> random.nextDouble(-1, 1);
                default -> values[column] * factor;
            };
        }
        return values;
    }

    private static String[] words(EventBlock event) {
        String[] words = event.words().clone();
        if (event.kind() == EventKind.LISTING) {
            words[EventKind.STANDING] =
                    words[EventKind.STANDING].equals(EventKind.LISTED) ? EventKind.DELISTED : EventKind.LISTED;
        }
        return words;
    }

    private static EventBlock with(EventBlock event, double[] values, String[] words) {
        return new EventBlock(
                event.kind(),
                event.source(),
                event.pair(),
                event.intervalMillis(),
                event.availability(),
                event.sequences(),
                event.eventTimes(),
                event.availableAts(),
                values,
                event.payloadHashes(),
                words);
    }
}

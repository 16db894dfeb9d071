package org.cryptosmarttrader.app.certify.origin;

import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.app.certify.EventId;
import org.cryptosmarttrader.domain.EventKind;

/**
 * What the archive says of one event.
 *
 * @param row of the payload, from 1; 0 if the event is of the file as a whole
 * @param numbers of the event that are quoted from the row as they stand there
 */
record Claim(EventId event, long row, long eventTime, long availableAt, double[] numbers) {

    /** How many of an event's numbers, from the first on, are quoted; the others are derived. */
    static int quoted(EventKind kind) {
        return switch (kind) {
            case BAR -> EventKind.VOLUME + 1;
            case TRADE -> EventKind.QUANTITY + 1;
            case METRIC -> 1;
            default -> 0;
        };
    }

    /** Whether each of its numbers stands in the row. */
    boolean isQuotedFrom(Layout.Row said) {
        List<Double> there = said.fields().stream().flatMap(Claim::number).toList();
        for (double number : numbers) {
            if (Double.isFinite(number) && !there.contains(number)) {
                return false;
            }
        }
        return true;
    }

    private static Stream<Double> number(String field) {
        try {
            // adding 0.0 turns -0.0 into 0.0, which Double tells apart
            return Stream.of(Double.parseDouble(field.strip()) + 0.0);
        } catch (NumberFormatException e) {
            return Stream.empty();
        }
    }
}

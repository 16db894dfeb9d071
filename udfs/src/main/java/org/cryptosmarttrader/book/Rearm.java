package org.cryptosmarttrader.book;

import java.util.Arrays;
import java.util.List;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.gates.Lane;

/**
 * A person switches an account on again that the kill switch closed.
 *
 * @param lane of the account
 * @param quote its currency
 * @param name who does it
 * @param reason why
 */
public record Rearm(Lane lane, String quote, String name, String reason) {

    /** @throws IllegalArgumentException if name or reason is blank */
    public Rearm {
        if (name.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException(
                    "re-arming %s %s: name '%s', reason '%s'; both must be given".formatted(lane, quote, name, reason));
        }
    }

    /** The words of its event. */
    public String[] words() {
        return new String[] {lane.name(), quote, name, reason};
    }

    /**
     * @param words of an event of {@link EventKind#REARM}
     * @throws IllegalArgumentException if there is no such lane, or name or reason is blank
     */
    static Rearm of(List<String> words) {
        String lane = words.get(EventKind.LANE);
        return new Rearm(
                Arrays.stream(Lane.values())
                        .filter(known -> known.name().equals(lane))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "re-arming: lane is '%s', expected one of %s".formatted(lane, List.of(Lane.values())))),
                words.get(EventKind.CURRENCY),
                words.get(EventKind.PERSON),
                words.get(EventKind.REASON));
    }
}

package org.cryptosmarttrader.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.time.TickGrid;

/**
 * What the facts of all assets have in common at one tick, made once: which texts are about whom, what they weigh, and which
 * hours were listened to. Not thread-safe.
 */
final class TickView {

    /** The hour now and the 168 before it. */
    static final int HOURS = 169;

    /** A text and what it weighs in either mean; NaN where it is too old or has no score. */
    record Weighed(Text text, int hoursAgo, double sixHours, double day) {}

    private static final String MARKET = "";

    private final long tick;
    private final FactRules rules;
    private final FactMemory memory;
    private final long lastHourEnd;
    private final Map<String, List<Weighed>> byAsset = new TreeMap<>();
    private final Map<String, boolean[]> listened = new TreeMap<>();

    TickView(long tick, FactRules rules, FactMemory memory) {
        this.tick = tick;
        this.rules = rules;
        this.memory = memory;
        this.lastHourEnd = Math.floorDiv(tick - rules.grid().graceMillis(), TickGrid.HOUR) * TickGrid.HOUR;
        for (Text text : memory.texts()) {
            file(new Weighed(
                    text,
                    hoursAgo(text.availableAt()),
                    DecayedMean.weight(text, 6 * TickGrid.HOUR, tick),
                    DecayedMean.weight(text, TickGrid.DAY, tick)));
        }
    }

    private void file(Weighed weighed) {
        byAsset.computeIfAbsent(MARKET, absent -> new ArrayList<>()).add(weighed);
        for (String subject : weighed.text().subjects()) {
            byAsset.computeIfAbsent(subject, absent -> new ArrayList<>()).add(weighed);
        }
    }

    long tick() {
        return tick;
    }

    FactRules rules() {
        return rules;
    }

    /** Texts about an asset, or, of the empty symbol, all, in the order they became available. */
    List<Weighed> texts(String asset) {
        return byAsset.getOrDefault(asset, List.of());
    }

    /** Which of the newest hours of the clock a feed was listened to; 0 is the last whole one. */
    boolean[] listened(String feed) {
        boolean[] hours = listened.get(feed);
        if (hours == null) {
            hours = look(feed);
            listened.put(feed, hours);
        }
        return hours;
    }

    private boolean[] look(String feed) {
        boolean[] hours = new boolean[HOURS];
        for (int ago = 0; ago < HOURS; ago++) {
            hours[ago] = feed.equals(TextStatistics.ALL_GROUPS) ? isAnyListened(ago) : isListened(feed, ago);
        }
        return hours;
    }

    /** A group that is not listened to at all adds nothing, so one that is suffices. */
    private boolean isAnyListened(int ago) {
        boolean any = false;
        for (String group : TextStatistics.GROUPS) {
            any |= listened(group)[ago];
        }
        return any;
    }

    private boolean isListened(String feed, int ago) {
        long end = lastHourEnd - ago * TickGrid.HOUR;
        return memory.listened(feed, end - TickGrid.HOUR, end);
    }

    /** Which of the newest hours an instant lies in: 0 for (T − 1 h, T]. */
    int hoursAgo(long instant) {
        return (int) ((tick - instant) / TickGrid.HOUR);
    }
}

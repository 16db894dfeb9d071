package org.cryptosmarttrader.ingest.kraken;

import java.util.Comparator;
import java.util.List;

/** What one subscribes to: a channel of one symbol. */
record Topic(String channel, String stream) implements Comparable<Topic> {

    static final String TRADE = "trade";
    static final String TICKER = "ticker";

    /** Trades first: they are what must not be missed. */
    static final List<String> CHANNELS = List.of(TRADE, TICKER);

    private static final Comparator<Topic> ORDER = Comparator.comparingInt(
                    (Topic topic) -> CHANNELS.indexOf(topic.channel))
            .thenComparing(Topic::stream);

    @Override
    public int compareTo(Topic other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return channel + " " + stream;
    }
}

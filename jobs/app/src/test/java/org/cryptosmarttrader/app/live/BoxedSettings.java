package org.cryptosmarttrader.app.live;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cryptosmarttrader.ingest.box.BoxedVenue;

/** Settings of an ingest that hears the venue in the box and nothing of the world outside. */
final class BoxedSettings {

    private static final List<String> OUTSIDE = List.of("newsapi", "gdelt", "reddit", "x", "fearGreed", "openai");

    private BoxedSettings() {}

    static Map<String, String> of(BoxedVenue venue, Map<String, String> others) {
        Map<String, String> settings = new TreeMap<>(others);
        settings.put("kraken.rest", venue.http().toString());
        settings.put("kraken.socket", venue.socket().toString());
        // market time is not to be spent on heartbeats
        settings.put("kraken.silence", "5m");
        OUTSIDE.forEach(block -> settings.put(block + ".listen", "false"));
        return settings;
    }
}

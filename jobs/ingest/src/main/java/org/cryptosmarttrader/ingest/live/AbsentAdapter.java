package org.cryptosmarttrader.ingest.live;

import java.util.Collections;
import java.util.List;
import org.cryptosmarttrader.ingest.net.SourceHealth;

/**
 * A source that is not listened to, and says why. What it would have said is missing, not neutral.
 *
 * @param why what it lacks and how to give it
 */
public record AbsentAdapter(String source, String why) implements Adapter {

    @Override
    public void start() {
        // there is nothing to listen to
    }

    @Override
    public SourceHealth.Snapshot health() {
        return new SourceHealth.Snapshot(source, 0, 0, 0, 0, 0, Collections.emptySortedMap(), null, null);
    }

    @Override
    public List<String> complaints() {
        return List.of(why);
    }

    @Override
    public void close() {
        // nothing runs
    }
}

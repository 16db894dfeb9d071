package org.cryptosmarttrader.ingest.live;

import java.util.List;
import org.cryptosmarttrader.ingest.net.SourceHealth;

/** A source of events: hands what it hears to {@link Receipts}, in threads of its own. */
public interface Adapter extends AutoCloseable {

    /** Id of the source its events carry. */
    String source();

    /** Begins to listen; returns at once. */
    void start();

    /** How its calls fare. */
    SourceHealth.Snapshot health();

    /** What it does not hear at the moment though it should, in words; empty if nothing. */
    List<String> complaints();

    /** Ends its threads; afterwards it hands over nothing. */
    @Override
    void close();
}

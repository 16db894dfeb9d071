package org.cryptosmarttrader.ingest.chain;

import java.util.List;
import java.util.stream.Stream;
import org.cryptosmarttrader.ingest.live.Adapter;
import org.cryptosmarttrader.ingest.live.PolledAdapter;
import org.cryptosmarttrader.ingest.net.SourceHealth;

/** A chain that is looked at every so often, and what its follower complains of. */
record FollowedChain(PolledAdapter polled, ChainFollower follower) implements Adapter {

    @Override
    public String source() {
        return polled.source();
    }

    @Override
    public void start() {
        polled.start();
    }

    @Override
    public SourceHealth.Snapshot health() {
        return polled.health();
    }

    @Override
    public List<String> complaints() {
        return Stream.concat(polled.complaints().stream(), follower.complaints().stream())
                .toList();
    }

    @Override
    public void close() {
        polled.close();
    }
}

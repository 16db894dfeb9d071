package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.cryptosmarttrader.ingest.kraken.KrakenFeed;
import org.cryptosmarttrader.ingest.kraken.KrakenRest;
import org.cryptosmarttrader.ingest.kraken.ListRules;
import org.cryptosmarttrader.ingest.kraken.SocketSettings;
import org.cryptosmarttrader.ingest.net.HttpSource;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.wire.conf.IngestSettings;

/**
 * A venue's public side as the settings describe it.
 *
 * @param rest its calls
 * @param socket how its WebSocket is kept
 * @param rules which pairs are of interest
 * @param clock ours
 */
public record Venue(KrakenRest rest, SocketSettings socket, ListRules rules, IngestClock clock) {

    private static final int LARGEST_REPLY = 32 << 20;

    public static Venue kraken(IngestSettings.Kraken kraken, IngestClock clock) {
        String userAgent = Version.userAgent();
        HttpSource.Settings source = new HttpSource.Settings(
                KrakenFeed.SOURCE,
                kraken.rest(),
                kraken.connectMillis(),
                kraken.readMillis(),
                userAgent,
                LARGEST_REPLY);
        return new Venue(
                new KrakenRest(
                        new HttpSource(source, List.of(), clock), kraken.attempts(), clock, new SplittableRandom()),
                new SocketSettings(
                        kraken.socket(),
                        userAgent,
                        kraken.pairsPerConnection(),
                        kraken.connectMillis(),
                        kraken.silenceMillis()),
                new ListRules(kraken.quote(), new HashSet<>(kraken.leftOut()), kraken.pairsEveryMillis()),
                clock);
    }

    /**
     * Compares our clock with the venue's: instants of receipt are worth what our clock is.
     *
     * @param tolerance milliseconds
     * @throws IOException if they differ by more
     * @throws SourceException if the venue does not say what time it is
     */
    public void requireSameTime(long tolerance) throws IOException, SourceException, InterruptedException {
        long error = rest.clockError();
        if (Math.abs(error) > tolerance) {
            long now = clock.millis();
            throw new IOException(
                    "clock: this machine says %s, the venue %s; more than %s apart, and every instant of receipt would be wrong: set the clock (e.g. with chrony), or raise clock.tolerance in conf/ingest.yaml"
                            .formatted(
                                    Instant.ofEpochMilli(now),
                                    Instant.ofEpochMilli(now - error),
                                    Duration.ofMillis(tolerance)));
        }
    }
}

package org.cryptosmarttrader.ingest.kraken;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.live.Cursors;
import org.cryptosmarttrader.ingest.live.RawLog;
import org.cryptosmarttrader.ingest.live.Receipts;
import org.cryptosmarttrader.ingest.live.WatchedThreads;
import org.cryptosmarttrader.wire.events.EventCodec;

/** The feed as it runs live, at a venue in a box: all of ingest but Kafka. */
final class FollowedVenue implements AutoCloseable {

    private static final int ATTEMPTS = 3;
    private static final long SEED = 5;

    final BoxedVenue venue;
    final KrakenFeed feed;
    final Receipts receipts;
    private final RawLog rawLog;
    private final WatchedThreads threads;
    private final List<EventBlock> events = new ArrayList<>();

    /**
     * @param folder of raw payloads, and of cursors if there are any
     * @param since from when on trades are wanted, epoch milliseconds
     */
    FollowedVenue(BoxedVenue venue, Path folder, OptionalLong since, int pairsPerConnection) {
        this(venue, folder, since, pairsPerConnection, SocketSettings.SILENCE);
    }

    FollowedVenue(BoxedVenue venue, Path folder, OptionalLong since, int pairsPerConnection, long silenceMillis) {
        this.venue = venue;
        this.rawLog = new RawLog(folder.resolve("raw"), venue.clock());
        this.threads = new WatchedThreads(venue.clock());
        this.receipts = new Receipts(venue.clock(), 0);
        this.feed = new KrakenFeed(
                Scene.rest(venue.http(), venue.clock(), ATTEMPTS),
                Scene.RULES,
                new SocketSettings(venue.socket(), "CryptoSmartTrader/test", pairsPerConnection, 5_000, silenceMillis),
                rawLog,
                receipts,
                cursors(folder),
                since,
                venue.clock(),
                threads,
                SEED);
        venue.countLosses(feed::losses);
        feed.start();
        venue.settle();
    }

    private static Cursors cursors(Path folder) {
        try {
            return Cursors.open(folder.resolve("cursors.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All threads still run. */
    void requireAlive() {
        try {
            threads.requireAlive();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that was handed over so far, in the order in which it became known. */
    List<EventBlock> events() {
        events.addAll(receipts.take().events());
        return List.copyOf(events);
    }

    List<EventBlock> events(EventKind kind) {
        return events().stream().filter(event -> event.kind() == kind).toList();
    }

    /** The trades of a pair, in the order handed over. */
    List<EventBlock> trades(String pair) {
        return events(EventKind.TRADE).stream()
                .filter(event -> event.pair().equals(pair))
                .toList();
    }

    /** E.g. {@code LISTED BTC/USD}, in order. */
    List<String> listings() {
        return events(EventKind.LISTING).stream()
                .map(event -> event.word(0, EventKind.STANDING) + " " + event.pair())
                .toList();
    }

    /** SHA-256 over all events as they would be written, with their instants of receipt. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            EventCodec codec = new EventCodec();
            events().forEach(event -> digest.update(codec.encode(event, 0)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        feed.close();
        venue.close();
        try {
            rawLog.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

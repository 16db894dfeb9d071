package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.app.broker.TopicAdmin;
import org.cryptosmarttrader.ingest.chain.ChainAdapters;
import org.cryptosmarttrader.ingest.facts.texts.TextReading;
import org.cryptosmarttrader.ingest.kafka.AnnouncementInbox;
import org.cryptosmarttrader.ingest.kafka.EventPublisher;
import org.cryptosmarttrader.ingest.kraken.KrakenFeed;
import org.cryptosmarttrader.ingest.live.Adapter;
import org.cryptosmarttrader.ingest.live.Cursors;
import org.cryptosmarttrader.ingest.live.EventFeed;
import org.cryptosmarttrader.ingest.live.RawLog;
import org.cryptosmarttrader.ingest.live.Receipts;
import org.cryptosmarttrader.ingest.live.TopicTail;
import org.cryptosmarttrader.ingest.live.WatchedThreads;
import org.cryptosmarttrader.ingest.net.IngestClock;
import org.cryptosmarttrader.ingest.net.Secrets;
import org.cryptosmarttrader.ingest.net.SourceException;
import org.cryptosmarttrader.ingest.texts.Live;
import org.cryptosmarttrader.ingest.texts.TextAdapters;
import org.cryptosmarttrader.ingest.trading.ExecutionInbox;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.archive.ArchiveLock;
import org.cryptosmarttrader.wire.audit.AuditLog;
import org.cryptosmarttrader.wire.conf.IngestSettings;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.texts.TextScorers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ingest as it runs: the one writer of a topic of events, and the adapters it listens to. Close it to stop it. */
public final class IngestRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IngestRun.class);

    /** The writer looks up every few milliseconds, unless its clock stands still. */
    private static final long MILLIS_TO_WRITE = 2_000;
    /** Between two writings of the status. */
    private static final long STATUS_MILLIS = 5_000;
    /** Refusals go to the audit log at most once an hour. */
    private static final long HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final AuditLog audit;
    private final Path statusFile;
    private final Receipts receipts;
    private final ArchiveLock lock;
    private final RawLog rawLog;
    private final EventPublisher publisher;
    private final ExecutionInbox inbox;
    private final EventFeed feed;
    private final Thread feeding;
    private final List<Adapter> adapters;
    private final WatchedThreads watched;
    private long statusAt = Long.MIN_VALUE;
    private long auditedAt;
    private SortedMap<String, Long> auditedRefused = new TreeMap<>();

    private IngestRun(
            AuditLog audit,
            Path statusFile,
            Receipts receipts,
            ArchiveLock lock,
            RawLog rawLog,
            EventPublisher publisher,
            ExecutionInbox inbox,
            EventFeed feed,
            Thread feeding,
            List<Adapter> adapters,
            WatchedThreads watched) {
        this.audit = audit;
        this.statusFile = statusFile;
        this.receipts = receipts;
        this.lock = lock;
        this.rawLog = rawLog;
        this.publisher = publisher;
        this.inbox = inbox;
        this.feed = feed;
        this.adapters = adapters;
        this.feeding = feeding;
        this.watched = watched;
    }

    /**
     * Starts to listen and write; goes on where the topic ends.
     *
     * @param data folder of the installation: cursors and raw payloads lie in it
     * @param since trades of pairs the topic holds none of are read from this instant on, epoch milliseconds; empty to begin
     *     with the first ones heard
     * @param clock the adapters live by
     * @param threads makes their threads and the writer's
     * @throws IOException if another ingest writes from this folder, the topic is another, or the clocks differ
     */
    public static IngestRun start(
            IngestSettings settings,
            TickGrid grid,
            String bootstrap,
            Path data,
            OptionalLong since,
            IngestClock clock,
            ThreadFactory threads,
            EventFeed.Rhythm rhythm)
            throws IOException, InterruptedException {
        WatchedThreads watched = new WatchedThreads(threads);
        Path own = data.resolve("ingest");
        ArchiveLock lock = ArchiveLock.take(
                own,
                "%s: another cst ingest writes from this folder; a topic of events has one writer, end the other first"
                        .formatted(own));
        Topics topics = new Topics(settings.topicPrefix());
        Venue venue = Venue.kraken(settings.kraken(), clock);
        requireClock(venue, settings.clockToleranceMillis());
        TopicAdmin.ensure(bootstrap, topics, settings.partitions());
        Cursors cursors = Cursors.open(own.resolve("cursors.json"));
        TopicTail.End end = TopicTail.read(bootstrap, topics.events(), cursors);
        RawLog rawLog = new RawLog(data.resolve("raw"), clock);
        Receipts receipts = new Receipts(clock, end.newest());
        EventPublisher publisher = new EventPublisher(bootstrap, topics.events(), "ingest", end.offsets());
        AnnouncementInbox inbox = new AnnouncementInbox(bootstrap, topics.announcements());
        long promised = end.newest() == 0 ? clock.millis() : end.newest();
        ExecutionInbox executions = new ExecutionInbox(
                bootstrap, topics.executions(), cursors.mark(ExecutionInbox.SOURCE), rawLog, receipts, inbox);
        EventFeed feed = new EventFeed(receipts, publisher, rawLog, executions, cursors, clock, grid, rhythm, promised);
        Adapter kraken = new KrakenFeed(
                venue.rest(),
                venue.rules(),
                venue.socket(),
                rawLog,
                receipts,
                cursors,
                since,
                clock,
                watched,
                new SplittableRandom().nextLong());
        List<Adapter> adapters = new ArrayList<>(List.of(kraken));
        Secrets secrets = new Secrets(System.getenv(), data.resolve("secrets"));
        adapters.addAll(TextAdapters.of(
                settings.texts(),
                secrets,
                new Live(rawLog, receipts, cursors, clock, watched, new SplittableRandom(), own, Version.userAgent()),
                new TextReading(settings.coins(), TextScorers.lexicon())));
        adapters.addAll(ChainAdapters.of(
                settings.chains(), secrets, Version.userAgent(), rawLog, receipts, cursors, clock, watched));
        LOG.info(
                "topic {} at {}: goes on behind {} records, promised up to {}",
                topics.events(),
                bootstrap,
                end.offsets(),
                Instant.ofEpochMilli(promised));
        Thread feeding = threads.newThread(feed);
        feeding.setName("event-feed");
        IngestRun run = new IngestRun(
                AuditLog.open(data.resolve(AuditTrail.FOLDER).resolve("ingest"), clock::millis),
                own.resolve("status.json"),
                receipts,
                lock,
                rawLog,
                publisher,
                executions,
                feed,
                feeding,
                adapters,
                watched);
        run.audit.add("start", Map.of("config", settings.hash(), "version", Version.program()));
        run.feeding.start();
        run.adapters.forEach(Adapter::start);
        return run;
    }

    /** A venue that does not answer decides nothing. */
    private static void requireClock(Venue venue, long tolerance) throws IOException, InterruptedException {
        try {
            venue.requireSameTime(tolerance);
        } catch (SourceException e) {
            LOG.warn("clock: the venue's could not be read ({}); not compared", e.getMessage());
        }
    }

    /** Instant up to which everything received is written. */
    public long promised() {
        return feed.promised();
    }

    /** Number of events written since the start. */
    public long events() {
        return feed.events();
    }

    /**
     * To be called about every second: writes now and then how ingest fares.
     *
     * @throws Exception what ended the writing of events or the listening to a source, if anything did
     */
    public void tend() throws Exception {
        if (feed.failure() != null) {
            throw feed.failure();
        }
        watched.requireAlive();
        long now = System.currentTimeMillis();
        if (now - STATUS_MILLIS >= statusAt) {
            Json.replace(
                    statusFile,
                    new IngestStatus(
                            now,
                            promised(),
                            events(),
                            receipts.refused(),
                            adapters.stream().map(IngestStatus.Source::of).toList()));
            statusAt = now;
        }
        if (now - HOUR_MILLIS >= auditedAt && !receipts.refused().equals(auditedRefused)) {
            auditedRefused = receipts.refused();
            auditedAt = now;
            audit.add("refused", Map.of("aheadOfClock", auditedRefused));
        }
    }

    @Override
    public void close() throws IOException {
        adapters.forEach(Adapter::close);
        feed.stop();
        try (lock;
                rawLog;
                publisher;
                inbox) {
            feeding.join(MILLIS_TO_WRITE);
            // it waits for a clock that others own
            feeding.interrupt();
            feeding.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        audit.add("stop", Map.of("events", events()));
    }
}

package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cryptosmarttrader.app.broker.TopicAdmin;
import org.cryptosmarttrader.ingest.kafka.AnnouncementInbox;
import org.cryptosmarttrader.ingest.kafka.EventPublisher;
import org.cryptosmarttrader.ingest.kafka.Pace;
import org.cryptosmarttrader.ingest.kafka.ReplayFeed;
import org.cryptosmarttrader.wire.archive.TickReader;
import org.cryptosmarttrader.wire.events.Topics;

/** Plays a run's events into its topic, beside whatever reads them. Close it to stop; it never ends by itself. */
public final class Playback implements AutoCloseable {

    private static final int PARTITIONS = 4;

    private final TickReader ticks;
    private final EventPublisher publisher;
    private final AnnouncementInbox inbox;
    private final ReplayFeed feed;
    private final Thread feeding;

    private Playback(TickReader ticks, EventPublisher publisher, AnnouncementInbox inbox, ReplayFeed feed) {
        this.ticks = ticks;
        this.publisher = publisher;
        this.inbox = inbox;
        this.feed = feed;
        this.feeding = new Thread(feed, "replay-feed");
    }

    /**
     * Creates the topics of a run and begins to play.
     *
     * @param moreArchives read beside the plan's, e.g. announcements of models
     * @param bootstrap host and port of a broker; topics of the given names must not exist yet
     */
    public static Playback start(RunPlan plan, List<Path> moreArchives, String bootstrap, Topics topics, Pace pace)
            throws IOException {
        TopicAdmin.create(bootstrap, List.of(topics.events()), PARTITIONS);
        TopicAdmin.create(bootstrap, List.of(topics.announcements()), 1);
        TopicAdmin.create(bootstrap, Topics.outputs().stream().map(topics::of).toList(), PARTITIONS);
        TickReader ticks = plan.archiveSpan(moreArchives).open();
        EventPublisher publisher = new EventPublisher(bootstrap, topics.events(), "replay", new long[PARTITIONS]);
        AnnouncementInbox inbox = new AnnouncementInbox(bootstrap, topics.announcements());
        Playback playback =
                new Playback(ticks, publisher, inbox, new ReplayFeed(ticks, publisher, plan.until(), pace, inbox));
        playback.feeding.start();
        return playback;
    }

    /** Number of events sent so far. */
    public long events() {
        return feed.events();
    }

    /** @throws Exception what ended the feed early, if anything did */
    public void requireAlive() throws Exception {
        if (feed.failure() != null) {
            throw feed.failure();
        }
    }

    @Override
    public void close() throws IOException {
        feed.stop();
        try (ticks;
                publisher;
                inbox) {
            feeding.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

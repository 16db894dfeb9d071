package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cryptosmarttrader.app.runs.AnnouncementArchive;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.ingest.kafka.AnnouncementSender;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;
import picocli.CommandLine.Option;

/** Where announcements go: of models, and of accounts switched on again. */
final class AnnounceOptions {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** From a command to the topic, with room: the writer promises each second and takes announcements in between. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(10);

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "archive of announcements to add to, new or not; cst replay --announcements reads it (default: none)")
    private Path out;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "broker of a running job, whose feed takes the announcement in (default: none)")
    private String bootstrap;

    @Option(
            names = "--topic-prefix",
            paramLabel = "TEXT",
            description = "what the names of the running job's topics begin with (default: nothing)")
    private String prefix = "";

    boolean isAsked() {
        return out != null || bootstrap != null;
    }

    /** Whether a running job is to hear of it, whose topic says what is too early. */
    boolean isForRunningJob() {
        return bootstrap != null;
    }

    /**
     * The earliest instant that a running job still hears of in time.
     *
     * @throws IllegalStateException if nobody writes its topic
     */
    Instant soonest() throws IOException {
        try (AnnouncementSender sender = new AnnouncementSender(bootstrap, new Topics(prefix))) {
            long promised = sender.promised()
                    .orElseThrow(() -> new IllegalStateException(
                            "topic %s: nothing was promised yet; start cst ingest or cst replay first, or name --from"
                                    .formatted(new Topics(prefix).events())));
            return Instant.ofEpochMilli(promised).plus(ON_THE_WAY);
        }
    }

    /**
     * Hands events over, wherever it was asked for.
     *
     * @throws IllegalArgumentException if their instant is too early for the running job
     */
    void hand(List<EventBlock> events) throws IOException {
        if (bootstrap != null) {
            try (AnnouncementSender sender = new AnnouncementSender(bootstrap, new Topics(prefix))) {
                for (EventBlock event : events) {
                    sender.send(event, PATIENCE);
                }
            }
        }
        if (out != null) {
            AnnouncementArchive.add(out, events);
        }
    }

    /**
     * Announces models from an instant on, wherever it was asked for.
     *
     * @throws IllegalArgumentException if that is too early: for a model, or for the running job
     */
    void announce(Common common, List<ModelAnnouncement> announcements, Instant from) throws IOException {
        List<EventBlock> events = new ArrayList<>();
        for (ModelAnnouncement announcement : announcements) {
            events.add(AnnouncementArchive.event(announcement, from.toEpochMilli()));
        }
        hand(events);
        for (ModelAnnouncement announcement : announcements) {
            common.say(
                    "announced  %s %s %s as %s from %s",
                    announcement.card().horizon(),
                    announcement.card().member(),
                    announcement.card().version(),
                    announcement.role(),
                    from);
        }
    }
}

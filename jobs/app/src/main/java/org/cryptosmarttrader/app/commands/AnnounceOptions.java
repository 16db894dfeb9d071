package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cryptosmarttrader.app.runs.AnnouncementArchive;
import org.cryptosmarttrader.ingest.kafka.AnnouncementSender;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;
import picocli.CommandLine.Option;

/** Where announcements of models go. */
final class AnnounceOptions {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    /**
     * Announces models from an instant on, wherever it was asked for.
     *
     * @throws IllegalArgumentException if that is too early: for a model, or for the running job
     */
    void announce(Common common, List<ModelAnnouncement> announcements, Instant from) throws IOException {
        if (bootstrap != null) {
            try (AnnouncementSender sender = new AnnouncementSender(bootstrap, new Topics(prefix))) {
                for (ModelAnnouncement announcement : announcements) {
                    sender.send(AnnouncementArchive.event(announcement, from.toEpochMilli()), PATIENCE);
                }
            }
        }
        if (out != null) {
            AnnouncementArchive.add(out, announcements, from.toEpochMilli());
        }
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

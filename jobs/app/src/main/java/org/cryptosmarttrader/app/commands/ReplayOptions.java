package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cryptosmarttrader.app.runs.AnnouncementArchive;
import org.cryptosmarttrader.app.runs.ModelEvents;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.events.Topics;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is played through Kafka, and where its output goes. */
public final class ReplayOptions {

    @Mixin
    private SpanOptions span;

    @Option(names = "--archive", required = true, paramLabel = "DIR", description = "folder of the events")
    private Path archive;

    @Option(
            names = "--models",
            paramLabel = "RUN",
            description = "output of cst backtest: its models, activated as there (default: no models)")
    private Path models;

    @Option(
            names = "--announcements",
            paramLabel = "DIR",
            description =
                    "archive of announcements of further models and of re-armings, as cst models announce --out and cst rearm --out make them")
    private List<Path> announcements = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder of the output, new")
    private Path out;

    @Option(
            names = "--topic-prefix",
            paramLabel = "TEXT",
            description = "what the names of the topics begin with (default: cst-<run>.)")
    private String prefix;

    /** With models the run begins where the archive does, as the backtest they come from. */
    RunPlan plan(Configuration conf) throws IOException {
        RunPlan.Genesis genesis =
                models == null && announcements.isEmpty() ? RunPlan.Genesis.MEMORY : RunPlan.Genesis.ARCHIVE;
        return RunPlan.of(conf, archive, span.span(), span.pairs(), genesis);
    }

    RunManifest manifest(RunPlan plan) throws IOException {
        List<RunManifest.Activation> activations = new ArrayList<>();
        if (models != null) {
            activations.addAll(RunFolder.open(models).manifest().models());
        }
        List<RunManifest.Rearming> rearmed = new ArrayList<>();
        for (Path further : announcements) {
            activations.addAll(AnnouncementArchive.activations(further));
            rearmed.addAll(AnnouncementArchive.rearmings(further));
        }
        activations.sort(Comparator.comparingLong(RunManifest.Activation::activatedAt));
        rearmed.sort(RunManifest.Rearming.ORDER);
        return plan.manifest("replay", activations, rearmed, Version.program());
    }

    /** Archives of the announcements of the models. */
    List<Path> announcements() {
        List<Path> archives = new ArrayList<>(models == null ? List.of() : ModelEvents.archives(models));
        archives.addAll(announcements);
        return archives;
    }

    Topics topics(RunManifest manifest) {
        return new Topics(prefix == null ? "cst-" + manifest.run() + "." : prefix);
    }

    Path out() {
        return out;
    }
}

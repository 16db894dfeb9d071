package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.wire.models.ModelAnnouncement;
import org.cryptosmarttrader.wire.models.ModelFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cst models announce}: a model is to be used from an instant on. */
@Command(
        name = "announce",
        mixinStandardHelpOptions = true,
        description =
                "Announce a model for use from an instant on, to a running job or in an archive of announcements.")
public final class ModelsAnnounceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Common common;

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "folder of the model, with its card")
    private Path model;

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description =
                    "champion, whose forecasts count from then on, or challenger, which forecasts beside the champion of its member")
    private String role;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "T",
            converter = InstantWord.class,
            description = "instant from which it is used, not before it was trained; UTC, a date means 00:00")
    private Instant from;

    @Mixin
    private AnnounceOptions announce;

    /** What is printed as JSON. */
    private record Result(String horizon, String member, String version, String sha256, String role, String from) {}

    @Override
    public Integer call() throws Exception {
        if (!announce.isAsked()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "nowhere to announce it; name an archive with --out or a broker with --bootstrap");
        }
        ModelAnnouncement whole = ModelFolder.announce(model);
        ModelAnnouncement announcement = new ModelAnnouncement(role, whole.address(), whole.card());
        if (!announcement.hasKnownRole()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--role is '%s', expected %s or %s"
                            .formatted(role, ModelAnnouncement.CHAMPION, ModelAnnouncement.CHALLENGER));
        }
        announce.announce(common, List.of(announcement), from);
        common.result(new Result(
                whole.card().horizon(),
                whole.card().member(),
                whole.card().version(),
                whole.card().modelSha256(),
                role,
                from.toString()));
        return 0;
    }
}

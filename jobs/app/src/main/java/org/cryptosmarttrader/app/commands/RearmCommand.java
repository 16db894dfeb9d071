package org.cryptosmarttrader.app.commands;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.book.Rearm;
import org.cryptosmarttrader.gates.Lane;
import org.cryptosmarttrader.wire.events.BookNotices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cst rearm}: a person switches an account on again that the kill switch closed. */
@Command(
        name = "rearm",
        mixinStandardHelpOptions = true,
        description =
                "Switch an account on again that the kill switch closed, in a running job or in an archive of announcements.",
        footer = {
            "",
            "It counts at the first tick from its instant on; the loss is measured anew from there.",
            "What came of it, with name and reason, is a row of the dataset audit, or of refused."
        })
public final class RearmCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Common common;

    @Option(names = "--lane", required = true, paramLabel = "LANE", description = "of the account: GATED or RESEARCH")
    private Lane lane;

    @Option(names = "--quote", required = true, paramLabel = "CURRENCY", description = "of the account, e.g. USD")
    private String quote;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "who decides it")
    private String name;

    @Option(names = "--reason", required = true, paramLabel = "WHY", description = "why it may trade again")
    private String reason;

    @Option(
            names = "--from",
            paramLabel = "T",
            converter = InstantWord.class,
            description =
                    "instant from which it counts; UTC, a date means 00:00 (default: ten seconds behind what the running job was promised)")
    private Instant from;

    @Mixin
    private AnnounceOptions announce;

    /** What is printed as JSON. */
    private record Result(String lane, String quote, String name, String reason, String from) {}

    @Override
    public Integer call() throws Exception {
        if (!announce.isAsked()) {
            throw new ParameterException(
                    spec.commandLine(), "nowhere to say it; name a broker with --bootstrap or an archive with --out");
        }
        if (from == null && !announce.isForRunningJob()) {
            throw new ParameterException(
                    spec.commandLine(), "an archive does not know the time; name the instant with --from");
        }
        Rearm rearm = rearm();
        Instant at = from == null ? announce.soonest() : from;
        Instant now = Instant.now();
        Instant said = now.isBefore(at) ? now : at;
        announce.hand(List.of(BookNotices.rearm(rearm, said.toEpochMilli(), at.toEpochMilli())));
        common.say("re-armed   %s %s by %s from %s: %s", lane, quote, name, at, reason);
        common.result(new Result(lane.name(), quote, name, reason, at.toString()));
        return 0;
    }

    private Rearm rearm() {
        try {
            return new Rearm(lane, quote, name, reason);
        } catch (IllegalArgumentException blank) {
            throw new ParameterException(spec.commandLine(), blank.getMessage(), blank);
        }
    }
}

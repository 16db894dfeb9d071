package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.app.certify.Certifier;
import org.cryptosmarttrader.app.certify.CertifySettings;
import org.cryptosmarttrader.app.certify.CheckCluster;
import org.cryptosmarttrader.app.certify.GraphModels;
import org.cryptosmarttrader.app.certify.GraphRows;
import org.cryptosmarttrader.app.certify.Origins;
import org.cryptosmarttrader.app.certify.origin.OriginAudit;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Span;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.serving.report.Certificate;
import org.cryptosmarttrader.serving.report.CertificatePage;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.WholeFile;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cst certify}: proof that no column of the graph knows its future. */
@Command(
        name = "certify",
        mixinStandardHelpOptions = true,
        description = "Look for knowledge of the future in every column the graph makes of an archive.")
public final class CertifyCommand implements Callable<Integer> {

    private static final int MOST_ACCUSATIONS_SAID = 10;

    @Mixin
    private Common common;

    @Mixin
    private SettingsOptions settings;

    @Mixin
    private JobOptions job;

    @Mixin
    private ForestsOption forests;

    @Option(names = "--archive", required = true, paramLabel = "DIR", description = "folder of the events")
    private Path archive;

    @Option(
            names = "--from",
            paramLabel = "T",
            converter = InstantWord.class,
            description = "first decision instant, UTC (default: when the archive holds a whole memory)")
    private Instant from;

    @Option(
            names = "--until",
            paramLabel = "T",
            converter = InstantWord.class,
            description = "last decision instant, UTC (default: the archive's end)")
    private Instant until;

    @Option(
            names = "--pairs",
            split = ",",
            paramLabel = "PAIR",
            description = "canonical pairs, e.g. BTC/USD (default: all)")
    private List<String> pairs = new ArrayList<>();

    @Option(
            names = "--cuts",
            paramLabel = "N",
            description =
                    "where the input is cut: three quarters evenly spread, the others drawn; one more in front of an event of each source that is no market (default: ${DEFAULT-VALUE})")
    private int cuts = 12;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "of cuts, garbage and disorder (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder for certificate.json and certificate.html (default: data/certificate)")
    private Path out = Path.of("data/certificate");

    @Override
    public Integer call() throws Exception {
        long begun = System.nanoTime();
        Configuration conf = settings.read();
        Archive held = Archive.open(archive);
        RunPlan plan = RunPlan.of(
                conf,
                archive,
                span(held, conf),
                pairs.stream().sorted().distinct().toList(),
                RunPlan.Genesis.MEMORY);
        Certificate certificate;
        try (ProgressLine progress = common.progress();
                CheckCluster cluster = CheckCluster.start()) {
            Origins origins = OriginAudit.of(held, plan.genesis(), plan.until(), pair -> isRead(plan, pair), progress);
            certificate = new Certifier(
                            plan,
                            new GraphRows(plan, job.parallelism(), cluster),
                            new GraphModels(plan, forests.folder()),
                            origins,
                            new CertifySettings(cuts, seed),
                            progress)
                    .certify();
        }
        Json.replace(out.resolve("certificate.json"), certificate);
        WholeFile.replace(out.resolve("certificate.html"), CertificatePage.of(certificate));
        say(certificate, (System.nanoTime() - begun) / 1_000_000_000L);
        common.result(certificate);
        return certificate.verdict().equals(Certificate.CLEAN) ? 0 : 1;
    }

    private Span span(Archive held, Configuration conf) {
        long memory = MemoryRules.HISTORY_BARS * conf.grid().intervalMillis();
        Instant first = from != null || held.isEmpty() ? from : Instant.ofEpochMilli(held.firstAvailableAt() + memory);
        Instant last = until != null || held.isEmpty() ? until : Instant.ofEpochMilli(held.lastAvailableAt());
        if (from == null && first != null && !first.isBefore(last)) {
            throw new IllegalArgumentException(
                    "archive %s: a whole memory of %d ticks ends at %s, behind %s; name an earlier --from, or import more"
                            .formatted(archive, MemoryRules.HISTORY_BARS, first, last));
        }
        return new Span(first == null ? Instant.EPOCH : first, last == null ? Instant.MAX : last, Optional.empty());
    }

    private static boolean isRead(RunPlan plan, String pair) {
        return plan.pairs().isEmpty()
                || plan.pairs().contains(pair)
                || plan.conf().references().contains(Symbols.base(pair));
    }

    private void say(Certificate certificate, long seconds) {
        common.say(
                "%s: %d columns over %,d ticks, %d accused, %d untested; %d cuts, %,d seconds",
                certificate.verdict(),
                certificate.columns(),
                certificate.ticks(),
                certificate.accused().size(),
                certificate.untested().size(),
                certificate.cuts().size(),
                seconds);
        certificate
                .checks()
                .forEach((name, check) -> common.say(
                        "  %-12s %,15d compared, %,15d of them finite, %d accused%s",
                        name,
                        check.compared(),
                        check.finite(),
                        check.accused(),
                        check.reason() == null ? "" : "; " + check.reason()));
        certificate
                .availability()
                .underived()
                .forEach((reason, events) -> common.say("  %,d events not certified: %s", events, reason));
        certificate.availability().liars().stream()
                .limit(MOST_ACCUSATIONS_SAID)
                .forEach(liar -> common.say(
                        "  %s of %s %s: available at %s, its payload %s row %d says %s at the earliest",
                        liar.kind(),
                        liar.source(),
                        liar.pair(),
                        liar.availableAt(),
                        liar.payload().substring(0, 12),
                        liar.row(),
                        liar.earliest().isEmpty() ? "nothing" : liar.earliest()));
        certificate.column().stream()
                .flatMap(column -> column.first().stream())
                .limit(MOST_ACCUSATIONS_SAID)
                .forEach(found -> common.say(
                        "  %s accuses %s.%s of %s at %s %s: %s in the reference run, %s in the run %s",
                        found.check(),
                        found.dataset(),
                        found.column(),
                        found.pair(),
                        found.decisionAt(),
                        found.horizon(),
                        found.expected(),
                        found.found(),
                        found.run()));
        common.say("certificate %s, %s", certificate.hash().substring(0, 12), out.resolve("certificate.html"));
    }
}

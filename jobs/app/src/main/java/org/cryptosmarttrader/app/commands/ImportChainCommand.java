package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.ingest.facts.Covers;
import org.cryptosmarttrader.ingest.facts.FactImport;
import org.cryptosmarttrader.ingest.facts.FactLayout;
import org.cryptosmarttrader.ingest.facts.FactReport;
import org.cryptosmarttrader.ingest.facts.chain.AddressLabels;
import org.cryptosmarttrader.ingest.facts.chain.ChainFormat;
import org.cryptosmarttrader.ingest.facts.chain.ChainLayouts;
import org.cryptosmarttrader.wire.conf.ChainReader;
import org.cryptosmarttrader.wire.conf.ChainSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cst import-chain}: recorded transfers, daily metrics and listings into an archive. */
@Command(
        name = "import-chain",
        mixinStandardHelpOptions = true,
        description =
                "Take recorded transfers, daily metrics and listings into an archive: all of them or, if anything "
                        + "is wrong, none.")
public final class ImportChainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Common common;

    @Option(
            names = "--conf",
            paramLabel = "DIR",
            description =
                    "folder of chain.yaml: delays, and which metrics are taken (default: conf/ of the installation)")
    private Path conf = Common.home().resolve("conf");

    @Option(
            names = "--from",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "folders, files, zips, or entries of zips as FILE.zip!ENTRY; of two that contradict each other, "
                            + "the earlier in this order and by name is believed")
    private List<String> from;

    @Option(names = "--archive", required = true, paramLabel = "DIR", description = "folder of the events, new or not")
    private Path archive;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "NAME",
            description = "btc-transfers, coinmetrics, fear-greed, funding-daily, kraken-assetpairs, or the forms of "
                    + "docs/commands.md: transfers-jsonl, metrics-csv, listings-csv")
    private String format;

    @Option(
            names = "--source",
            paramLabel = "ID",
            description = "where the rows come from (default: btc-transfers, coinmetrics, fear-greed, funding-daily or "
                    + "kraken by the format; of the other forms it must be stated)")
    private String source;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "who holds which address, JSON; of transfers only (default: nobody is known)")
    private Path labels;

    @Option(
            names = "--labels-known-at",
            paramLabel = "T",
            converter = InstantWord.class,
            description =
                    "from when the labels may be used (default: the end of the day of the list's meta.last_updated)")
    private Instant labelsKnownAt;

    @Option(
            names = "--asset",
            paramLabel = "SYMBOL",
            description = "the asset of the metrics (default: by the file's name, of funding-daily BTC)")
    private String asset;

    @Option(
            names = "--covers",
            paramLabel = "FROM/UNTIL",
            description = "span of which the files hold every transfer that became available, so that an hour without "
                    + "one counts as 0 (default: unknown, and flows are missing)")
    private String covers;

    @Option(
            names = "--fetched-at",
            paramLabel = "T",
            converter = InstantWord.class,
            description = "when the reply was received; of kraken-assetpairs only, and needed there (default: unknown)")
    private Instant fetchedAt;

    @Option(names = "--quarantine", description = "set bad rows and files aside, each with its reason, and go on")
    private boolean quarantine;

    @Override
    public Integer call() throws Exception {
        AddressLabels known = labels == null ? null : AddressLabels.read(labels, labelsKnownAt);
        FactLayout layout = layout(known, ChainReader.read(conf));
        FactReport report;
        try (ProgressLine progress = common.progress()) {
            report = new FactImport(archive, layout, quarantine).run(from, progress);
        }
        common.say("%s%s", known == null ? "" : known.text(), report.text().stripTrailing());
        common.result(report);
        return 0;
    }

    private FactLayout layout(AddressLabels known, ChainSettings settings) {
        if (labels == null && labelsKnownAt != null) {
            throw new ParameterException(spec.commandLine(), "--labels-known-at is stated without --labels");
        }
        try {
            return new ChainLayouts(
                            ChainFormat.parse(format),
                            source,
                            known,
                            asset == null ? null : asset.toUpperCase(Locale.ROOT),
                            covers == null ? null : Covers.parse(covers),
                            fetchedAt)
                    .layout(settings);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}

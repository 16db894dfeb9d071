package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.ingest.files.FormatDetection;
import org.cryptosmarttrader.ingest.files.ImportReport;
import org.cryptosmarttrader.ingest.files.ImportSettings;
import org.cryptosmarttrader.ingest.files.Importer;
import org.cryptosmarttrader.wire.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cst import}: recorded market files into an archive. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Take recorded market files into an archive: all of them or, if anything is wrong, none.")
public final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Common common;

    @Mixin
    private SettingsOptions settings;

    @Mixin
    private MappingOptions mapping;

    @Option(
            names = "--from",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "folders, files, zips, or entries of zips as FILE.zip!ENTRY; where two rows contradict each other, "
                            + "the earlier in this order and by name is believed")
    private List<String> from;

    @Option(names = "--archive", required = true, paramLabel = "DIR", description = "folder of the events, new or not")
    private Path archive;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "kraken-ohlcvt, kraken-trades, freqtrade, binance-klines or csv "
                    + "(default: by the names of the files if only one fits; --source must then be stated)")
    private String format;

    @Option(
            names = "--source",
            paramLabel = "VENUE",
            description = "where the rows come from, e.g. kraken (default: the venue whose layout it is)")
    private String source;

    @Option(names = "--quarantine", description = "set bad rows and files aside, each with its reason, and go on")
    private boolean quarantine;

    @Option(names = "--correction", description = "where a row differs from the archive's, replace that")
    private boolean correction;

    @Override
    public Integer call() throws Exception {
        ImportSettings importing = importing(settings.read());
        long begin = System.nanoTime();
        ImportReport report;
        try (ProgressLine progress = common.progress()) {
            report = new Importer(importing).run(progress);
        }
        common.say("%s%s", report.text(), pace(report.totals().rows(), System.nanoTime() - begin));
        common.result(report);
        return 0;
    }

    private ImportSettings importing(Configuration conf) throws IOException {
        Symbols symbols = Symbols.plain();
        String layout = format != null ? format : mapping.isStated() ? "csv" : detected(symbols);
        try {
            return new ImportSettings(
                    from,
                    layout,
                    source,
                    archive,
                    quarantine,
                    correction,
                    conf.barDelay(),
                    conf.tradeDelay(),
                    mapping.csv(layout),
                    symbols);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** Names tell the layout, never the venue: others write the layouts of Kraken too. */
    private String detected(Symbols symbols) throws IOException {
        if (source == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "import: neither --format nor --source is stated; the names of the files may tell the one, nothing tells the other");
        }
        return new FormatDetection(symbols).formatOf(from);
    }

    private static String pace(long rows, long nanos) {
        double seconds = Math.max(nanos, 1) / 1e9;
        return "%,d rows read in %.1f s, %,.0f a second".formatted(rows, seconds, rows / seconds);
    }
}

package org.cryptosmarttrader.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.ingest.facts.Covers;
import org.cryptosmarttrader.ingest.facts.FactImport;
import org.cryptosmarttrader.ingest.facts.FactReport;
import org.cryptosmarttrader.ingest.facts.texts.TextLayout;
import org.cryptosmarttrader.ingest.facts.texts.TextSettings;
import org.cryptosmarttrader.texts.CoinDictionary;
import org.cryptosmarttrader.texts.TextAvailability;
import org.cryptosmarttrader.wire.conf.CoinsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cst import-text}: recorded news and posts into an archive. */
@Command(
        name = "import-text",
        mixinStandardHelpOptions = true,
        description = {
            "Take recorded news and posts into an archive: all of them or, if anything is wrong, none.",
            "",
            "csv (comma, a header) and jsonl (an object a line) have the fields id, published_at, text and perhaps "
                    + "retrieved_at, title, url, group, score, scorer, scored_at. Times are ISO 8601, UTC where no zone "
                    + "stands, or seconds or milliseconds since 1970; a date alone says that only the day is known. A score lies in "
                    + "-1..1 and stands beside its scorer, name/version/SHA-256; a text that has a scorer is not "
                    + "scored here.",
            ""
        })
public final class ImportTextCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Common common;

    @Mixin
    private SettingsOptions settings;

    @Option(
            names = "--from",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "folders, files, zips, or entries of zips as FILE.zip!ENTRY; of two texts under one id the "
                    + "earlier in this order and by name keeps it")
    private List<String> from;

    @Option(names = "--archive", required = true, paramLabel = "DIR", description = "folder of the events, new or not")
    private Path archive;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "NAME",
            description = "cryptonews (its times are taken as UTC), tweets, news-days, csv or jsonl")
    private String format;

    @Option(
            names = "--source",
            defaultValue = "",
            paramLabel = "ID",
            description = "where the texts come from (default: the format; csv and jsonl must state it)")
    private String source;

    @Option(
            names = "--group",
            defaultValue = "",
            paramLabel = "NAME",
            description = "news, reddit or x, for csv and jsonl (default: as each row says)")
    private String group;

    @Option(
            names = "--covers",
            paramLabel = "FROM/UNTIL",
            description =
                    "time for which the files hold everything the source published, dates or instants, UTC "
                            + "(default: not stated, so that silence cannot be told from a missing file and counts are missing)")
    private String covers;

    @Option(names = "--quarantine", description = "set bad rows and files aside, each with its reason, and go on")
    private boolean quarantine;

    @Override
    public Integer call() throws IOException {
        TextLayout layout = new TextLayout(reading());
        long begin = System.nanoTime();
        FactReport report;
        try (ProgressLine progress = common.progress()) {
            report = new FactImport(archive, layout, quarantine).run(from, progress);
        }
        common.say("%s%s", report.text(), pace(report.rows(), System.nanoTime() - begin));
        common.result(report);
        return 0;
    }

    private TextSettings reading() {
        TextAvailability availability = new TextAvailability(settings.read().textDelay());
        CoinDictionary coins = CoinsReader.read(settings.folder());
        try {
            return new TextSettings(
                    format, source, group, Optional.ofNullable(covers).map(Covers::parse), availability, coins);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static String pace(long facts, long nanos) {
        double seconds = Math.max(nanos, 1) / 1e9;
        return "%,d events in %.1f s, %,.0f a second".formatted(facts, seconds, facts / seconds);
    }
}

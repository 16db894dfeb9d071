package org.cryptosmarttrader.app.commands;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cryptosmarttrader.serving.parity.LastParity;
import org.cryptosmarttrader.serving.parity.Parity;
import org.cryptosmarttrader.serving.parity.ParityReport;
import org.cryptosmarttrader.serving.parity.ParityScope;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.cryptosmarttrader.wire.runs.RunManifest.ArchiveState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cst parity}: two outputs, row by row, bit by bit. */
@Command(name = "parity", mixinStandardHelpOptions = true, description = "Compare two outputs row by row, bit by bit.")
public final class ParityCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(index = "0", paramLabel = "A", description = "output of a run")
    private Path a;

    @Parameters(index = "1", paramLabel = "B", description = "output of another")
    private Path b;

    @Option(names = "--orders", description = "only orders and fills")
    private boolean orders;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "COLUMN",
            description = "only these, besides the keys (default: all)")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--pairs",
            split = ",",
            paramLabel = "PAIR",
            description = "only these, e.g. BTC/USD (default: all)")
    private List<String> pairs = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "T",
            converter = InstantWord.class,
            description = "first decision instant compared, UTC; a date means 00:00 (default: the first)")
    private Instant from;

    @Option(
            names = "--until",
            paramLabel = "T",
            converter = InstantWord.class,
            description = "last decision instant compared, UTC; a date means 00:00 (default: the last)")
    private Instant until;

    @Option(names = "--note", description = "write what was found into the folder of A, for its pages")
    private boolean isNoted;

    @Override
    public Integer call() throws Exception {
        ParityScope scope = new ParityScope(
                orders ? List.of("orders", "fills") : List.of(),
                columns,
                pairs,
                from == null ? Long.MIN_VALUE : from.toEpochMilli(),
                until == null ? Long.MAX_VALUE : until.toEpochMilli());
        RunFolder ofA = RunFolder.open(a);
        RunFolder ofB = RunFolder.open(b);
        ParityReport report = Parity.compare(ofA, ofB, scope);
        common.say("%s", report.text());
        common.say(report.isEqual() ? "equal, bit by bit" : "NOT equal");
        if (!report.isEqual()) {
            compareArchives(ofA.manifest().archive(), ofB.manifest().archive());
        }
        common.result(report);
        if (isNoted) {
            LastParity.write(ofA, ofB, report, Instant.now());
        }
        return report.isEqual() ? 0 : 1;
    }

    /** What is made of different events may well differ. */
    private void compareArchives(ArchiveState ofA, ArchiveState ofB) {
        if (ofA != null && ofB != null && !Objects.equals(ofA.content(), ofB.content())) {
            common.say(
                    "A and B read different archives or days: content %s and %s, see archive in run.json",
                    ofA.content(), ofB.content());
        }
    }
}

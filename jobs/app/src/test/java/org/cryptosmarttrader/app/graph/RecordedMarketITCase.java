package org.cryptosmarttrader.app.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cryptosmarttrader.Golden;
import org.cryptosmarttrader.app.Answer;
import org.cryptosmarttrader.app.RecordedFacts;
import org.cryptosmarttrader.app.runs.BoundedRun;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.app.runs.Span;
import org.cryptosmarttrader.app.runs.Version;
import org.cryptosmarttrader.features.FeatureCatalog;
import org.cryptosmarttrader.features.StandardFeatures;
import org.cryptosmarttrader.prediction.JobSettings;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSource;
import org.cryptosmarttrader.serving.parity.Parity;
import org.cryptosmarttrader.serving.parity.ParityReport;
import org.cryptosmarttrader.serving.parity.ParityScope;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Features and labels of 33 pairs over half a year, with news, fear and greed, funding and the flows of Bitcoin's chain, made
 * in every way there is. {@code -Dcst.market.until=2022-07-05} asks for another span.
 */
@Tag("long")
@DisplayName("The recorded market of 33 pairs gives the same")
class RecordedMarketITCase {

    private static final Instant FROM = Instant.parse("2021-10-12T00:00:00Z");
    private static final Instant UNTIL =
            Instant.parse(System.getProperty("cst.market.until", "2022-04-12") + "T00:00:00Z");

    @TempDir
    private static Path folder;

    private static RunFolder first;

    @BeforeAll
    static void import_it_and_run_once() throws Exception {
        Path data = Golden.shared("data/ohlcv/binance-1h-2017-2022");
        done(
                "import",
                "--from",
                data.toString(),
                "--archive",
                archive(),
                "--source",
                "binance",
                "--format",
                "kraken-ohlcvt");
        RecordedFacts.takeNews(Path.of(archive()), "2021-10-12/2022-07-05");
        RecordedFacts.takeMetrics(Path.of(archive()));
        first = dataset("first", "--parallelism", "2");
        assertThat(first.manifest().rows().get("features")).isPositive();
    }

    @Test
    void in_at_least_120_columns_of_which_half_is_finite() throws Exception {
        FeatureCatalog catalog = plan().settings().catalog();
        long[] finite = new long[catalog.size()];
        first.read(Datasets.features(catalog), rows -> count(rows, finite));
        long rows = first.manifest().rows().get("features");
        List<String> sparse = new ArrayList<>();
        for (int column = 0; column < finite.length; column++) {
            if (2 * finite[column] < rows) {
                sparse.add("%s %.2f".formatted(catalog.names().get(column), (double) finite[column] / rows));
            }
        }
        System.out.printf(
                "%d of %d columns at least half finite, the others: %s%n",
                finite.length - sparse.size(), finite.length, String.join(", ", sparse));
        assertThat(finite.length - sparse.size()).isGreaterThanOrEqualTo(120);
    }

    private static void count(RowBatch rows, long[] finite) {
        for (int column = 0; column < finite.length; column++) {
            for (double value : rows.doubles(Datasets.FEATURES_FROM + column)) {
                finite[column] += Double.isFinite(value) ? 1 : 0;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, hashmap", "4, hashmap", "2, rocksdb"})
    void at_parallelism_and_with_state_in(String parallelism, String state) throws Exception {
        isTheSame(dataset("p" + parallelism + state, "--parallelism", parallelism, "--state", state));
    }

    @Test
    void killed_and_restored() throws Exception {
        FailingOnce.DEATHS.set(0);
        RunPlan plan = plan();
        JobSettings job = JobSettings.once(2)
                .withCheckpoints(
                        Duration.ofSeconds(1),
                        folder.resolve("checkpoints").toUri().toString());
        isTheSame(BoundedRun.run(
                plan,
                plan.manifest("dataset", List.of(), Version.program()),
                new FailingOnce(new ArchiveSource(plan.archiveSpan(List.of()))),
                folder.resolve("killed"),
                job));
        assertThat(FailingOnce.DEATHS).as("deaths of the job").hasValue(1);
    }

    @Test
    void unbounded_through_kafka() throws Exception {
        isTheSame(run("replay", "replay", FROM, List.of("--parallelism", "2")));
    }

    @Test
    void over_the_overlap_of_a_longer_span() throws Exception {
        RunFolder longer = run("dataset", "longer", FROM.minus(Duration.ofDays(90)), List.of());
        List<String> everyColumn = List.of();
        overlapIsTheSame(
                longer,
                new ParityScope(
                        List.of("features", "labels"), everyColumn, List.of(), FROM.toEpochMilli(), Long.MAX_VALUE));
    }

    @Test
    void over_what_does_not_depend_on_the_universe_with_a_pair_more() throws Exception {
        List<String> fewer = new ArrayList<>(pairs());
        fewer.remove("DOGE/USDT");
        RunFolder smaller = run("dataset", "smaller", FROM, List.of("--pairs", String.join(",", fewer)));
        FeatureCatalog catalog = StandardFeatures.withoutFitted();
        List<String> ofPairs = catalog.names().subList(0, catalog.beforeCrossSection());
        assertThat(ofPairs).contains("ret_1", "btc_ret_1").doesNotContain("breadth_24");
        overlapIsTheSame(smaller, new ParityScope(List.of("features"), ofPairs, fewer, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static List<String> pairs() throws Exception {
        return plan().conf().feeds().spans().keySet().stream()
                .filter(pair -> pair.indexOf('*') < 0)
                .toList();
    }

    private static RunPlan plan() throws Exception {
        Configuration conf = Configuration.read(Answer.home().resolve("conf"), Map.of());
        Span span = new Span(FROM, UNTIL, Optional.empty());
        return RunPlan.of(conf, Path.of(archive()), span, List.of(), RunPlan.Genesis.MEMORY);
    }

    private static String archive() {
        return folder.resolve("archive").toString();
    }

    private static RunFolder dataset(String name, String... more) throws Exception {
        return run("dataset", name, FROM, Arrays.asList(more));
    }

    private static RunFolder run(String command, String name, Instant from, List<String> more) throws Exception {
        List<String> words = new ArrayList<>(List.of(command, "--archive", archive()));
        words.addAll(List.of("--from", from.toString(), "--until", UNTIL.toString()));
        words.addAll(List.of("--out", folder.resolve(name).toString()));
        words.addAll(more);
        long begin = System.nanoTime();
        done(words.toArray(String[]::new));
        RunFolder run = RunFolder.open(folder.resolve(name));
        double seconds = (System.nanoTime() - begin) / 1e9;
        long rows = run.manifest().rows().get("features");
        System.out.printf("%-10s %6.1f s, %,d feature rows, %,.0f a second%n", name, seconds, rows, rows / seconds);
        return run;
    }

    private static void done(String... words) {
        Answer answer = Answer.to(words);
        assertThat(answer.exit()).as(answer.err()).isZero();
    }

    private static void isTheSame(RunFolder run) {
        assertThat(run.manifest().rows()).isEqualTo(first.manifest().rows());
        assertThat(run.manifest().roots()).isEqualTo(first.manifest().roots());
        System.out.printf(
                "%-10s equal: %,d feature rows, %,d labels, root of features %s%n",
                run.root().getFileName(),
                run.manifest().rows().get("features"),
                run.manifest().rows().get("labels"),
                run.manifest().roots().get("features"));
    }

    private static void overlapIsTheSame(RunFolder other, ParityScope scope) throws Exception {
        ParityReport report = Parity.compare(first, other, scope);
        System.out.printf("%s:%n%s%n", other.root().getFileName(), report.text());
        assertThat(report.datasets())
                .isNotEmpty()
                .allSatisfy(dataset -> assertThat(dataset.differing()).isZero())
                .allSatisfy(dataset -> assertThat(dataset.values()).isPositive());
    }
}

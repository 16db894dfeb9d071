package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.facts.FactRules;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.prediction.RunMark;
import org.cryptosmarttrader.prediction.sinks.parquet.RunOutput;
import org.cryptosmarttrader.prediction.sources.archive.ArchiveSpan;
import org.cryptosmarttrader.provenance.Encoding;
import org.cryptosmarttrader.provenance.Sha256;
import org.cryptosmarttrader.provenance.Taint;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.archive.Coverage;
import org.cryptosmarttrader.wire.conf.Configuration;
import org.cryptosmarttrader.wire.conf.Durations;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunManifest;

/**
 * A run as it will be: configuration, archive and the command's words put together and checked.
 *
 * @param settings of the graph
 * @param conf with the feeds resolved
 * @param archive folder of the events; null if they come over Kafka
 * @param state of the archive; null without one
 * @param askedUntil last decision instant asked for; the archive may end before it
 * @param genesis first instant folded, epoch milliseconds
 * @param emitFrom first decision whose rows are written
 * @param pairs chosen, empty for all
 * @param leftOut horizons that do not fit the ticks, each with its reason
 */
public record RunPlan(
        GraphSettings settings,
        Configuration conf,
        Path archive,
        RunManifest.ArchiveState state,
        long askedUntil,
        long genesis,
        long emitFrom,
        List<String> pairs,
        List<String> leftOut) {

    /** Beyond it no run looks. */
    private static final Instant END_OF_TIME = Instant.parse("2100-01-01T00:00:00Z");

    /** Where folding begins if the command does not say. */
    public enum Genesis {
        /** As early as any row needs. */
        MEMORY,
        /** At the beginning of the archive: what has no finite memory then rests on all there is. */
        ARCHIVE
    }

    /**
     * @param pairs canonical, empty for all
     * @throws IllegalArgumentException if the span, the pairs or the feeds do not fit the archive
     */
    public static RunPlan of(Configuration conf, Path archiveFolder, Span span, List<String> pairs, Genesis genesis)
            throws IOException {
        Archive archive = Archive.open(archiveFolder);
        requireEvents(archive);
        TickGrid grid = conf.grid();
        long until = lastTick(grid, Math.min(span.until().toEpochMilli(), archive.endsAt()));
        long from = span.from().toEpochMilli();
        requireOverlap(archive, span, until, grid);
        requirePairs(archive, pairs);
        requireAuthentic(archive, conf);
        Configuration resolved = conf.withFeeds(FeedResolution.resolve(conf.feeds(), archive.coverage(), grid));
        GraphSettings settings = GraphSettings.of(resolved, pairs, until);
        long begin = span.genesis()
                .map(Instant::toEpochMilli)
                .orElseGet(() -> genesis == Genesis.ARCHIVE
                        ? UtcDays.start(UtcDays.dayOf(archive.firstAvailableAt()))
                        : memoryBefore(from, grid));
        RunManifest.ArchiveState state = new RunManifest.ArchiveState(
                archive.nextCommit() - 1,
                archive.endsAt(),
                archive.content(UtcDays.dayOf(begin), UtcDays.dayOf(until)));
        return new RunPlan(
                settings,
                resolved,
                archiveFolder,
                state,
                span.until().toEpochMilli(),
                begin,
                from,
                pairs,
                leftOut(conf));
    }

    /**
     * A run again, over a span whose genesis is stated.
     *
     * @param conf the run's, with its overrides
     * @throws IllegalArgumentException if these are other settings, or the span does not fit the archive
     */
    public static RunPlan again(RunManifest made, Configuration conf, Path archive, Span span) throws IOException {
        RunPlan plan = of(conf, archive, span, made.pairs(), Genesis.MEMORY);
        // feeds are part of the settings, and come from the archive where conf leaves them open
        if (!plan.conf().hash().equals(made.configHash())) {
            throw new IllegalArgumentException(
                    "--conf: these are not the settings run %s was made with (hash %.12s, expected %.12s); run.json holds those, name their folder; if it is theirs, this program has settings or strategies that the one before it had not: make the run again"
                            .formatted(made.run(), plan.conf().hash(), made.configHash()));
        }
        return plan;
    }

    /**
     * A run over Kafka without an end.
     *
     * @param conf with the feeds of all pairs
     * @param genesis first instant folded, from which rows are written, too
     */
    public static RunPlan live(Configuration conf, long genesis, List<String> pairs) {
        return endless(conf, null, null, genesis, genesis, pairs);
    }

    /**
     * A run over an archive and then Kafka, without an end.
     *
     * @param conf with the feeds of all pairs
     */
    public static RunPlan live(Configuration conf, WarmStart warm, List<String> pairs) throws IOException {
        requireAuthentic(Archive.open(warm.archive()), conf);
        return endless(conf, warm.archive(), warm.state(), warm.genesis(), warm.emitFrom(), pairs);
    }

    private static RunPlan endless(
            Configuration conf,
            Path archive,
            RunManifest.ArchiveState state,
            long genesis,
            long emitFrom,
            List<String> pairs) {
        long until = lastTick(conf.grid(), END_OF_TIME.toEpochMilli());
        return new RunPlan(
                GraphSettings.of(conf, pairs, until),
                conf,
                archive,
                state,
                until,
                genesis,
                emitFrom,
                pairs,
                leftOut(conf));
    }

    static void requireEvents(Archive archive) {
        if (archive.isEmpty()) {
            throw new IllegalArgumentException(
                    "archive %s: holds no bars or trades; fill it with cst import".formatted(archive.root()));
        }
    }

    /** What names itself as made up is no evidence; the graph would refuse it event by event. */
    private static void requireAuthentic(Archive archive, Configuration conf) {
        List<String> madeUp = archive.coverage().stream()
                .map(Coverage::feed)
                .filter(Taint::isMadeUp)
                .distinct()
                .toList();
        if (!madeUp.isEmpty() && !conf.admitsTestInputs()) {
            throw new IllegalArgumentException(
                    "archive %s: holds events of %s, which name themselves as made up; import recorded ones, or add --set sources.testInputs=admitted: then they are read, and no gate ever opens"
                            .formatted(archive.root(), madeUp));
        }
    }

    /** The last tick at or before an instant. */
    private static long lastTick(TickGrid grid, long instant) {
        long next = grid.tickOf(instant);
        return next == instant ? next : next - grid.intervalMillis();
    }

    /** The beginning of the day on which the memory of the first row begins, so that day digests are whole. */
    public static long memoryBefore(long from, TickGrid grid) {
        long memory = Math.max(MemoryRules.HISTORY_BARS * grid.intervalMillis(), FactRules.MEMORY_MILLIS);
        return UtcDays.start(UtcDays.dayOf(from - memory));
    }

    private static void requireOverlap(Archive archive, Span span, long until, TickGrid grid) {
        if (until < span.from().toEpochMilli() || until < archive.firstAvailableAt()) {
            throw new IllegalArgumentException(
                    "archive %s: no decision from %s until %s; it holds events of %s to %s, decisions fall every %s%nchoose --from and --until within that, or import more with cst import --archive %1$s"
                            .formatted(
                                    archive.root(),
                                    span.from(),
                                    span.until(),
                                    Instant.ofEpochMilli(archive.firstAvailableAt()),
                                    Instant.ofEpochMilli(archive.lastAvailableAt()),
                                    Durations.text(grid.intervalMillis())));
        }
    }

    private static void requirePairs(Archive archive, List<String> pairs) {
        List<String> held = archive.coverage().stream()
                .map(coverage -> coverage.pair())
                .distinct()
                .toList();
        for (String pair : pairs) {
            if (!held.contains(pair)) {
                throw new IllegalArgumentException(
                        "--pairs %s: not in archive %s, which holds %s".formatted(pair, archive.root(), held));
            }
        }
    }

    private static List<String> leftOut(Configuration conf) {
        TickGrid grid = conf.grid();
        return conf.horizons().stream()
                .filter(horizon -> !horizon.fits(grid))
                .map(horizon -> "%s: %d bars of %d minutes, history judges at most %d"
                        .formatted(
                                horizon,
                                horizon.millis() / grid.intervalMillis(),
                                grid.intervalMillis() / TickGrid.MINUTE,
                                Horizon.MAX_BARS))
                .toList();
    }

    public TickGrid grid() {
        return settings.grid();
    }

    public long until() {
        return settings.until();
    }

    /** Whether ticks that were asked for lie behind the end of the archive. */
    public boolean isCut() {
        return lastTick(grid(), askedUntil) > until();
    }

    /** The same run judged up to an earlier tick. */
    public RunPlan endingAt(long tick) {
        return new RunPlan(settings.endingAt(tick), conf, archive, state, tick, genesis, emitFrom, pairs, leftOut);
    }

    /**
     * The same over another time.
     *
     * @param begin first instant folded
     * @param first decision whose rows are written
     * @param last tick
     */
    public RunPlan between(long begin, long first, long last) {
        return new RunPlan(settings.endingAt(last), conf, archive, state, last, begin, first, pairs, leftOut);
    }

    /** What is read: the pairs chosen and the references they are related to. */
    public ArchiveSpan archiveSpan(List<Path> more) {
        return archiveSpan(more, until());
    }

    /** The same up to an instant. */
    ArchiveSpan archiveSpan(List<Path> more, long end) {
        List<String> roots = new ArrayList<>(List.of(archive.toAbsolutePath().toString()));
        more.forEach(folder -> roots.add(folder.toAbsolutePath().toString()));
        return new ArchiveSpan(roots, pairs, conf.references(), genesis, end, grid());
    }

    /** What identifies the run, whatever the mode: two runs with one id have comparable rows. */
    public String identity(List<RunManifest.Activation> models, List<RunManifest.Rearming> rearmed) {
        Encoding encoding = new Encoding().begin(7 + models.size() + rearmed.size());
        encoding.add(Rules.sha256())
                .add(conf.hash())
                .add(settings.catalog().fingerprint(grid()))
                .add(genesis)
                .add(emitFrom)
                .add(until())
                .add(String.join(",", pairs));
        models.forEach(model -> encoding.add(String.join(
                " ",
                model.horizon(),
                model.member(),
                model.role(),
                model.modelSha256(),
                Long.toString(model.activatedAt()))));
        rearmed.forEach(rearming -> encoding.add(
                String.join(" ", rearming.lane(), rearming.quote(), Long.toString(rearming.availableAt()))));
        return Sha256.hex(Sha256.of(encoding.bytes())).substring(0, 12);
    }

    /** The manifest of the run before it has begun. */
    public RunManifest manifest(String kind, List<RunManifest.Activation> models, String codeVersion) {
        return manifest(kind, models, List.of(), codeVersion);
    }

    /**
     * The same of a run in which accounts are switched on again.
     *
     * @param rearmed by announcements that the command names, in order
     */
    public RunManifest manifest(
            String kind, List<RunManifest.Activation> models, List<RunManifest.Rearming> rearmed, String codeVersion) {
        SortedMap<String, String> feeds = new TreeMap<>();
        conf.feeds()
                .spans()
                .forEach((pair, spans) -> feeds.put(pair, spans.get(0).feed().id()));
        return new RunManifest(
                kind + "-" + identity(models, rearmed),
                kind,
                genesis,
                emitFrom,
                until(),
                isCut() ? askedUntil : null,
                grid().intervalMillis(),
                grid().graceMillis(),
                settings.catalog().fingerprint(grid()),
                settings.catalog().names(),
                settings.horizons().stream().map(Horizon::label).toList(),
                feeds,
                pairs,
                state,
                conf.overrides(),
                conf.text(),
                conf.hash(),
                conf.alpha(),
                models,
                rearmed,
                codeVersion,
                null,
                null);
    }

    /** What checkpoints of the run remember it by. */
    public RunMark mark(RunManifest manifest) {
        return new RunMark(manifest.run(), conf.hash());
    }

    /** Where the rows of the run go. */
    public RunOutput output(Path root, RunManifest manifest) {
        return new RunOutput(
                root.toAbsolutePath().toUri().toString(),
                manifest.run(),
                Datasets.all(settings.catalog()),
                emitFrom,
                until(),
                Map.of("cst.run", manifest.run(), "cst.fingerprint", manifest.fingerprint()));
    }
}

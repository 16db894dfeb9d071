package org.cryptosmarttrader.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Symbols;
import org.cryptosmarttrader.history.MarketFeed;
import org.cryptosmarttrader.history.MarketFeeds;
import org.cryptosmarttrader.ingest.kraken.KrakenFeed;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.archive.Archive;
import org.cryptosmarttrader.wire.runs.RunManifest;

/**
 * A past for a live run: an archive up to where it ends, so that histories are long enough at once. What came between its end
 * and the first event heard live is missing until ingest has read it again.
 *
 * @param archive folder
 * @param state of the archive when the run began
 * @param genesis first instant folded, epoch milliseconds
 * @param emitFrom first decision whose rows are written
 */
public record WarmStart(Path archive, RunManifest.ArchiveState state, long genesis, long emitFrom) {

    /** The feed of a live run where nothing else is said, as conf/sources.yaml would name it. */
    public static final String TRADES_ONLY = "[{pairs: '*/USD', feed: '%s'}]".formatted(live().id());

    private static final String LIVE_QUOTE = "USD";

    /**
     * @param begun the run that is gone on with; empty of one that begins now
     * @throws IllegalArgumentException if the run began otherwise, or the archive ends in the future or holds nothing
     */
    public static WarmStart of(Path folder, Optional<RunManifest> begun, Instant now, TickGrid grid)
            throws IOException {
        Archive archive = Archive.open(folder);
        RunPlan.requireEvents(archive);
        if (begun.isPresent()) {
            RunManifest manifest = begun.get();
            if (manifest.archive() == null || manifest.archive().endsAt() > archive.endsAt()) {
                throw new IllegalArgumentException(
                        "--archive %s: run %s did not begin with this archive; leave it out, or name the one it began with"
                                .formatted(folder, manifest.run()));
            }
            return new WarmStart(folder, manifest.archive(), manifest.genesis(), manifest.emitFrom());
        }
        long from = now.toEpochMilli();
        if (archive.endsAt() > from) {
            throw new IllegalArgumentException(
                    "--archive %s: ends at %s, in the future; check the clock of this machine"
                            .formatted(folder, Instant.ofEpochMilli(archive.endsAt())));
        }
        long genesis =
                Math.max(RunPlan.memoryBefore(from, grid), UtcDays.start(UtcDays.dayOf(archive.firstAvailableAt())));
        return new WarmStart(
                folder,
                new RunManifest.ArchiveState(
                        archive.nextCommit() - 1,
                        archive.endsAt(),
                        archive.content(UtcDays.dayOf(genesis), UtcDays.dayOf(archive.endsAt()))),
                genesis,
                from);
    }

    /**
     * The feeds as conf/sources.yaml would name them: of each pair what the archive holds, up to the first bar it cannot hold whole,
     * and Kraken's trades from there on.
     *
     * @throws IllegalArgumentException if the archive holds several feeds of a pair
     */
    public String feeds(TickGrid grid) throws IOException {
        MarketFeeds held = FeedResolution.resolve(
                new MarketFeeds(Map.of()), Archive.open(archive).coverage(), grid);
        Instant handOver = Instant.ofEpochMilli(firstLiveBar(grid));
        StringJoiner rules = new StringJoiner(", ", "[", "]").add(rule("*/" + LIVE_QUOTE, live(), ""));
        held.spans().forEach((pair, spans) -> {
            MarketFeed feed = spans.get(0).feed();
            if (!feed.equals(live())) {
                rules.add(rule(pair, feed, ", until: '%s'".formatted(handOver)));
                if (Symbols.quote(pair).equals(LIVE_QUOTE)) {
                    rules.add(rule(pair, live(), ", from: '%s'".formatted(handOver)));
                }
            }
        });
        return rules.toString();
    }

    /** Start of the first bar that is folded from what is heard live, epoch milliseconds. */
    public long firstLiveBar(TickGrid grid) {
        return Math.floorDiv(state.endsAt() - grid.graceMillis(), grid.intervalMillis()) * grid.intervalMillis();
    }

    private static String rule(String pairs, MarketFeed feed, String span) {
        return "{pairs: '%s', feed: '%s'%s}".formatted(pairs, feed.id(), span);
    }

    private static MarketFeed live() {
        return new MarketFeed(KrakenFeed.SOURCE, EventKind.TRADE, 0);
    }
}

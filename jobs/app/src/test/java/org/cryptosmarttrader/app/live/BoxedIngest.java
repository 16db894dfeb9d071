package org.cryptosmarttrader.app.live;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cryptosmarttrader.app.runs.IngestRun;
import org.cryptosmarttrader.app.up.Parent;
import org.cryptosmarttrader.ingest.box.BoxedPair;
import org.cryptosmarttrader.ingest.box.BoxedVenue;
import org.cryptosmarttrader.ingest.box.FaultPlan;
import org.cryptosmarttrader.ingest.live.Cursors;
import org.cryptosmarttrader.ingest.live.EventFeed;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.conf.IngestReader;
import org.cryptosmarttrader.wire.conf.IngestSettings;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * {@code cst ingest} at a venue in a box, in one process, for {@code cst up} in tests: market time runs as fast as both sides
 * can, or at the pace of the real one, from an instant to another, and stands then. Started again it goes on where the topic ends.
 */
public final class BoxedIngest {

    private static final long STEP = 10 * TickGrid.MINUTE;
    /** The market does not run away from a job that is down. */
    private static final long AHEAD = 12 * TickGrid.HOUR;

    private BoxedIngest() {}

    /**
     * @param words those of cst ingest, besides {@code --box-from} and {@code --box-until}; {@code --box-at}, when it is {@code
     *     --box-from} by the real clock, lets the market keep its pace; {@code --box-pairs} is the number of a {@link LoadMarket}'s
     */
    public static void main(String[] words) throws Exception {
        Parent.watch();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < words.length; i += 2) {
            options.put(words[i], words[i + 1]);
        }
        long from = Instant.parse(options.get("--box-from")).toEpochMilli();
        long until = Instant.parse(options.get("--box-until")).toEpochMilli();
        Path data = Path.of(options.get("--data"));
        long start =
                Math.max(from, Cursors.open(data.resolve("ingest/cursors.json")).promised());
        OptionalLong at = options.containsKey("--box-at")
                ? OptionalLong.of(Instant.parse(options.get("--box-at")).toEpochMilli())
                : OptionalLong.empty();
        List<BoxedPair> pairs = options.containsKey("--box-pairs")
                ? LoadMarket.around(from, until, Integer.parseInt(options.get("--box-pairs")))
                        .boxed()
                : BoxedBars.between(from - TickGrid.DAY, until);
        long heartbeat = at.isPresent() ? TickGrid.MINUTE / 60 : TickGrid.MINUTE;
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            try {
                ended.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try (BoxedVenue venue = new BoxedVenue(pairs, FaultPlan.none(), start, heartbeat);
                IngestRun run = IngestRun.start(
                        settings(Path.of(options.get("--conf")), venue),
                        new TickGrid(TickGrid.HOUR, 5_000),
                        options.get("--bootstrap"),
                        data,
                        OptionalLong.of(Instant.parse(options.get("--since")).toEpochMilli()),
                        venue.clock(),
                        venue.clock(),
                        at.isPresent()
                                ? EventFeed.Rhythm.LIVE
                                : new EventFeed.Rhythm(TickGrid.MINUTE, TickGrid.MINUTE))) {
            if (at.isPresent()) {
                keepPace(venue, run, from - at.getAsLong(), until, stop);
            } else {
                hurry(venue, run, data, start, until, stop);
            }
            System.out.printf("market time %s, %,d events%n", Instant.ofEpochMilli(run.promised()), run.events());
            stop.await();
        } finally {
            ended.countDown();
        }
    }

    private static void hurry(BoxedVenue venue, IngestRun run, Path data, long start, long until, CountDownLatch stop)
            throws Exception {
        for (long now = start; now < until && stop.getCount() > 0; now += STEP) {
            awaitRows(data.resolve("live"), start, now - AHEAD, stop);
            venue.advanceTo(now);
            run.tend();
        }
        if (stop.getCount() > 0) {
            venue.advanceTo(until);
        }
    }

    /** @param behind from the real clock to the market's, milliseconds */
    private static void keepPace(BoxedVenue venue, IngestRun run, long behind, long until, CountDownLatch stop)
            throws Exception {
        long now = venue.clock().millis();
        while (now < until && !stop.await(5, TimeUnit.MILLISECONDS)) {
            now = Math.min(until, Math.max(now, System.currentTimeMillis() + behind));
            venue.advanceTo(now);
            run.tend();
        }
    }

    /** Waits until the job shows rows up to an instant. */
    private static void awaitRows(Path live, long start, long instant, CountDownLatch stop) throws Exception {
        while (instant > start
                && (!RunFolder.isAt(live) || RunFolder.open(live).wholeUpTo() < instant)
                && !stop.await(20, TimeUnit.MILLISECONDS)) {
            // looks again
        }
    }

    private static IngestSettings settings(Path conf, BoxedVenue venue) {
        return IngestReader.read(conf, BoxedSettings.of(venue, Map.of()));
    }
}

package org.cryptosmarttrader.ingest.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.Required;

/**
 * What the topic of events holds: the last trade of each pair and its standing, and the facts of the last days, kept in a file now and then. It follows what was
 * written, never what was only heard: after a crash the file is some seconds old, and reading the topic from its offsets on
 * makes it whole again. Trades of a pair are written by id without a hole but the venue's own, so the last says it all. Not
 * thread-safe.
 */
public final class Cursors {

    private static final long KEEP_MILLIS = 30_000;
    /** Sources repeat a text or a transfer within days, a daily value within weeks. */
    private static final long REMEMBERED_MILLIS = 3 * TickGrid.DAY;

    private static final long METRICS_REMEMBERED_MILLIS = 40 * TickGrid.DAY;

    /**
     * The last trade of a pair that was written.
     *
     * @param id at the source
     * @param time of the trade, epoch milliseconds
     */
    public record Last(long id, long time) {}

    /**
     * The file.
     *
     * @param offsets of the topic by partition up to which this was written; empty for its beginning
     * @param promised instant of the last heartbeat
     * @param trades by source and pair with a blank between
     * @param listed pairs listed and not delisted since, by source
     * @param announced sequences of announcements of models and of re-armings
     * @param facts and executions: when each became known, by source and kind with a blank between, and by sequence
     * @param marks how far sources are, in their own words
     */
    record Kept(
            @Required List<Long> offsets,
            long promised,
            @Required SortedMap<String, Last> trades,
            @Required SortedMap<String, SortedSet<String>> listed,
            @Required SortedSet<Long> announced,
            @Required SortedMap<String, SortedMap<Long, Long>> facts,
            @Required SortedMap<String, String> marks) {

        Kept {
            if (facts.values().stream().anyMatch(known -> known.containsValue(null))) {
                throw new IllegalArgumentException("facts holds one without its time");
            }
        }
    }

    private final Path file;
    private final List<Long> readFrom;
    private final SortedMap<String, Last> trades;
    private final SortedMap<String, SortedSet<String>> listed;
    private final SortedSet<Long> announced;
    private final SortedMap<String, SortedMap<Long, Long>> facts;
    private final SortedMap<String, String> marks;
    private long promised;
    private long kept;

    private Cursors(Path file, Kept state) {
        this.file = file;
        this.readFrom = state.offsets();
        this.trades = new TreeMap<>(state.trades());
        this.listed = new TreeMap<>(state.listed());
        this.announced = new TreeSet<>(state.announced());
        this.facts = new TreeMap<>(state.facts());
        this.marks = new TreeMap<>(state.marks());
        this.promised = state.promised();
        this.kept = state.promised();
    }

    /**
     * Opens the file, or begins without one.
     *
     * @throws IOException if it is damaged
     */
    public static Cursors open(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Cursors(
                    file,
                    new Kept(
                            List.of(),
                            0,
                            new TreeMap<>(),
                            new TreeMap<>(),
                            new TreeSet<>(),
                            new TreeMap<>(),
                            new TreeMap<>()));
        }
        try {
            return new Cursors(file, Json.read(file, Kept.class));
        } catch (IOException e) {
            throw new IOException(
                    "cursors %s: damaged (%s); remove the file: the topic of events is then read from its beginning"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** Offsets by partition from which on the topic has to be read to make this whole; empty for its beginning. */
    List<Long> readFrom() {
        return readFrom;
    }

    /** An event that is on its way into the topic, or stands there. */
    void written(EventBlock event) {
        for (int i = 0; i < event.count(); i++) {
            switch (event.kind()) {
                case TRADE ->
                    trades.merge(
                            event.source() + " " + event.pair(),
                            new Last(event.sequence(i), event.eventTime(i)),
                            (before, now) -> now.id() > before.id() ? now : before);
                case MODEL, REARM -> announced.add(event.sequence(i));
                case LISTING -> stands(event, event.word(i, EventKind.STANDING));
                case TEXT, SCORE, TRANSFER, RETRACT, METRIC, EXECUTION ->
                    facts.computeIfAbsent(keyOf(event), key -> new TreeMap<>())
                            .put(event.sequence(i), event.availableAt(i));
                case BAR, HEALTH, HEARTBEAT, QUOTE -> {
                    // never said twice
                }
            }
        }
    }

    private static String keyOf(EventBlock event) {
        return event.source() + " " + event.kind();
    }

    private void stands(EventBlock event, String standing) {
        SortedSet<String> pairs = listed.computeIfAbsent(event.source(), source -> new TreeSet<>());
        if (standing.equals(EventKind.LISTED)) {
            pairs.add(event.pair());
        } else {
            pairs.remove(event.pair());
        }
    }

    /**
     * Everything written so far was acknowledged, and an instant is being promised.
     *
     * @param offsets the topic surely holds; more than it held after a crash would look as if it had lost records
     */
    void promised(long instant, List<Long> offsets) throws IOException {
        promised = Math.max(promised, instant);
        if (promised - kept >= KEEP_MILLIS) {
            keep(offsets);
        }
    }

    /** Writes the file. */
    void keep(List<Long> offsets) throws IOException {
        facts.forEach((key, known) -> known.values().removeIf(at -> at < promised - remembered(key)));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Json.replace(file, new Kept(offsets, promised, trades, listed, announced, facts, marks));
        kept = promised;
    }

    private static long remembered(String key) {
        return key.endsWith(" " + EventKind.METRIC) ? METRICS_REMEMBERED_MILLIS : REMEMBERED_MILLIS;
    }

    /** Notes how far sources are with what was written. */
    void mark(SortedMap<String, String> reached) {
        marks.putAll(reached);
    }

    /**
     * How far a source is, in its own words. What came between this and the end of the topic may be handed over again: what
     * stands there already is not written twice.
     */
    public Optional<String> mark(String source) {
        return Optional.ofNullable(marks.get(source));
    }

    /** The last trade written of each pair of a source. */
    public SortedMap<String, Last> trades(String source) {
        String prefix = source + " ";
        SortedMap<String, Last> ofSource = new TreeMap<>();
        trades.tailMap(prefix).forEach((key, last) -> {
            if (key.startsWith(prefix)) {
                ofSource.put(key.substring(prefix.length()), last);
            }
        });
        return ofSource;
    }

    /** Pairs of a source that are listed, as far as was written. */
    public SortedSet<String> listed(String source) {
        return new TreeSet<>(listed.getOrDefault(source, new TreeSet<>()));
    }

    /**
     * Whether it was written: an announcement, whose topic is read from its beginning at each start, or a fact or execution,
     * that a source may say again.
     */
    boolean holds(EventBlock event) {
        if (event.kind().isAnnounced()) {
            return announced.contains(event.sequence(0));
        }
        boolean isRemembered = event.kind().isFact() || event.kind() == EventKind.EXECUTION;
        return isRemembered
                && facts.getOrDefault(keyOf(event), Collections.emptySortedMap())
                        .containsKey(event.sequence(0));
    }

    /** The last instant promised; 0 if none was. */
    public long promised() {
        return promised;
    }
}

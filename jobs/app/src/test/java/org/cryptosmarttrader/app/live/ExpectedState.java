package org.cryptosmarttrader.app.live;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.drift.ColumnDrift;
import org.cryptosmarttrader.drift.DayCells;
import org.cryptosmarttrader.drift.FrameCells;
import org.cryptosmarttrader.history.PairMemory;
import org.cryptosmarttrader.prediction.GraphSettings;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.time.UtcDays;
import org.cryptosmarttrader.wire.events.EventCodec;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;
import org.cryptosmarttrader.wire.runs.RunFolder;

/**
 * How many bytes a job must remember, from what the windows hold: the memory of each pair by folding its events again, the
 * distributions of columns by the feature rows of the days in their window, the forecasts whose outcome is not known by the
 * verdicts, and the announcements of models. What a horizon learnt, some kilobytes a day of the year it is kept, is not in it.
 */
final class ExpectedState {

    /** Stages that know the models: one scores, one judges, one watches columns. */
    private static final int HOLDERS = 3;

    private static final int HASH_CHARACTERS = 64;
    /** Numbers per pair in front of the votes of the members. */
    private static final int NUMBERS = 6;
    /** Regime of a market of which nothing is known. */
    private static final String UNKNOWN = "UNKNOWN/UNKNOWN";

    private final GraphSettings settings;
    private final long models;
    private final SortedMap<String, PairMemory> memories = new TreeMap<>();
    private final SortedMap<Long, Long> ofMemories = new TreeMap<>();

    /**
     * @param announcements of the models in force
     * @param parallelism of the job: each task of a stage that knows the models keeps them
     */
    ExpectedState(GraphSettings settings, List<EventBlock> announcements, int parallelism) {
        this.settings = settings;
        EventCodec codec = new EventCodec();
        this.models = HOLDERS
                * parallelism
                * announcements.stream()
                        .mapToLong(event -> codec.encode(event, 0).length)
                        .sum();
    }

    /** Folds what became known by a tick. */
    void fold(long tick, List<EventBlock> trades) {
        Map<String, List<EventBlock>> byPair = new HashMap<>();
        trades.forEach(trade ->
                byPair.computeIfAbsent(trade.pair(), pair -> new ArrayList<>()).add(trade));
        byPair.keySet().forEach(pair -> memories.computeIfAbsent(pair, PairMemory::new));
        memories.forEach((pair, memory) -> memory.fold(tick, byPair.getOrDefault(pair, List.of()), settings.memory()));
    }

    /** Notes the size of the memories at a tick, with those of the references a second time, as the market has its own. */
    void note(long tick) throws IOException {
        long bytes = 0;
        for (Map.Entry<String, PairMemory> memory : memories.entrySet()) {
            int copies = settings.references().contains(memory.getKey().replace("/USD", "")) ? 2 : 1;
            bytes += copies * bytes(memory.getValue()::write);
        }
        ofMemories.put(tick, bytes);
    }

    /** What is written. */
    private interface Written {
        void to(DataOutputStream out) throws IOException;
    }

    private static long bytes(Written written) throws IOException {
        DataOutputStream out = new DataOutputStream(OutputStream.nullOutputStream());
        written.to(out);
        return out.size();
    }

    /**
     * Bytes at the ticks noted.
     *
     * @param memories of pairs
     * @param columns distributions of columns
     * @param pending forecasts whose outcome is not known yet
     * @param models announcements
     */
    record Size(long memories, long columns, long pending, long models) {
        long total() {
            return memories + columns + pending + models;
        }
    }

    /** @param run what the job wrote */
    SortedMap<Long, Size> sizes(RunFolder run) throws IOException {
        SortedMap<Long, Long> columns = columns(run);
        SortedMap<Long, Long> pending = pending(run);
        SortedMap<Long, Size> sizes = new TreeMap<>();
        ofMemories.forEach(
                (tick, bytes) -> sizes.put(tick, new Size(bytes, columns.get(tick), pending.get(tick), models)));
        return sizes;
    }

    // ---- distributions of columns

    private SortedMap<Long, Long> columns(RunFolder run) throws IOException {
        SortedMap<Long, Long> byDay = new TreeMap<>();
        SortedMap<Long, Long> byTick = new TreeMap<>();
        for (long day = UtcDays.dayOf(ofMemories.firstKey()) - 1; day <= UtcDays.dayOf(ofMemories.lastKey()); day++) {
            List<FrameCells> frames = frames(run, day);
            byDay.put(day, bytes(DayCells.of(settings.catalog().size(), frames)::write));
            for (FrameCells frame : frames) {
                byTick.put(frame.tick(), bytes(frame::write));
            }
        }
        SortedMap<Long, Long> columns = new TreeMap<>();
        for (long tick : ofMemories.keySet()) {
            long day = UtcDays.dayOf(tick);
            long whole = byDay.subMap(day - ColumnDrift.DAYS, day).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long today = byTick.subMap(UtcDays.start(day), tick + 1).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            columns.put(tick, whole + today);
        }
        return columns;
    }

    private List<FrameCells> frames(RunFolder run, long day) throws IOException {
        RowSchema schema = Datasets.features(settings.catalog());
        int at = schema.indexOf(Datasets.DECISION_AT);
        int first = schema.width() - settings.catalog().size();
        SortedMap<Long, List<double[]>> rows = new TreeMap<>();
        run.read(schema, day, day, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                double[] values = new double[settings.catalog().size()];
                for (int column = 0; column < values.length; column++) {
                    values[column] = batch.doubles(first + column)[row];
                }
                rows.computeIfAbsent(batch.longs(at)[row], tick -> new ArrayList<>())
                        .add(values);
            }
        });
        List<FrameCells> frames = new ArrayList<>();
        rows.forEach((tick, values) ->
                frames.add(FrameCells.of(tick, settings.catalog().size(), values)));
        return frames;
    }

    // ---- pending forecasts

    /** What was issued at a tick about a statement of a horizon. */
    private record Slate(String horizon, String statement, long tick) {}

    private SortedMap<Long, Long> pending(RunFolder run) throws IOException {
        Map<Slate, Long> pairs = new HashMap<>();
        Map<Long, String> regimes = new HashMap<>();
        run.read(columns(Datasets.VERDICTS, Datasets.DECISION_AT, Datasets.PAIR, Datasets.HORIZON, "regime"), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                regimes.put(batch.longs(0)[row], batch.strings(3)[row]);
                add(pairs, new Slate(batch.strings(2)[row], "up", batch.longs(0)[row]), batch.strings(1)[row]);
            }
        });
        run.read(
                columns(Datasets.STATEMENTS, Datasets.DECISION_AT, Datasets.PAIR, Datasets.HORIZON, "statement"),
                batch -> {
                    for (int row = 0; row < batch.rows(); row++) {
                        Slate slate = new Slate(batch.strings(2)[row], batch.strings(3)[row], batch.longs(0)[row]);
                        add(pairs, slate, batch.strings(1)[row]);
                    }
                });
        Map<String, TreeSet<String>> members = members(run);
        SortedMap<Long, Long> pending = new TreeMap<>();
        ofMemories.keySet().forEach(tick -> pending.put(tick, 0L));
        pairs.forEach((slate, packed) -> {
            long bytes = issued(
                    packed,
                    regimes.getOrDefault(slate.tick(), UNKNOWN),
                    members.get(slate.horizon() + " " + slate.statement()));
            long matures = slate.tick() + Horizon.parse(slate.horizon()).hours() * TickGrid.HOUR;
            pending.subMap(slate.tick(), matures).replaceAll((tick, sum) -> sum + bytes);
        });
        return pending;
    }

    /** Number of pairs in the upper half, characters of their names in the lower one. */
    private static void add(Map<Slate, Long> pairs, Slate slate, String pair) {
        pairs.merge(slate, (1L << Integer.SIZE) + pair.length(), Long::sum);
    }

    /** Model, base rate and members once; pair, regime, flag and numbers for each pair. */
    private static long issued(long packed, String regime, TreeSet<String> members) {
        long count = packed >>> Integer.SIZE;
        long names = packed & 0xFFFF_FFFFL;
        long once = text(HASH_CHARACTERS) + Double.BYTES + 2 * Integer.BYTES;
        for (String member : members) {
            once += text(member.getBytes(StandardCharsets.UTF_8).length);
        }
        long each = text(0) + text(regime.length()) + 1 + (NUMBERS + members.size()) * Double.BYTES;
        return once + names + count * each;
    }

    private static long text(int characters) {
        return Short.BYTES + characters;
    }

    /** Champions that forecast side by side on the last day, by horizon and statement. */
    private Map<String, TreeSet<String>> members(RunFolder run) throws IOException {
        long last = UtcDays.dayOf(ofMemories.lastKey()) - 1;
        Map<String, TreeSet<String>> members = new HashMap<>();
        run.read(
                columns(Datasets.FORECASTS, Datasets.HORIZON, "statement", "member", "role", Datasets.DECISION_AT),
                last,
                last,
                batch -> {
                    for (int row = 0; row < batch.rows(); row++) {
                        if (batch.strings(3)[row].equals("champion")) {
                            members.computeIfAbsent(
                                            batch.strings(0)[row] + " " + batch.strings(1)[row], key -> new TreeSet<>())
                                    .add(batch.strings(2)[row]);
                        }
                    }
                });
        return members;
    }

    private static RowSchema columns(RowSchema of, String... names) {
        return new RowSchema(
                of.dataset(),
                List.of(names).stream()
                        .map(name -> of.columns().get(of.indexOf(name)))
                        .toList(),
                List.of(of.availableAt()),
                of.availableAt());
    }
}

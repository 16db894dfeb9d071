package org.cryptosmarttrader.app.certify.leaks;

import static org.cryptosmarttrader.app.certify.Check.AVAILABILITY;
import static org.cryptosmarttrader.app.certify.Check.MATURITY;
import static org.cryptosmarttrader.app.certify.Check.ORDER;
import static org.cryptosmarttrader.app.certify.Check.POISON;
import static org.cryptosmarttrader.app.certify.Check.PREFIX;
import static org.cryptosmarttrader.app.certify.Check.START;
import static org.cryptosmarttrader.app.certify.Check.TRAINER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.cryptosmarttrader.app.certify.Check;
import org.cryptosmarttrader.app.certify.Input;
import org.cryptosmarttrader.app.certify.MadeRows;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.prediction.flow.Arrival;
import org.cryptosmarttrader.prediction.sources.Sources;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.runs.Datasets;

/** The leaks, by where they are planted. */
final class PlantedLeaks {

    private static final Set<String> BESIDE =
            Set.of("missing_share", "missing_groups", "raw_root", "healed_bars", "stale_bars", "universe");
    private static final long GRACE = 5_000;

    private final Scene scene;

    PlantedLeaks(Scene scene) {
        this.scene = scene;
    }

    List<Leak> all() {
        List<Leak> all = new ArrayList<>();
        all.addAll(inSources());
        all.addAll(inJoins());
        all.addAll(inFrames());
        all.addAll(inStarts());
        all.addAll(inOrders());
        all.addAll(inLabels());
        all.addAll(inTrainers());
        return all;
    }

    private Predicate<String> ofGroup(String... groups) {
        return column -> BESIDE.contains(column) || List.of(groups).contains(scene.group(column));
    }

    /** All that bars and trades may reach; not the clock, and nothing said beside prices. */
    private Predicate<String> ofPrices() {
        return column -> !List.of("calendar", "sentiment", "index").contains(scene.group(column));
    }

    private static Predicate<String> only(String... columns) {
        return column -> List.of(columns).contains(column);
    }

    private List<Leak> inSources() {
        return List.of(
                new Leak(
                        "a bar stamped at its start",
                        "source",
                        AVAILABILITY,
                        ofPrices(),
                        in -> in.lied(EventKind.BAR, TickGrid.HOUR)),
                new Leak(
                        "a trade stamped an hour early",
                        "source",
                        AVAILABILITY,
                        ofPrices(),
                        in -> in.lied(EventKind.TRADE, TickGrid.HOUR)),
                new Leak(
                        "news stamped an hour before publication",
                        "source",
                        AVAILABILITY,
                        ofGroup("sentiment"),
                        in -> in.lied(EventKind.TEXT, TickGrid.HOUR + 15 * TickGrid.MINUTE)),
                new Leak(
                        "a daily value stamped at its day's start",
                        "source",
                        AVAILABILITY,
                        ofGroup("index"),
                        in -> in.lied(EventKind.METRIC, TickGrid.DAY)),
                new Leak(
                        "a revised value in place of the first",
                        "source",
                        PREFIX,
                        ofGroup("index"),
                        in -> in.bentEvents(PlantedLeaks::revised)),
                new Leak(
                        "news moved before the tick",
                        "source",
                        PREFIX,
                        ofGroup("sentiment"),
                        in -> in.bentEvents(PlantedLeaks::beforeTheTick)),
                new Leak(
                        "rows of the pairs alive at the end only",
                        "source",
                        PREFIX,
                        only("(row)"),
                        in -> in.bentRows(this::ofTodaysPairs)));
    }

    private static List<EventBlock> revised(List<EventBlock> events) {
        List<EventBlock> bent = new ArrayList<>(events);
        EventBlock next = null;
        for (int i = events.size() - 1; i >= 0; i--) {
            EventBlock event = events.get(i);
            if (event.kind() == EventKind.METRIC) {
                if (next != null) {
                    bent.set(i, Forged.with(event, event.eventTime(0), event.availableAt(0), next.value(0, 0)));
                }
                next = event;
            }
        }
        return bent;
    }

    private static List<EventBlock> beforeTheTick(List<EventBlock> events) {
        TickGrid grid = new TickGrid(TickGrid.HOUR, GRACE);
        List<EventBlock> bent = new ArrayList<>(events);
        bent.replaceAll(event -> {
            long tick = grid.tickOf(event.availableAt(0)) - TickGrid.HOUR;
            return event.kind() == EventKind.TEXT ? Forged.with(event, tick, tick, event.values()) : event;
        });
        return bent;
    }

    private MadeRows ofTodaysPairs(MadeRows made, Input input) {
        Rows rows = scene.featuresOf(made);
        long[] decisions = rows.longs("decision_at");
        long last = Arrays.stream(decisions).max().orElseThrow();
        Set<String> alive = new TreeSet<>();
        for (int row = 0; row < decisions.length; row++) {
            if (decisions[row] == last) {
                alive.add(rows.words("pair")[row]);
            }
        }
        return new MadeRows(rows.where(row -> alive.contains(rows.words("pair")[row])), made.labels());
    }

    private List<Leak> inJoins() {
        return List.of(
                column("the feature of the next tick", "join", "macd", PREFIX, PlantedLeaks::next),
                column("the reference's returns of the next tick", "join", "corr_btc_168", POISON, PlantedLeaks::next),
                new Leak(
                        "the label in disguise",
                        "join",
                        PREFIX,
                        only("rsi_14"),
                        in -> in.bentRows((made, input) -> ofLabel(made, "rsi_14", "value"))),
                new Leak(
                        "the next open",
                        "join",
                        PREFIX,
                        only("atr_pct_14"),
                        in -> in.bentRows((made, input) -> ofLabel(made, "atr_pct_14", "entry_price"))));
    }

    private Leak column(
            String name,
            String place,
            String column,
            org.cryptosmarttrader.app.certify.Check check,
            Rows.OfSeries bend) {
        return new Leak(
                name,
                place,
                check,
                only(column),
                in -> in.bentRows((made, input) ->
                        new MadeRows(scene.featuresOf(made).each(column, bend).batch(), made.labels())));
    }

    private static double next(double[] series, int at) {
        return series[Math.min(series.length - 1, at + 1)];
    }

    /** Fills a feature with what the labels of the same decisions say. */
    private MadeRows ofLabel(MadeRows made, String feature, String label) {
        Rows features = scene.featuresOf(made);
        Rows labels = scene.labelsOf(made);
        Map<String, Double> said = new HashMap<>();
        for (int row = 0; row < labels.batch().rows(); row++) {
            if (labels.words("horizon")[row].equals("1h")) {
                said.put(labels.words("pair")[row] + labels.longs("decision_at")[row], labels.doubles(label)[row]);
            }
        }
        double[] values = features.doubles(feature);
        for (int row = 0; row < values.length; row++) {
            values[row] =
                    said.getOrDefault(features.words("pair")[row] + features.longs("decision_at")[row], Double.NaN);
        }
        return new MadeRows(features.batch(), made.labels());
    }

    private List<Leak> inFrames() {
        return List.of(
                whole("the mean of the whole column taken off", "rsi_14", rows -> {
                    double mean = Arrays.stream(rows.sorted("rsi_14")).average().orElse(0);
                    return rows.all("rsi_14", value -> value - mean);
                }),
                whole("z-scores fitted on everything", "rv_cc_24", rows -> {
                    double[] all = rows.sorted("rv_cc_24");
                    double mean = Arrays.stream(all).average().orElse(0);
                    double variance = Arrays.stream(all)
                            .map(value -> (value - mean) * (value - mean))
                            .average()
                            .orElse(1);
                    return rows.all("rv_cc_24", value -> (value - mean) / Math.sqrt(variance));
                }),
                whole("ranks over the whole column", "macd", rows -> {
                    double[] all = rows.sorted("macd");
                    return rows.all(
                            "macd", value -> Double.isNaN(value) ? value : Math.abs(Arrays.binarySearch(all, value)));
                }),
                column("a centred moving average", "frame", "sma_dev_20", PREFIX, (series, at) -> {
                    int from = Math.max(0, at - 3);
                    int until = Math.min(series.length, at + 4);
                    return Arrays.stream(series, from, until).average().orElse(Double.NaN);
                }),
                new Leak(
                        "a regime smoothed from both sides",
                        "frame",
                        PREFIX,
                        only("bb_width"),
                        in -> in.bentRows((made, input) ->
                                new MadeRows(smoothed(scene.featuresOf(made)).batch(), made.labels()))),
                // the highest may lie before a cut, garbage behind it is higher still
                whole("the highest value of the run as a scale", "don_width", POISON, rows -> {
                    double[] all = rows.sorted("don_width");
                    return rows.all("don_width", value -> value / all[all.length - 1]);
                }),
                whole("a cross-section with pairs listed later", "xs_rank_ret24", rows -> {
                    int pairs = rows.series().size();
                    return rows.all("xs_rank_ret24", value -> value / pairs);
                }));
    }

    /** Bends a column by all rows of the run. */
    private Leak whole(String name, String column, UnaryOperator<Rows> bend) {
        return whole(name, column, PREFIX, bend);
    }

    private Leak whole(String name, String column, Check check, UnaryOperator<Rows> bend) {
        return new Leak(
                name,
                "frame",
                check,
                only(column),
                in -> in.bentRows((made, input) ->
                        new MadeRows(bend.apply(scene.featuresOf(made)).batch(), made.labels())));
    }

    private static Rows smoothed(Rows rows) {
        double[] values = rows.doubles("bb_width");
        rows.series().values().forEach(ofPair -> {
            double later = Double.NaN;
            for (int i = ofPair.size() - 1; i >= 0; i--) {
                double value = values[ofPair.get(i)];
                later = Double.isNaN(later) || Double.isNaN(value) ? value : 0.5 * (value + later);
                values[ofPair.get(i)] = later;
            }
        });
        return rows;
    }

    private List<Leak> inStarts() {
        return List.of(
                column("a mean since the start", "start", "rsi_14", START, (series, at) -> Arrays.stream(
                                series, 0, at + 1)
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN)),
                column("a recursive average since the start", "start", "bb_width", START, (series, at) -> {
                    double average = 0;
                    for (int i = 0; i <= at; i++) {
                        average += Double.isFinite(series[i]) ? 0.001 * (series[i] - average) : 0;
                    }
                    return average;
                }),
                column("a count of rows since the start", "start", "hour_sin", START, (series, at) -> series[at] + at));
    }

    private List<Leak> inOrders() {
        return List.of(
                new Leak(
                        "a value that depends on the size of blocks",
                        "order",
                        ORDER,
                        ofPrices(),
                        in -> in.bentSource(sources -> mapped(sources, new ByBlockSize()))),
                new Leak(
                        "a value that depends on who came before",
                        "order",
                        ORDER,
                        ofPrices(),
                        in -> in.bentSource(sources -> mapped(sources, new ByPredecessor()))));
    }

    private static Sources mapped(Sources sources, RichMapFunction<Arrival, Arrival> map) {
        return env -> {
            var arrivals = sources.events(env);
            return arrivals.map(map, arrivals.getType()).uid("leak");
        };
    }

    private static Arrival scaled(EventBlock block, double factor) {
        double[] values = block.values().clone();
        for (int i = 0; i < values.length; i++) {
            boolean isQuantity =
                    block.kind() == EventKind.TRADE && i % block.kind().width() == EventKind.QUANTITY;
            boolean isVolume = block.kind() == EventKind.BAR && i % block.kind().width() == EventKind.VOLUME;
            values[i] *= isQuantity || isVolume ? factor : 1;
        }
        return Arrival.fromArchive(new EventBlock(
                block.kind(),
                block.source(),
                block.pair(),
                block.intervalMillis(),
                block.availability(),
                block.sequences(),
                block.eventTimes(),
                block.availableAts(),
                values,
                block.payloadHashes(),
                block.words()));
    }

    private static final class ByBlockSize extends RichMapFunction<Arrival, Arrival> {
        private static final long serialVersionUID = 1L;

        @Override
        public Arrival map(Arrival arrival) {
            EventBlock block = arrival.block();
            return block.kind() == EventKind.TRADE ? scaled(block, 1 + 0.01 * block.count()) : arrival;
        }
    }

    private static final class ByPredecessor extends RichMapFunction<Arrival, Arrival> {
        private static final long serialVersionUID = 1L;
        private transient String before;

        @Override
        public Arrival map(Arrival arrival) {
            EventBlock block = arrival.block();
            double factor = before == null || before.compareTo(block.pair()) < 0 ? 1 : 1.01;
            before = block.pair();
            return block.kind() == EventKind.BAR ? scaled(block, factor) : arrival;
        }
    }

    private List<Leak> inLabels() {
        return List.of(
                new Leak(
                        "the exit of an hour later",
                        "label",
                        PREFIX,
                        only("labels.value"),
                        in -> in.bentRows((made, input) -> new MadeRows(
                                made.features(),
                                scene.labelsOf(made)
                                        .each("value", PlantedLeaks::next)
                                        .batch()))),
                new Leak(
                        "a label known a tick early",
                        "label",
                        MATURITY,
                        column -> column.startsWith("labels."),
                        in -> in.bentRows(
                                (made, input) -> new MadeRows(made.features(), early(scene.labelsOf(made))))));
    }

    private static RowBatch early(Rows labels) {
        long[] maturedAt = labels.longs("matured_at");
        Arrays.setAll(maturedAt, row -> maturedAt[row] - TickGrid.HOUR);
        return labels.batch();
    }

    private List<Leak> inTrainers() {
        Predicate<String> models = column -> column.startsWith("models.");
        return List.of(
                new Leak(
                        "a scaler fitted on all rows", "trainer", TRAINER, models, in -> in.bentTraining(this::scaled)),
                new Leak(
                        "labels that matured after the training",
                        "trainer",
                        TRAINER,
                        models,
                        in -> in.bentTraining(this::withLaterLabels)),
                new Leak(
                        "features chosen on the test span",
                        "trainer",
                        TRAINER,
                        models,
                        in -> in.bentTraining(this::chosen)));
    }

    private MadeRows scaled(MadeRows dataset, long asOf) {
        Rows rows = scene.featuresOf(dataset);
        for (String column : List.of("ret_1", "ret_24", "rsi_14", "rv_cc_24", "macd", "bb_width")) {
            double[] all = rows.sorted(column);
            double middle = all.length == 0 ? 0 : all[all.length / 2];
            rows.all(column, value -> value - middle);
        }
        return new MadeRows(rows.batch(), dataset.labels());
    }

    private MadeRows withLaterLabels(MadeRows dataset, long asOf) {
        Rows labels = scene.labelsOf(dataset);
        long[] maturedAt = labels.longs("matured_at");
        long[] decisions = labels.longs("decision_at");
        long shift = 4 * TickGrid.DAY;
        for (int row = 0; row < maturedAt.length; row++) {
            maturedAt[row] -= shift;
            decisions[row] -= shift;
        }
        return new MadeRows(dataset.features(), labels.batch());
    }

    /** Keeps the ten features that vary most on the rows after the training. */
    private MadeRows chosen(MadeRows dataset, long asOf) {
        Rows rows = scene.featuresOf(dataset);
        long[] decisions = rows.longs("decision_at");
        TreeMap<Double, String> byScore = new TreeMap<>();
        List<String> names = scene.features().columns().stream()
                .skip(Datasets.FEATURES_FROM)
                .map(column -> column.name())
                .toList();
        for (String name : names) {
            double[] values = rows.doubles(name);
            double sum = name.hashCode() * 1e-12;
            for (int row = 0; row < values.length; row++) {
                sum += decisions[row] > asOf && Double.isFinite(values[row]) ? values[row] * (row % 7 - 3) : 0;
            }
            byScore.put(sum, name);
        }
        Set<String> kept = new TreeSet<>(new ArrayList<>(byScore.values()).subList(0, 10));
        names.stream().filter(name -> !kept.contains(name)).forEach(name -> rows.all(name, value -> Double.NaN));
        return new MadeRows(rows.batch(), dataset.labels());
    }
}

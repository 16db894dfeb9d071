package org.cryptosmarttrader.app.certify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.cryptosmarttrader.app.runs.RunPlan;
import org.cryptosmarttrader.domain.Horizon;
import org.cryptosmarttrader.facts.FactRules;
import org.cryptosmarttrader.features.FeatureDoc;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.serving.report.Certificate;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.rows.RowSchema;
import org.cryptosmarttrader.wire.runs.Datasets;

/**
 * Asks every check of everything a run makes. A reference run covers the whole span; each further run is one check at one cut,
 * so that whatever differs is attributable. Not thread-safe; used once.
 */
public final class Certifier {

    /** Ticks before a cut at which columns of the longest memory are held against the reference. */
    private static final int TICKS_BEFORE_CUT = 48;

    private final RunPlan plan;
    private final RowMaker maker;
    private final ModelTrainer trainer;
    private final Origins origins;
    private final CertifySettings settings;
    private final Consumer<String> progress;
    private final Map<Check, Integer> runs = new EnumMap<>(Check.class);
    private final List<Comparison> datasets = new ArrayList<>();

    /**
     * @param plan of the run to be certified, from its memory before the first decision on
     * @param maker the graph, or something in its place
     * @param trainer the training, or something in its place
     * @param origins of the events
     * @param progress told what is being done
     */
    public Certifier(
            RunPlan plan,
            RowMaker maker,
            ModelTrainer trainer,
            Origins origins,
            CertifySettings settings,
            Consumer<String> progress) {
        this.plan = plan;
        this.maker = maker;
        this.trainer = trainer;
        this.origins = origins;
        this.settings = settings;
        this.progress = progress;
    }

    /** @throws Exception what made a run or the training fail */
    public Certificate certify() throws Exception {
        Input whole = input(plan.genesis(), plan.until(), EventChange.none());
        progress.accept("reference run");
        MadeRows reference = maker.rows(whole);
        datasets.add(new Comparison(new RowIndex(features(), reference.features())));
        datasets.add(new Comparison(new RowIndex(Datasets.LABELS, reference.labels())));
        lookAtMaturity();
        SortedMap<Long, String> cuts = cuts(whole);
        int done = 0;
        for (long cut : cuts.keySet()) {
            progress.accept("cut %d of %d, %s".formatted(++done, cuts.size(), Instant.ofEpochMilli(cut)));
            prefix(cut);
            poison(cut);
            start(cut);
        }
        progress.accept("disorder");
        order(whole);
        progress.accept("training");
        List<ColumnTally> models = train(reference);
        List<ColumnTally> columns = new ArrayList<>();
        datasets.forEach(dataset -> columns.addAll(dataset.tallies()));
        return new Findings(plan, settings, origins, cuts, columns, models, runs).certificate(datasets);
    }

    private List<ColumnTally> train(MadeRows reference) throws Exception {
        long asOf = tickBefore(firstTick() + (plan.until() - firstTick()) / 4 * 3);
        List<ColumnTally> models = new TrainerCheck(trainer, features(), settings.seed()).look(reference, asOf);
        runs.put(Check.TRAINER, 2 * models.size());
        return models;
    }

    private RowSchema features() {
        return Datasets.features(plan.settings().catalog());
    }

    private SortedMap<Long, String> cuts(Input whole) throws Exception {
        Cuts cuts = new Cuts(plan.grid(), firstTick(), plan.until(), settings.seed());
        cuts.spread(settings.cuts());
        cuts.beforeEvents(whole);
        return cuts.chosen();
    }

    private long firstTick() {
        return plan.grid().tickOf(plan.emitFrom());
    }

    private long tickBefore(long instant) {
        long next = plan.grid().tickOf(instant);
        return next == instant ? next : next - plan.grid().intervalMillis();
    }

    private void prefix(long cut) throws Exception {
        Input known = input(plan.genesis(), tickBefore(cut), new Cut(cut, origins.liars()));
        compare(Check.PREFIX, known, cut, "", cut, true);
    }

    private void poison(long cut) throws Exception {
        long until = Math.min(plan.until(), tickBefore(cut + Cuts.BEHIND));
        Input poisoned = input(plan.genesis(), until, new Poison(cut, settings.seed()));
        compare(Check.POISON, poisoned, cut, "", cut, false);
    }

    private Input input(long genesis, long until, EventChange change) {
        return new Input(
                plan.between(genesis, plan.emitFrom(), until).archiveSpan(List.of()), change, OptionalLong.empty());
    }

    private void compare(Check check, Input input, long cut, String note, long until, boolean endsThere)
            throws Exception {
        MadeRows made = run(check, input);
        String label = "cut at %s%s".formatted(Instant.ofEpochMilli(cut), note);
        for (Comparison dataset : datasets) {
            long[] always = new long[dataset.reference().schema().width()];
            Arrays.fill(always, Long.MIN_VALUE);
            dataset.compare(
                    index(dataset, made), new Comparison.Scope(check, label, until, Long.MIN_VALUE, always, endsThere));
        }
    }

    private void start(long cut) throws Exception {
        long last = tickBefore(cut);
        long begin = last - wholeMemory() - TICKS_BEFORE_CUT * plan.grid().intervalMillis();
        MadeRows made = run(Check.START, input(begin, last, EventChange.none()));
        String label = "begun at %s".formatted(Instant.ofEpochMilli(begin));
        for (Comparison dataset : datasets) {
            long[] from = columnsFrom(dataset.reference().schema(), begin);
            dataset.compare(
                    index(dataset, made),
                    new Comparison.Scope(Check.START, label, last, begin + wholeMemory(), from, true));
        }
    }

    private void order(Input whole) throws Exception {
        Input disordered = new Input(whole.events(), whole.change(), OptionalLong.of(settings.seed()));
        compare(Check.ORDER, disordered, plan.until(), ", in disorder", plan.until(), true);
    }

    private MadeRows run(Check check, Input input) throws Exception {
        runs.merge(check, 1, Integer::sum);
        return maker.rows(input);
    }

    private RowIndex index(Comparison dataset, MadeRows made) {
        boolean isLabels = dataset.reference().schema().dataset().equals(Datasets.LABELS.dataset());
        return new RowIndex(dataset.reference().schema(), isLabels ? made.labels() : made.features());
    }

    /** Whatever a row may rest on: all bars kept, all facts kept, and the oldest day of either, which its root names whole. */
    private long wholeMemory() {
        long bars = MemoryRules.HISTORY_BARS * plan.grid().intervalMillis();
        return Math.max(bars, FactRules.MEMORY_MILLIS) + TickGrid.DAY;
    }

    /** From when on each column of a run begun then has all of its declared memory. */
    private long[] columnsFrom(RowSchema schema, long begin) {
        long[] from = new long[schema.width()];
        Arrays.fill(from, begin + wholeMemory());
        if (schema.dataset().equals("features")) {
            List<FeatureDoc> docs = plan.settings().catalog().docs();
            for (int column = 0; column < docs.size(); column++) {
                FeatureDoc doc = docs.get(column);
                from[Datasets.FEATURES_FROM + column] = begin
                        + Math.max(doc.memoryBars() * plan.grid().intervalMillis(), doc.memoryHours() * TickGrid.HOUR);
            }
        }
        return from;
    }

    /** A label's maturity is the horizon behind its decision. */
    private void lookAtMaturity() {
        Comparison labels = datasets.get(1);
        RowIndex rows = labels.reference();
        ColumnTally maturedAt = labels.tallies().stream()
                .filter(tally -> tally.isOf("matured_at"))
                .findFirst()
                .orElseThrow();
        for (int row = 0; row < rows.rows().rows(); row++) {
            RowIndex.Key key = rows.key(row);
            long earliest = key.decisionAt() + Horizon.parse(key.horizon()).millis();
            long at = rows.availableAt(row);
            if (at < earliest) {
                maturedAt.accuse(
                        Check.MATURITY,
                        () -> new Certificate.Accusation(
                                Check.MATURITY.name(),
                                rows.schema().dataset(),
                                "matured_at",
                                key.pair(),
                                Instant.ofEpochMilli(key.decisionAt()).toString(),
                                key.horizon(),
                                "at or after " + Instant.ofEpochMilli(earliest),
                                Instant.ofEpochMilli(at).toString(),
                                "reference run"));
            }
        }
        maturedAt.compared(Check.MATURITY, rows.rows().rows(), rows.rows().rows());
        runs.put(Check.MATURITY, 1);
    }
}

package org.cryptosmarttrader.facts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.cryptosmarttrader.domain.CanonicalOrder;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.history.FoldReport;
import org.cryptosmarttrader.history.MemoryRules;
import org.cryptosmarttrader.history.Refusal;
import org.cryptosmarttrader.provenance.HashSets;

/**
 * Everything remembered beside the market's prices. Folding a tick's events gives the same memory whatever the blocks they
 * came in.
 *
 * <p>Mutable, not thread-safe; the state of one key.
 */
public final class FactMemory {

    /** Separates asset and metric; neither holds it. */
    private static final char BETWEEN = ' ';

    private final TextMemory texts;
    private final TransferMemory transfers;
    private final TreeMap<String, Series> series;
    private final TreeMap<String, ListenedSpans> listened;

    /** Follows from the above; null until asked for. */
    private TickView view;

    public FactMemory() {
        this(new TextMemory(), new TransferMemory(), new TreeMap<>(), new TreeMap<>());
    }

    private FactMemory(
            TextMemory texts,
            TransferMemory transfers,
            TreeMap<String, Series> series,
            TreeMap<String, ListenedSpans> listened) {
        this.texts = texts;
        this.transfers = transfers;
        this.series = series;
        this.listened = listened;
    }

    /**
     * Takes in what became known by a tick.
     *
     * @param tick the decision instant; each call's is later than the one before
     * @param blocks facts available by {@code tick} and not before the last one, in any order
     * @param prices by which transfers are valued
     */
    public FoldReport fold(long tick, List<EventBlock> blocks, UsdPrices prices, FactRules rules) {
        view = null;
        FoldReport report = new FoldReport();
        CanonicalOrder.visit(blocks, (block, event) -> take(block, event, prices, rules)
                .ifPresent(refusal -> report.refuse(block, event, refusal)));
        texts.forgetUpTo(tick - TextMemory.KEPT_MILLIS);
        transfers.forgetUpTo(tick - TransferMemory.KEPT_MILLIS);
        series.values().forEach(values -> values.forgetUpTo(tick - FactRules.MEMORY_MILLIS));
        series.values().removeIf(Series::isEmpty);
        listened.values().forEach(spans -> spans.forgetBefore(tick - TextMemory.KEPT_MILLIS));
        listened.values().removeIf(ListenedSpans::isEmpty);
        return report;
    }

    private Optional<Refusal> take(EventBlock block, int event, UsdPrices prices, FactRules rules) {
        if (block.availableAt(event) < block.eventTime(event) - MemoryRules.MAX_SKEW_MILLIS) {
            return Optional.of(Refusal.CLOCK);
        }
        return switch (block.kind()) {
            case TEXT -> texts.add(block, event, rules);
            case SCORE -> texts.score(block, event, rules);
            case TRANSFER -> transfers.add(block, event, prices);
            case RETRACT -> transfers.retract(block, event);
            case METRIC -> addMetric(block, event);
            case HEALTH -> addListened(block, event);
            case BAR, TRADE, MODEL, LISTING, HEARTBEAT, QUOTE, REARM, EXECUTION ->
                throw new IllegalArgumentException("facts: was given %s; filter them first".formatted(block));
        };
    }

    private Optional<Refusal> addMetric(EventBlock block, int event) {
        double value = block.value(event, 0);
        if (!Double.isFinite(value)) {
            return Optional.of(Refusal.BAD_FACT);
        }
        Series.Value known =
                new Series.Value(value, block.intervalMillis(), block.availableAt(event), block.payloadHash(event));
        String name = name(block.word(event, EventKind.METRIC_ASSET), block.word(event, EventKind.METRIC_NAME));
        boolean isFirst = series.computeIfAbsent(name, absent -> new Series()).add(block.eventTime(event), known);
        return isFirst ? Optional.empty() : Optional.of(Refusal.REVISED);
    }

    private Optional<Refusal> addListened(EventBlock block, int event) {
        if (block.intervalMillis() <= 0) {
            return Optional.of(Refusal.BAD_INTERVAL);
        }
        long until = block.eventTime(event) + 1;
        listened.computeIfAbsent(block.word(event, EventKind.FEED), absent -> new ListenedSpans())
                .add(until - block.intervalMillis(), until);
        return Optional.empty();
    }

    private static String name(String asset, String metric) {
        return asset + BETWEEN + metric;
    }

    /** What is known of an asset, or, of the empty symbol, of the market; valid until the next fold. */
    public Facts facts(String asset, long tick, FactRules rules) {
        if (view == null || view.tick() != tick) {
            view = new TickView(tick, rules, this);
        }
        return new Facts(asset, view, this);
    }

    /** Assets of which anything is remembered beside the market as a whole, in order. */
    public List<String> assets() {
        TreeSet<String> assets = new TreeSet<>();
        texts.texts().forEach(text -> assets.addAll(text.subjects()));
        transfers.transfers().forEach(transfer -> assets.add(transfer.asset()));
        series.keySet().forEach(name -> assets.add(name.substring(0, name.indexOf(BETWEEN))));
        assets.remove("");
        return new ArrayList<>(assets);
    }

    List<Text> texts() {
        return texts.texts();
    }

    List<Transfer> transfers() {
        return transfers.transfers();
    }

    /** What is remembered of an asset, by metric. */
    Map<String, Series> seriesOf(String asset) {
        Map<String, Series> byMetric = new TreeMap<>();
        series.subMap(asset + BETWEEN, asset + (char) (BETWEEN + 1))
                .forEach((name, values) -> byMetric.put(name.substring(asset.length() + 1), values));
        return byMetric;
    }

    /** Whether a feed was listened to, without a hole, in {@code [from, until)}. */
    boolean listened(String feed, long from, long until) {
        ListenedSpans spans = listened.get(feed);
        return spans != null && spans.cover(from, until);
    }

    /** The distinct payload hashes of all that is remembered: n × 32 bytes, sorted. */
    public byte[] inputs() {
        List<byte[]> hashes = new ArrayList<>();
        Consumer<byte[]> taker = hashes::add;
        texts.payloadHashes(taker);
        transfers.payloadHashes(taker);
        series.values().forEach(values -> values.payloadHashes(taker));
        return hashes.isEmpty() ? new byte[0] : HashSets.union(hashes);
    }

    public void write(DataOutput out) throws IOException {
        texts.write(out);
        transfers.write(out);
        out.writeInt(series.size());
        for (Map.Entry<String, Series> entry : series.entrySet()) {
            out.writeUTF(entry.getKey());
            entry.getValue().write(out);
        }
        out.writeInt(listened.size());
        for (Map.Entry<String, ListenedSpans> entry : listened.entrySet()) {
            out.writeUTF(entry.getKey());
            entry.getValue().write(out);
        }
    }

    public static FactMemory read(DataInput in) throws IOException {
        TextMemory texts = TextMemory.read(in);
        TransferMemory transfers = TransferMemory.read(in);
        TreeMap<String, Series> series = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            series.put(in.readUTF(), Series.read(in));
        }
        TreeMap<String, ListenedSpans> listened = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            listened.put(in.readUTF(), ListenedSpans.read(in));
        }
        return new FactMemory(texts, transfers, series, listened);
    }
}

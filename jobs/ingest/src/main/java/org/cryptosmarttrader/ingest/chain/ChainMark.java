package org.cryptosmarttrader.ingest.chain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cryptosmarttrader.time.TickGrid;
import org.cryptosmarttrader.wire.Json;
import org.cryptosmarttrader.wire.Required;

/**
 * How far a chain was handed over: the last blocks and what was said of each, so that it can be taken back when the block leaves
 * the chain. Mutable, not thread-safe.
 */
final class ChainMark {

    /** Longer than anybody remembers that an event was written. */
    private static final long REMEMBERED_MILLIS = 45 * TickGrid.DAY;

    private static final String AGAIN = "#";

    /**
     * A block.
     *
     * @param said names of the transfers handed over
     */
    record Block(
            long height, @Required String hash, @Required List<String> said) {}

    /**
     * A transfer that was taken back.
     *
     * @param times so often
     * @param at the last time, epoch milliseconds
     */
    record Retracted(int times, long at) {}

    /** As it is kept. */
    record Kept(@Required List<Block> blocks, @Required SortedMap<String, Retracted> retracted) {}

    private final List<Block> blocks;
    private final SortedMap<String, Retracted> retracted;

    ChainMark() {
        this(new Kept(List.of(), new TreeMap<>()));
    }

    private ChainMark(Kept kept) {
        this.blocks = new ArrayList<>(kept.blocks());
        this.retracted = new TreeMap<>(kept.retracted());
    }

    /** @throws IOException if they are no words of a mark */
    static ChainMark of(String words, String source) throws IOException {
        return new ChainMark(Json.read(
                words,
                Kept.class,
                "cursors: the mark of %s is damaged; remove its line and what came before the next start is not read"
                        .formatted(source)));
    }

    /** To be understood by {@link #of}. */
    String words() {
        return Json.write(new Kept(blocks, retracted));
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Whether it knows but one block. */
    boolean isLast() {
        return blocks.size() == 1;
    }

    Block newest() {
        return blocks.get(blocks.size() - 1);
    }

    /**
     * A name of a transfer that is not taken: its id, and how often it was taken back if it was. What has one name is written once,
     * so that what comes back needs another.
     */
    String nameOf(String id) {
        Retracted before = retracted.get(id);
        return before == null ? id : id + AGAIN + before.times();
    }

    /** The id of a name. */
    static String idOf(String name) {
        return name.contains(AGAIN) ? name.substring(0, name.indexOf(AGAIN)) : name;
    }

    /** Adds a block behind the newest one. */
    void add(Block block) {
        blocks.add(block);
    }

    /** Takes the newest block out. */
    void drop(long now) {
        for (String name : blocks.remove(blocks.size() - 1).said()) {
            retracted.merge(idOf(name), new Retracted(1, now), (before, one) -> new Retracted(before.times() + 1, now));
        }
    }

    /** Forgets what lies farther behind the newest block, and what was taken back long ago. */
    void forget(int keptBlocks, long now) {
        long lowest = newest().height() - keptBlocks;
        blocks.removeIf(block -> block.height() <= lowest);
        retracted.values().removeIf(one -> one.at() < now - REMEMBERED_MILLIS);
    }
}

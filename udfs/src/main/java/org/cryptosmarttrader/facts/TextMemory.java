package org.cryptosmarttrader.facts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.history.Refusal;
import org.cryptosmarttrader.texts.Shingles;
import org.cryptosmarttrader.texts.TextWords;
import org.cryptosmarttrader.time.TickGrid;

/**
 * The texts of the last eight days, in the order they became available. A near-duplicate is told by exact comparison with
 * every text of the 72 hours before it. Mutable; part of the state of one key.
 */
final class TextMemory {

    /** Eight times the longer half-life of a mean of scores. */
    static final long KEPT_MILLIS = 8 * TickGrid.DAY;

    private static final long DUPLICATE_MILLIS = 72 * TickGrid.HOUR;

    private final TreeMap<String, Integer> known = new TreeMap<>();
    private final List<Text> texts = new ArrayList<>();

    /** Takes a text; empty if it was taken. */
    Optional<Refusal> add(EventBlock block, int event, FactRules rules) {
        String group = block.word(event, EventKind.GROUP);
        String id = group + ":" + block.word(event, EventKind.TEXT_ID);
        double score = block.value(event, 0);
        if (Math.abs(score) > 1) {
            return Optional.of(Refusal.BAD_FACT);
        }
        if (known.containsKey(id)) {
            return Optional.of(Refusal.DUPLICATE);
        }
        long availableAt = block.availableAt(event);
        Shingles shingles = new TextWords(split(block.word(event, EventKind.WORDS))).shingles();
        boolean counts = rules.counts(block.word(event, EventKind.SCORER));
        known.put(id, texts.size());
        texts.add(new Text(
                id,
                group,
                availableAt,
                split(block.word(event, EventKind.SUBJECTS)),
                counts ? score : Double.NaN,
                availableAt,
                repeats(shingles, availableAt),
                shingles,
                block.payloadHash(event)));
        return Optional.empty();
    }

    private static List<String> split(String words) {
        return words.isEmpty() ? List.of() : Arrays.asList(words.split(" "));
    }

    private boolean repeats(Shingles shingles, long availableAt) {
        for (int i = texts.size() - 1; i >= 0 && texts.get(i).availableAt() >= availableAt - DUPLICATE_MILLIS; i--) {
            if (shingles.isNearDuplicateOf(texts.get(i).shingles())) {
                return true;
            }
        }
        return false;
    }

    /** Takes what a scorer said later; empty if it was taken. */
    Optional<Refusal> score(EventBlock block, int event, FactRules rules) {
        double score = block.value(event, 0);
        if (Math.abs(score) > 1) {
            return Optional.of(Refusal.BAD_FACT);
        }
        if (!rules.counts(block.word(event, EventKind.SCORED_BY))) {
            return Optional.of(Refusal.OTHER_FEED);
        }
        Integer at = known.get(block.word(event, EventKind.SCORED_TEXT));
        if (at == null) {
            return Optional.of(Refusal.UNKNOWN_FACT);
        }
        if (texts.get(at).isScored()) {
            return Optional.of(Refusal.REVISED);
        }
        texts.set(at, texts.get(at).scored(score, block.availableAt(event)));
        return Optional.empty();
    }

    /** Forgets texts and scores that became available at an instant or before it. */
    void forgetUpTo(long instant) {
        if (texts.removeIf(text -> Math.max(text.availableAt(), text.scoredAt()) <= instant)) {
            known.clear();
            for (int i = 0; i < texts.size(); i++) {
                known.put(texts.get(i).id(), i);
            }
        }
    }

    List<Text> texts() {
        return texts;
    }

    void payloadHashes(Consumer<byte[]> taker) {
        texts.forEach(text -> taker.accept(text.payloadHash()));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(texts.size());
        for (Text text : texts) {
            text.write(out);
        }
    }

    static TextMemory read(DataInput in) throws IOException {
        TextMemory read = new TextMemory();
        for (int left = in.readInt(); left > 0; left--) {
            Text text = Text.read(in);
            read.known.put(text.id(), read.texts.size());
            read.texts.add(text);
        }
        return read;
    }
}

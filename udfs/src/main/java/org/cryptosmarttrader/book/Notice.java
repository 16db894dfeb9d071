package org.cryptosmarttrader.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cryptosmarttrader.domain.CanonicalOrder;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Words;

/**
 * An event that is said to the book alone: a person re-arms an account, a venue reports what became of an order. Notices are
 * worked off in canonical order; beyond it pair, kind and words decide, so that the order never depends on how they came.
 *
 * @param kind one that {@link EventKind#isForBook} holds of
 * @param source id of who said it
 * @param pair canonical, empty if it is about none
 * @param sequence order within one source and instant
 * @param eventTime when it happened, epoch milliseconds UTC
 * @param availableAt when it could first be known
 * @param words as the kind orders them
 */
public record Notice(
        EventKind kind, String source, String pair, long sequence, long eventTime, long availableAt, List<String> words)
        implements Comparable<Notice> {

    private static final Comparator<Notice> ORDER = Comparator.comparingLong(Notice::availableAt)
            .thenComparing(Notice::source, CanonicalOrder::compareSources)
            .thenComparingLong(Notice::sequence)
            .thenComparing(Notice::pair)
            .thenComparing(Notice::kind)
            .thenComparingLong(Notice::eventTime)
            .thenComparing(notice -> notice.words().toArray(String[]::new), Arrays::compare);

    /** @throws IllegalArgumentException if the kind is not for the book, or has another number of words */
    public Notice {
        words = List.copyOf(words);
        if (!kind.isForBook() || words.size() != kind.words()) {
            throw new IllegalArgumentException(
                    "notice: %s of %d words is none of the book's events".formatted(kind, words.size()));
        }
    }

    /** One event of a block; a word that is not there is empty. */
    public static Notice of(EventBlock block, int event) {
        List<String> words = IntStream.range(0, block.kind().words())
                .mapToObj(word -> Objects.requireNonNullElse(block.word(event, word), ""))
                .toList();
        return new Notice(
                block.kind(),
                block.source(),
                block.pair(),
                block.sequence(event),
                block.eventTime(event),
                block.availableAt(event),
                words);
    }

    @Override
    public int compareTo(Notice other) {
        return ORDER.compare(this, other);
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(kind.ordinal());
        out.writeUTF(source);
        out.writeUTF(pair);
        out.writeLong(sequence);
        out.writeLong(eventTime);
        out.writeLong(availableAt);
        Words.write(out, words.toArray(String[]::new));
    }

    static Notice read(DataInput in) throws IOException {
        return new Notice(
                EventKind.values()[in.readByte()],
                in.readUTF(),
                in.readUTF(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                List.of(Words.read(in)));
    }
}

package org.cryptosmarttrader.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.cryptosmarttrader.domain.EventBlock;
import org.cryptosmarttrader.domain.EventKind;
import org.cryptosmarttrader.domain.Numbers;
import org.cryptosmarttrader.provenance.HashSets;

/**
 * The raw events of one bar interval in (event time, sequence) order, kept while they may still be healed. Mutable; part
 * of the state of one key.
 */
final class RawBar {

    /** What became of an event that was offered. */
    enum Taken {
        YES,
        /** The same event again. */
        DUPLICATE,
        /** Another value under the same identity; the first stays. */
        REVISED
    }

    private final int width;
    private long[] eventTimes;
    private long[] sequences;
    private double[] values;
    private byte[][] hashes;
    private int count;

    /** Of all events; one that is greater cannot be a repetition. */
    private long greatestIdentity = Long.MIN_VALUE;

    /** @param room events it can take before it grows */
    RawBar(EventKind kind, int room) {
        this(kind.width(), room);
    }

    private RawBar(int width, int room) {
        this.width = width;
        this.eventTimes = new long[room];
        this.sequences = new long[room];
        this.values = new double[room * width];
        this.hashes = new byte[room][];
    }

    RawBar copy() {
        RawBar copy = new RawBar(width, Math.max(1, count));
        System.arraycopy(eventTimes, 0, copy.eventTimes, 0, count);
        System.arraycopy(sequences, 0, copy.sequences, 0, count);
        System.arraycopy(values, 0, copy.values, 0, count * width);
        System.arraycopy(hashes, 0, copy.hashes, 0, count);
        copy.count = count;
        copy.greatestIdentity = greatestIdentity;
        return copy;
    }

    /** Files an event in its place. Bars are identified by their time, trades by their sequence. */
    Taken add(EventBlock block, int event) {
        int same = sameAs(block, event);
        if (same >= 0) {
            return hasValues(block, event, same) ? Taken.DUPLICATE : Taken.REVISED;
        }
        insert(placeOf(block.eventTime(event), block.sequence(event)), block, event);
        return Taken.YES;
    }

    /** Index of the event with the same identity, or -1. */
    private int sameAs(EventBlock block, int event) {
        boolean isBar = block.kind() == EventKind.BAR;
        long identity = isBar ? block.eventTime(event) : block.sequence(event);
        if (identity > greatestIdentity) {
            return -1;
        }
        long[] identities = isBar ? eventTimes : sequences;
        int at = count - 1;
        while (at >= 0 && identities[at] != identity) {
            at--;
        }
        return at;
    }

    private int placeOf(long eventTime, long sequence) {
        int at = count;
        while (at > 0 && isBefore(eventTime, sequence, at - 1)) {
            at--;
        }
        return at;
    }

    private boolean isBefore(long eventTime, long sequence, int other) {
        return eventTime < eventTimes[other] || (eventTime == eventTimes[other] && sequence < sequences[other]);
    }

    private boolean hasValues(EventBlock block, int event, int index) {
        if (eventTimes[index] != block.eventTime(event)) {
            return false;
        }
        for (int column = 0; column < width; column++) {
            if (Double.compare(values[index * width + column], block.value(event, column)) != 0) {
                return false;
            }
        }
        return true;
    }

    private void insert(int at, EventBlock block, int event) {
        if (count == eventTimes.length) {
            grow();
        }
        if (at < count) {
            makeWay(at);
        }
        eventTimes[at] = block.eventTime(event);
        sequences[at] = block.sequence(event);
        System.arraycopy(block.values(), event * width, values, at * width, width);
        hashes[at] = block.payloadHash(event);
        count++;
        noteIdentity(at);
    }

    private void makeWay(int at) {
        System.arraycopy(eventTimes, at, eventTimes, at + 1, count - at);
        System.arraycopy(sequences, at, sequences, at + 1, count - at);
        System.arraycopy(values, at * width, values, (at + 1) * width, (count - at) * width);
        System.arraycopy(hashes, at, hashes, at + 1, count - at);
    }

    private void noteIdentity(int at) {
        greatestIdentity = Math.max(greatestIdentity, kind() == EventKind.BAR ? eventTimes[at] : sequences[at]);
    }

    private void grow() {
        int room = Math.max(4, count * 2);
        eventTimes = Arrays.copyOf(eventTimes, room);
        sequences = Arrays.copyOf(sequences, room);
        values = Arrays.copyOf(values, room * width);
        hashes = Arrays.copyOf(hashes, room);
    }

    int count() {
        return count;
    }

    EventKind kind() {
        return width == EventKind.BAR.width() ? EventKind.BAR : EventKind.TRADE;
    }

    long eventTime(int event) {
        return eventTimes[event];
    }

    double value(int event, int column) {
        return values[event * width + column];
    }

    /** The distinct payload hashes of these events, sorted: n × 32 bytes. */
    byte[] payloadHashes() {
        return HashSets.union(Arrays.asList(hashes).subList(0, count));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(width);
        Numbers.write(out, Arrays.copyOf(eventTimes, count));
        Numbers.write(out, Arrays.copyOf(sequences, count));
        Numbers.write(out, values, 0, count * width);
        byte[] last = null;
        for (int event = 0; event < count; event++) {
            boolean repeats = Arrays.equals(hashes[event], last);
            out.writeBoolean(repeats);
            if (!repeats) {
                out.write(hashes[event]);
            }
            last = hashes[event];
        }
    }

    static RawBar read(DataInput in) throws IOException {
        int width = in.readInt();
        long[] eventTimes = Numbers.readLongs(in);
        RawBar read = new RawBar(width, Math.max(1, eventTimes.length));
        read.count = eventTimes.length;
        System.arraycopy(eventTimes, 0, read.eventTimes, 0, read.count);
        System.arraycopy(Numbers.readLongs(in), 0, read.sequences, 0, read.count);
        Numbers.read(in, read.values, 0, read.count * width);
        for (int event = 0; event < read.count; event++) {
            read.noteIdentity(event);
            if (in.readBoolean()) {
                read.hashes[event] = read.hashes[event - 1];
            } else {
                read.hashes[event] = new byte[EventBlock.HASH_BYTES];
                in.readFully(read.hashes[event]);
            }
        }
        return read;
    }
}

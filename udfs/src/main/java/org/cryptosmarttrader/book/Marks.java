package org.cryptosmarttrader.book;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** The last known close of each pair and its bar. Mutable; part of the state of the book. */
final class Marks {

    /**
     * @param close last price of the bar
     * @param bar grid index
     */
    record Mark(double close, long bar) {}

    private final TreeMap<String, Mark> marks;

    Marks() {
        this(new TreeMap<>());
    }

    private Marks(TreeMap<String, Mark> marks) {
        this.marks = marks;
    }

    void put(String pair, double close, long bar) {
        marks.put(pair, new Mark(close, bar));
    }

    /** The last known close, NaN if there never was one. */
    double close(String pair) {
        Mark mark = marks.get(pair);
        return mark == null ? Double.NaN : mark.close();
    }

    /** The last known close of a pair that has one. */
    BigDecimal price(String pair) {
        return Decimals.of(marks.get(pair).close());
    }

    /** Bar of the last known close; {@link Long#MIN_VALUE} if there never was one. */
    long bar(String pair) {
        Mark mark = marks.get(pair);
        return mark == null ? Long.MIN_VALUE : mark.bar();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(marks.size());
        for (Map.Entry<String, Mark> entry : marks.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeDouble(entry.getValue().close());
            out.writeLong(entry.getValue().bar());
        }
    }

    static Marks read(DataInput in) throws IOException {
        Marks marks = new Marks();
        for (int left = in.readInt(); left > 0; left--) {
            marks.put(in.readUTF(), in.readDouble(), in.readLong());
        }
        return marks;
    }
}

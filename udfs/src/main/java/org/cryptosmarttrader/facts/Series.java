package org.cryptosmarttrader.facts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Values of one metric by what they cover, as published first; a later version does not change the past. Mutable; part of
 * the state of one key.
 */
final class Series {

    /**
     * @param intervalMillis length of what the value covers
     * @param availableAt when it could first be used
     * @param payloadHash SHA-256 of its payload, 32 bytes
     */
    record Value(double value, long intervalMillis, long availableAt, byte[] payloadHash) {}

    /** By the last instant of what a value covers. */
    private final TreeMap<Long, Value> values = new TreeMap<>();

    /** Whether the value is the first of what it covers. */
    boolean add(long eventTime, Value value) {
        return values.putIfAbsent(eventTime, value) == null;
    }

    void forgetUpTo(long eventTime) {
        values.headMap(eventTime, true).clear();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** When the newest value covers ends; null if there is none. */
    Long newest() {
        return values.isEmpty() ? null : values.lastKey();
    }

    Value at(long eventTime) {
        return values.get(eventTime);
    }

    void payloadHashes(Consumer<byte[]> taker) {
        values.values().forEach(value -> taker.accept(value.payloadHash()));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(values.size());
        for (Map.Entry<Long, Value> entry : values.entrySet()) {
            out.writeLong(entry.getKey());
            out.writeDouble(entry.getValue().value());
            out.writeLong(entry.getValue().intervalMillis());
            out.writeLong(entry.getValue().availableAt());
            out.write(entry.getValue().payloadHash());
        }
    }

    static Series read(DataInput in) throws IOException {
        Series read = new Series();
        for (int left = in.readInt(); left > 0; left--) {
            read.values.put(in.readLong(), new Value(in.readDouble(), in.readLong(), in.readLong(), Hashes.read(in)));
        }
        return read;
    }
}

package org.cryptosmarttrader.prediction.flow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/**
 * Bytes of a type that writes and reads itself.
 *
 * @param copier makes a copy that does not change when the original does
 */
record OwnBytes<T>(Class<T> type, Writer<T> writer, Reader<T> reader, UnaryOperator<T> copier) implements Codec<T> {

    /** How a value writes itself. */
    @FunctionalInterface
    interface Writer<T> {
        void write(T value, DataOutput out) throws IOException;
    }

    /** How a value is read. */
    @FunctionalInterface
    interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    /** Of a type whose values never change. */
    static <T> OwnBytes<T> of(Class<T> type, Writer<T> writer, Reader<T> reader) {
        return new OwnBytes<>(type, writer, reader, UnaryOperator.identity());
    }

    /** Of a type whose values change and can copy themselves. */
    static <T> OwnBytes<T> ofMutable(Class<T> type, Writer<T> writer, Reader<T> reader, UnaryOperator<T> copier) {
        return new OwnBytes<>(type, writer, reader, copier);
    }

    /** Of a type whose values change and are copied by writing and reading them. */
    static <T> OwnBytes<T> ofMutable(Class<T> type, Writer<T> writer, Reader<T> reader) {
        return new OwnBytes<>(type, writer, reader, value -> rewritten(value, writer, reader));
    }

    private static <T> T rewritten(T value, Writer<T> writer, Reader<T> reader) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writer.write(value, new DataOutputStream(bytes));
            return reader.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException("%s: could not be copied in memory".formatted(value.getClass()), e);
        }
    }

    @Override
    public void write(T value, DataOutput out) throws IOException {
        writer.write(value, out);
    }

    @Override
    public T read(DataInput in) throws IOException {
        return reader.read(in);
    }

    @Override
    public T copy(T value) {
        return copier.apply(value);
    }
}

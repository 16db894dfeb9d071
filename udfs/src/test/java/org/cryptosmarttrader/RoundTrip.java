package org.cryptosmarttrader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** State written to bytes and read back, as a checkpoint does. */
public final class RoundTrip {

    private RoundTrip() {}

    @FunctionalInterface
    public interface Writing {
        void to(DataOutput out) throws IOException;
    }

    @FunctionalInterface
    public interface Reading<T> {
        T from(DataInput in) throws IOException;
    }

    public static byte[] bytes(Writing writing) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            writing.to(new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is read; fails if bytes are left over. */
    public static <T> T of(Writing writing, Reading<T> reading) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes(writing)));
            T read = reading.from(in);
            if (in.available() > 0) {
                throw new AssertionError(in.available() + " bytes were written and not read");
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

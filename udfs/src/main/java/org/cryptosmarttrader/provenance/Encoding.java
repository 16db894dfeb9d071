package org.cryptosmarttrader.provenance;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * Canonical encoding of a row: field count, then each field with its type, big-endian. Equal rows have equal bytes, so
 * their hash identifies them.
 *
 * <p>A field is null, a long, a double by its raw bits (every NaN alike, −0.0 as 0.0), a string in NFC as UTF-8, a
 * boolean or bytes. Not thread-safe; {@link #begin} starts the next row in the same buffer.
 */
public final class Encoding {

    private static final long NAN = 0x7ff8000000000000L;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] buffer = new byte[512];
    private int length;
    private int missing;

    /** Starts a row of {@code fields} fields. */
    public Encoding begin(int fields) {
        length = 0;
        missing = fields;
        return int32(fields);
    }

    public Encoding addNull() {
        return field(0);
    }

    public Encoding add(long value) {
        return field(1).int64(value);
    }

    public Encoding add(double value) {
        // adding 0.0 turns -0.0 into 0.0 and changes nothing else
        room(1 + Double.BYTES);
        missing--;
        buffer[length] = 2;
        LONGS.set(buffer, length + 1, Double.isNaN(value) ? NAN : Double.doubleToRawLongBits(value + 0.0));
        length += 1 + Double.BYTES;
        return this;
    }

    /** A string, or null. */
    public Encoding add(String value) {
        if (value == null) {
            return addNull();
        }
        if (isAscii(value)) {
            return field(3).int32(value.length()).ascii(value);
        }
        byte[] utf8 = Normalizer.normalize(value, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        return field(3).int32(utf8.length).raw(utf8);
    }

    /** Such text is in NFC and its own UTF-8; nearly all text is, and asking the normaliser took longer than the rest. */
    private static boolean isAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private Encoding ascii(String value) {
        room(value.length());
        for (int i = 0; i < value.length(); i++) {
            buffer[length++] = (byte) value.charAt(i);
        }
        return this;
    }

    public Encoding add(boolean value) {
        return field(4).int8(value ? 1 : 0);
    }

    public Encoding add(byte[] value) {
        return value == null ? addNull() : field(5).int32(value.length).raw(value);
    }

    /**
     * The bytes of the row begun last.
     *
     * @throws IllegalStateException if it has more or fewer fields than it was begun with
     */
    public byte[] bytes() {
        if (missing != 0) {
            throw new IllegalStateException("row encoding: %d fields %s than announced; correct the number in begin()"
                    .formatted(Math.abs(missing), missing > 0 ? "fewer" : "more"));
        }
        return Arrays.copyOf(buffer, length);
    }

    private Encoding field(int type) {
        missing--;
        return int8(type);
    }

    private Encoding int8(int value) {
        room(1);
        buffer[length++] = (byte) value;
        return this;
    }

    private Encoding int32(int value) {
        room(4);
        INTS.set(buffer, length, value);
        length += Integer.BYTES;
        return this;
    }

    private Encoding int64(long value) {
        room(8);
        LONGS.set(buffer, length, value);
        length += Long.BYTES;
        return this;
    }

    private Encoding raw(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
        return this;
    }

    private void room(int bytes) {
        if (length + bytes > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + bytes));
        }
    }
}

package org.cryptosmarttrader.wire.events;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary decoder, but for lengths: what a message says it holds is believed only as far as the message is long. Avro makes
 * room for whatever length it reads, so that five bytes would ask for two gigabytes. Not thread-safe.
 */
final class MessageDecoder extends Decoder {

    private final Utf8 text = new Utf8();
    private BinaryDecoder bytes;
    private int size;

    /** Begins with a message. */
    MessageDecoder of(byte[] message) {
        bytes = DecoderFactory.get().binaryDecoder(message, bytes);
        size = message.length;
        return this;
    }

    /** What was wrong with a message. */
    static String why(Exception e) {
        return e.getMessage() == null ? "it ends in the middle" : e.getMessage();
    }

    private long within(long length) throws IOException {
        if (length < 0 || length > size) {
            throw new EOFException("it says it holds %d of something, and has %d bytes".formatted(length, size));
        }
        return length;
    }

    @Override
    public Utf8 readString(Utf8 old) throws IOException {
        Utf8 read = old == null ? new Utf8() : old;
        int length = (int) within(bytes.readLong());
        read.setByteLength(length);
        bytes.readFixed(read.getBytes(), 0, length);
        return read;
    }

    @Override
    public String readString() throws IOException {
        return readString(text).toString();
    }

    @Override
    public void skipString() throws IOException {
        skipBytes();
    }

    @Override
    public ByteBuffer readBytes(ByteBuffer old) throws IOException {
        byte[] read = new byte[(int) within(bytes.readLong())];
        bytes.readFixed(read);
        return ByteBuffer.wrap(read);
    }

    @Override
    public void skipBytes() throws IOException {
        bytes.skipFixed((int) within(bytes.readLong()));
    }

    @Override
    public long readArrayStart() throws IOException {
        return within(bytes.readArrayStart());
    }

    @Override
    public long arrayNext() throws IOException {
        return within(bytes.arrayNext());
    }

    @Override
    public long skipArray() throws IOException {
        return within(bytes.skipArray());
    }

    @Override
    public long readMapStart() throws IOException {
        return within(bytes.readMapStart());
    }

    @Override
    public long mapNext() throws IOException {
        return within(bytes.mapNext());
    }

    @Override
    public long skipMap() throws IOException {
        return within(bytes.skipMap());
    }

    @Override
    public void readNull() throws IOException {
        bytes.readNull();
    }

    @Override
    public boolean readBoolean() throws IOException {
        return bytes.readBoolean();
    }

    @Override
    public int readInt() throws IOException {
        return bytes.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return bytes.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return bytes.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return bytes.readDouble();
    }

    @Override
    public void readFixed(byte[] read, int start, int length) throws IOException {
        bytes.readFixed(read, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        bytes.skipFixed(length);
    }

    @Override
    public int readEnum() throws IOException {
        return bytes.readEnum();
    }

    @Override
    public int readIndex() throws IOException {
        return bytes.readIndex();
    }
}

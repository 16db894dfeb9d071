package org.cryptosmarttrader.prediction.flow;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink's view of a {@link Codec}, which is found again by its type's name. */
final class CodecSerializer<T> extends TypeSerializer<T> {

    private static final long serialVersionUID = 1L;

    private final String typeName;
    private transient Codec<T> codec;

    CodecSerializer(Codec<T> codec) {
        this.typeName = codec.type().getName();
        this.codec = codec;
    }

    private Codec<T> codec() {
        if (codec == null) {
            codec = Codecs.named(typeName);
        }
        return codec;
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return this;
    }

    @Override
    public T createInstance() {
        return null;
    }

    @Override
    public T copy(T from) {
        return codec().copy(from);
    }

    @Override
    public T copy(T from, T reuse) {
        return codec().copy(from);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(T value, DataOutputView target) throws IOException {
        codec().write(value, target);
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        return codec().read(source);
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return codec().read(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        codec().write(codec().read(source), target);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodecSerializer<?> that && typeName.equals(that.typeName);
    }

    @Override
    public int hashCode() {
        return typeName.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new CodecSnapshot<>(typeName);
    }
}

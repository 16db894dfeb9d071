package org.cryptosmarttrader.prediction.flow;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What a savepoint remembers of a {@link CodecSerializer}: the name of the type. */
public final class CodecSnapshot<T> implements TypeSerializerSnapshot<T> {

    private static final int VERSION = 1;

    private String typeName;

    /** For Flink, which then reads the snapshot. */
    public CodecSnapshot() {}

    CodecSnapshot(String typeName) {
        this.typeName = typeName;
    }

    @Override
    public int getCurrentVersion() {
        return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeUTF(typeName);
    }

    @Override
    public void readSnapshot(int version, DataInputView in, ClassLoader classLoader) throws IOException {
        if (version > VERSION) {
            throw new IOException(
                    "savepoint: a serializer in it is of version %d, this program reads up to %d; go on with the program that wrote it, or a newer one"
                            .formatted(version, VERSION));
        }
        typeName = in.readUTF();
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        return new CodecSerializer<>(Codecs.named(typeName));
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> old) {
        boolean same = old instanceof CodecSnapshot<?> that && typeName.equals(that.typeName);
        return same
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }
}

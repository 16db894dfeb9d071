package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Bytes of one type of message or state.
 *
 * @param <T> the type
 */
interface Codec<T> {

    Class<T> type();

    void write(T value, DataOutput out) throws IOException;

    T read(DataInput in) throws IOException;

    /** A copy that does not change when the original does; messages never change and may be handed on as they are. */
    default T copy(T value) {
        return value;
    }
}

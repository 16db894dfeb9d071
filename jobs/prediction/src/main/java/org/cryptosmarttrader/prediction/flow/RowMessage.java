package org.cryptosmarttrader.prediction.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cryptosmarttrader.domain.Numbers;

/**
 * A row on its way to Kafka.
 *
 * @param key what identifies the row, readable
 * @param value Avro binary
 */
public record RowMessage(String topic, String key, byte[] value) {

    static final class Bytes implements Codec<RowMessage> {
        @Override
        public Class<RowMessage> type() {
            return RowMessage.class;
        }

        @Override
        public void write(RowMessage message, DataOutput out) throws IOException {
            out.writeUTF(message.topic);
            out.writeUTF(message.key);
            Numbers.write(out, message.value);
        }

        @Override
        public RowMessage read(DataInput in) throws IOException {
            return new RowMessage(in.readUTF(), in.readUTF(), Numbers.readBytes(in));
        }
    }
}

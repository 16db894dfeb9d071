package org.cryptosmarttrader.wire.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.cryptosmarttrader.wire.rows.ColumnSpec;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;

/** Rows of one dataset to the bytes of messages and back. Not thread-safe. */
public final class RowCodec {

    private final RowSchema rows;
    private final Schema schema;
    private final GenericDatumWriter<GenericRecord> writer;
    private final GenericDatumReader<GenericRecord> reader;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private final MessageDecoder decoder = new MessageDecoder();
    private BinaryEncoder encoder;

    public RowCodec(RowSchema rows) {
        this.rows = rows;
        this.schema = schema(rows);
        this.writer = new GenericDatumWriter<>(schema);
        this.reader = new GenericDatumReader<>(schema);
    }

    /** The Avro schema of a dataset's messages. */
    public static Schema schema(RowSchema rows) {
        SchemaBuilder.FieldAssembler<Schema> fields = SchemaBuilder.record(rows.dataset())
                .namespace("org.cryptosmarttrader.rows")
                .fields();
        for (ColumnSpec column : rows.columns()) {
            SchemaBuilder.FieldTypeBuilder<Schema> field = fields.name(column.name())
                    .doc(column.unit() + ": " + column.meaning())
                    .type();
            switch (column.type()) {
                case LONG -> field.longType().noDefault();
                case DOUBLE -> field.doubleType().noDefault();
                case BOOLEAN -> field.booleanType().noDefault();
                case STRING -> field.nullable().stringType().noDefault();
            }
        }
        return fields.endRecord();
    }

    /** What identifies a row, readable: the values of its key, separated by bars. */
    public String key(RowBatch batch, int row) {
        return rows.key().stream()
                .map(column -> String.valueOf(batch.value(row, rows.indexOf(column))))
                .collect(Collectors.joining("|"));
    }

    public byte[] encode(RowBatch batch, int row) {
        GenericRecord values = new GenericData.Record(schema);
        for (int column = 0; column < rows.width(); column++) {
            values.put(column, batch.value(row, column));
        }
        bytes.reset();
        encoder = EncoderFactory.get().directBinaryEncoder(bytes, encoder);
        try {
            writer.write(values, encoder);
        } catch (IOException e) {
            throw new IllegalStateException("a row of %s could not be encoded".formatted(rows.dataset()), e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException if the bytes are not a row of the dataset */
    public RowBatch decode(byte[] message) throws IOException {
        GenericRecord values;
        try {
            values = reader.read(null, decoder.of(message));
        } catch (IOException | RuntimeException e) {
            // Avro answers damaged bytes with whatever they lead to
            throw new IOException("not a row of %s: %s".formatted(rows.dataset(), MessageDecoder.why(e)), e);
        }
        RowBatch batch = RowBatch.of(rows, 1);
        for (int column = 0; column < rows.width(); column++) {
            Object value = values.get(column);
            switch (rows.columns().get(column).type()) {
                case LONG -> batch.longs(column)[0] = (Long) value;
                case DOUBLE -> batch.doubles(column)[0] = (Double) value;
                case BOOLEAN -> batch.booleans(column)[0] = (Boolean) value;
                case STRING -> batch.strings(column)[0] = value == null ? null : value.toString();
            }
        }
        return batch;
    }
}

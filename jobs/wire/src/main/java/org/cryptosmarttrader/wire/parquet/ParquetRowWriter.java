package org.cryptosmarttrader.wire.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.cryptosmarttrader.wire.rows.ColumnType;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;

/** Writes rows of one dataset into one Parquet file. Not thread-safe; close it to complete the file. */
public final class ParquetRowWriter implements Closeable {

    private final ParquetWriter<Row> writer;
    private final Row row = new Row();

    /** A row as parquet-java wants to be handed one: a batch and a position, moved on instead of made anew. */
    private static final class Row {
        private RowBatch batch;
        private int index;
    }

    /**
     * @param metadata key-value pairs kept beside the columns' descriptions
     * @param rowGroupBytes size at which a row group is closed
     */
    public ParquetRowWriter(OutputFile file, RowSchema schema, Map<String, String> metadata, long rowGroupBytes)
            throws IOException {
        Builder builder = new Builder(file, schema, metadata);
        schema.columns().stream()
                .filter(column -> column.type() == ColumnType.DOUBLE && !repeats(column.name()))
                .forEach(column -> builder.computed(column.name()));
        this.writer = builder.withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withCodecFactory(new ZstdCodecs())
                .withRowGroupSize(rowGroupBytes)
                .build();
    }

    /** Recorded prices repeat and are worth a dictionary and a filter. */
    private static boolean repeats(String column) {
        return ParquetSchemas.REPEATING.contains(column);
    }

    public void write(RowBatch batch) throws IOException {
        for (int index = 0; index < batch.rows(); index++) {
            write(batch, index);
        }
    }

    public void write(RowBatch batch, int index) throws IOException {
        row.batch = batch;
        row.index = index;
        writer.write(row);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
        private final RowSchema schema;
        private final Map<String, String> metadata;

        Builder(OutputFile file, RowSchema schema, Map<String, String> metadata) {
            super(file);
            this.schema = schema;
            this.metadata = metadata;
        }

        /** Computed numbers hardly ever repeat, and nobody looks for a row by the extremes of one. */
        void computed(String column) {
            withDictionaryEncoding(column, false)
                    .withStatisticsEnabled(column, false)
                    .withSizeStatisticsEnabled(column, false);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Row> getWriteSupport(Configuration unused) {
            return new Support(schema, metadata);
        }

        @Override
        protected WriteSupport<Row> getWriteSupport(ParquetConfiguration unused) {
            return new Support(schema, metadata);
        }
    }

    private static final class Support extends WriteSupport<Row> {
        private final RowSchema schema;
        private final Map<String, String> metadata;
        private final String[] names;
        private final ColumnType[] types;
        private final String[] lastTexts;
        private final Binary[] lastBinaries;
        private RecordConsumer consumer;

        Support(RowSchema schema, Map<String, String> metadata) {
            this.schema = schema;
            this.metadata = metadata;
            this.names = schema.columns().stream().map(column -> column.name()).toArray(String[]::new);
            this.types = schema.columns().stream().map(column -> column.type()).toArray(ColumnType[]::new);
            this.lastTexts = new String[names.length];
            this.lastBinaries = new Binary[names.length];
        }

        @Override
        public WriteContext init(Configuration unused) {
            return context();
        }

        @Override
        public WriteContext init(ParquetConfiguration unused) {
            return context();
        }

        private WriteContext context() {
            MessageType type = ParquetSchemas.of(schema);
            Map<String, String> all = new TreeMap<>(metadata);
            all.putAll(ParquetSchemas.describe(schema));
            return new WriteContext(type, all);
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(Row row) {
            consumer.startMessage();
            for (int column = 0; column < names.length; column++) {
                write(row.batch, row.index, column);
            }
            consumer.endMessage();
        }

        private void write(RowBatch batch, int index, int column) {
            if (types[column] == ColumnType.STRING && batch.strings(column)[index] == null) {
                return;
            }
            consumer.startField(names[column], column);
            switch (types[column]) {
                case LONG -> consumer.addLong(batch.longs(column)[index]);
                case DOUBLE -> consumer.addDouble(batch.doubles(column)[index]);
                case STRING -> consumer.addBinary(binary(batch.strings(column)[index], column));
                case BOOLEAN -> consumer.addBoolean(batch.booleans(column)[index]);
            }
            consumer.endField(names[column], column);
        }

        /** Rows that follow one another mostly share their texts, often the very object. */
        private Binary binary(String text, int column) {
            if (!text.equals(lastTexts[column])) {
                lastTexts[column] = text;
                lastBinaries[column] = Binary.fromString(text);
            }
            return lastBinaries[column];
        }
    }
}

package org.cryptosmarttrader.wire.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xerial.snappy.Snappy;

@DisplayName("A Parquet file of another program")
class ParquetTableTest {

    private static final MessageType CANDLES = MessageTypeParser.parseMessageType("""
            message schema {
              optional int64 date (TIMESTAMP(MILLIS,true));
              optional double open;
              optional group nested { optional double inner; }
              optional binary id (STRING);
              optional int32 count;
              optional float share;
              optional boolean last;
            }
            """);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"UNCOMPRESSED", "ZSTD", "SNAPPY"})
    void is_read_row_by_row_as_text(CompressionCodecName codec) throws IOException {
        Path file =
                write(CANDLES, codec, new Object[] {1577836800000L, 7195.24, null, "a", 7, 0.5f, true}, new Object[] {
                    1577840400000L, null, null, null, null, null, null
                });

        try (ParquetTable table = new ParquetTable(new LocalInputFile(file), "candles.parquet")) {
            assertThat(table.columns()).containsExactly("date", "open", "id", "count", "share", "last");
            assertThat(table.next()).containsExactly("1577836800000", "7195.24", "a", "7", "0.5", "true");
            assertThat(table.next()).containsExactly("1577840400000", null, null, null, null, null);
            assertThat(table.next()).isNull();
        }
    }

    @Test
    void keeps_numbers_and_order_over_many_row_groups() throws IOException {
        Object[][] rows = new Object[20_000][];
        Arrays.setAll(rows, i -> new Object[] {(long) i, i / 3.0, null, "t" + i % 5, i, null, null});
        Path file = write(CANDLES, CompressionCodecName.SNAPPY, rows);

        List<String> opens = new ArrayList<>();
        try (ParquetTable table = new ParquetTable(new LocalInputFile(file), "candles.parquet")) {
            for (String[] row = table.next(); row != null; row = table.next()) {
                assertThat(row[0]).isEqualTo(Integer.toString(opens.size()));
                opens.add(row[1]);
            }
        }

        assertThat(opens).hasSize(20_000);
        assertThat(Double.parseDouble(opens.get(7))).isEqualTo(7 / 3.0);
    }

    @Test
    void is_refused_by_name_when_its_compression_is_unknown() throws IOException {
        Path file = write(CANDLES, CompressionCodecName.GZIP, new Object[] {1L, 1.0, null, "a", 1, 1f, true});

        assertThatIOException()
                .isThrownBy(() -> new ParquetTable(new LocalInputFile(file), "candles.parquet"))
                .withMessage(
                        "candles.parquet: compressed with GZIP, this build reads [ZSTD, SNAPPY, UNCOMPRESSED]; write the file anew with zstd");
    }

    @Test
    void is_refused_by_name_when_a_column_is_of_an_unknown_type() throws IOException {
        MessageType old = MessageTypeParser.parseMessageType("message schema { optional int96 date; }");
        Path file = write(old, CompressionCodecName.ZSTD, new Object[] {null});

        assertThatIOException()
                .isThrownBy(() -> new ParquetTable(new LocalInputFile(file), "candles.parquet"))
                .withMessage(
                        "candles.parquet: column 'date' is of type INT96, which is not read; write it as INT64 or DOUBLE");
    }

    @Test
    void is_refused_by_name_when_it_is_cut_off_or_damaged() throws IOException {
        Object[][] rows = new Object[5000][];
        Arrays.setAll(rows, i -> new Object[] {(long) i, i / 3.0, null, "t" + i % 5, i, null, null});
        Path file = write(CANDLES, CompressionCodecName.SNAPPY, rows);
        byte[] bytes = Files.readAllBytes(file);
        byte[] damaged = bytes.clone();
        damaged[2000] ^= 1;

        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatIOException()
                .isThrownBy(() -> readAll(file))
                .withMessageStartingWith("candles.parquet: not a whole Parquet file (");
        Files.write(file, damaged);
        assertThatIOException()
                .isThrownBy(() -> readAll(file))
                .withMessageStartingWith("candles.parquet: a page is damaged (");
    }

    private static void readAll(Path file) throws IOException {
        try (ParquetTable table = new ParquetTable(new LocalInputFile(file), "candles.parquet")) {
            String[] row = table.next();
            while (row != null) {
                row = table.next();
            }
        }
    }

    private Path write(MessageType type, CompressionCodecName codec, Object[]... rows) throws IOException {
        Path file = folder.resolve("candles-%s.parquet".formatted(codec));
        try (ParquetWriter<Object[]> writer = new Writer(new LocalOutputFile(file), type)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(codec)
                .withCodecFactory(new WritingCodecs())
                .withRowGroupSize(32L << 10)
                .build()) {
            for (Object[] row : rows) {
                writer.write(row);
            }
        }
        return file;
    }

    /** Writes rows of any flat type; a value of a group is always absent. */
    private static final class Writer extends ParquetWriter.Builder<Object[], Writer> {
        private final MessageType type;

        Writer(OutputFile file, MessageType type) {
            super(file);
            this.type = type;
        }

        @Override
        protected Writer self() {
            return this;
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(Configuration unused) {
            return new Support(type);
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration unused) {
            return new Support(type);
        }
    }

    private static final class Support extends WriteSupport<Object[]> {
        private final MessageType type;
        private RecordConsumer consumer;

        Support(MessageType type) {
            this.type = type;
        }

        @Override
        public WriteContext init(Configuration unused) {
            return new WriteContext(type, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration unused) {
            return new WriteContext(type, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(Object[] row) {
            consumer.startMessage();
            for (int column = 0; column < row.length; column++) {
                if (row[column] != null) {
                    consumer.startField(type.getFieldName(column), column);
                    add(row[column]);
                    consumer.endField(type.getFieldName(column), column);
                }
            }
            consumer.endMessage();
        }

        private void add(Object value) {
            if (value instanceof Long whole) {
                consumer.addLong(whole);
            } else if (value instanceof Double number) {
                consumer.addDouble(number);
            } else if (value instanceof Integer whole) {
                consumer.addInteger(whole);
            } else if (value instanceof Float number) {
                consumer.addFloat(number);
            } else if (value instanceof Boolean flag) {
                consumer.addBoolean(flag);
            } else {
                consumer.addBinary(Binary.fromString((String) value));
            }
        }
    }

    /** What other programs compress with; GZIP pages are left as they are, since none is ever read. */
    private static final class WritingCodecs implements CompressionCodecFactory {
        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            if (codec == CompressionCodecName.ZSTD) {
                return new ZstdCodecs().getCompressor(codec);
            }
            return new BytesInputCompressor() {
                @Override
                public BytesInput compress(BytesInput bytes) throws IOException {
                    return codec == CompressionCodecName.SNAPPY
                            ? BytesInput.from(Snappy.compress(bytes.toByteArray()))
                            : bytes;
                }

                @Override
                public CompressionCodecName getCodecName() {
                    return codec;
                }

                @Override
                public void release() {}
            };
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            return new BytesInputDecompressor() {
                @Override
                public BytesInput decompress(BytesInput bytes, int size) {
                    throw new UnsupportedOperationException("only writes");
                }

                @Override
                public void decompress(ByteBuffer in, int inSize, ByteBuffer out, int size) {
                    throw new UnsupportedOperationException("only writes");
                }

                @Override
                public void release() {}
            };
        }

        @Override
        public void release() {}
    }
}

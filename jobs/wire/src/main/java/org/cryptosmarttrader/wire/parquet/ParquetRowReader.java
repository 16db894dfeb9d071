package org.cryptosmarttrader.wire.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.cryptosmarttrader.wire.rows.RowBatch;
import org.cryptosmarttrader.wire.rows.RowSchema;

/** Reads a Parquet file column by column, a batch per row group. Not thread-safe. */
public final class ParquetRowReader implements Closeable {

    private final ParquetFileReader reader;
    private final RowSchema schema;
    private final String name;

    public static ParquetRowReader open(Path file, RowSchema schema) throws IOException {
        return new ParquetRowReader(new LocalInputFile(file), schema, file.toString());
    }

    /**
     * @param schema columns to read; the file may hold more
     * @param name of the file, for messages
     * @throws IOException if the file is damaged or lacks a column
     */
    public ParquetRowReader(InputFile file, RowSchema schema, String name) throws IOException {
        this.schema = schema;
        this.name = name;
        this.reader = open(file, name);
        try {
            requireColumns();
            reader.setRequestedSchema(ParquetSchemas.of(schema));
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /**
     * The schema a file was written with.
     *
     * @throws IOException if the file is damaged or was not written by this project
     */
    public static RowSchema schemaOf(Path file) throws IOException {
        try (ParquetFileReader reader = open(new LocalInputFile(file), file.toString())) {
            return ParquetSchemas.of(
                    reader.getFileMetaData().getSchema(),
                    reader.getFileMetaData().getKeyValueMetaData(),
                    file.toString());
        }
    }

    private static ParquetFileReader open(InputFile file, String name) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ZstdCodecs())
                .usePageChecksumVerification()
                .build();
        try {
            return ParquetFileReader.open(file, options);
        } catch (IOException | RuntimeException e) {
            throw new IOException(
                    "%s: not a whole Parquet file (%s); remove it or write it again".formatted(name, e.getMessage()),
                    e);
        }
    }

    private void requireColumns() throws IOException {
        MessageType found = reader.getFileMetaData().getSchema();
        for (Type wanted : ParquetSchemas.of(schema).getFields()) {
            if (!found.containsField(wanted.getName())) {
                throw new IOException("%s: dataset %s needs column '%s', the file has %s"
                        .formatted(
                                name,
                                schema.dataset(),
                                wanted.getName(),
                                found.getFields().stream().map(Type::getName).toList()));
            }
            String type = typeOf(found.getType(wanted.getName()));
            if (!type.equals(typeOf(wanted))) {
                throw new IOException("%s: dataset %s needs column '%s' as %s, the file has %s; write it again"
                        .formatted(name, schema.dataset(), wanted.getName(), typeOf(wanted), type));
            }
        }
    }

    private static String typeOf(Type field) {
        String primitive = field.isPrimitive()
                ? field.asPrimitiveType().getPrimitiveTypeName().name()
                : "group";
        return (field.getRepetition() + " " + primitive).toLowerCase(Locale.ROOT);
    }

    public long rows() {
        return reader.getRecordCount();
    }

    /** Key-value metadata of the file. */
    public Map<String, String> metadata() {
        return reader.getFileMetaData().getKeyValueMetaData();
    }

    /**
     * The rows of the next row group; null after the last.
     *
     * @throws IOException if a page is damaged
     */
    public RowBatch next() throws IOException {
        try {
            PageReadStore pages = reader.readNextRowGroup();
            return pages == null ? null : batch(pages);
        } catch (IOException | RuntimeException e) {
            throw new IOException(
                    "%s: a page is damaged (%s); restore the file from a backup or write it again"
                            .formatted(name, e.getMessage()),
                    e);
        }
    }

    private RowBatch batch(PageReadStore pages) {
        int rows = Math.toIntExact(pages.getRowCount());
        MessageType type = ParquetSchemas.of(schema);
        Converters converters = new Converters(type);
        ColumnReadStoreImpl store = new ColumnReadStoreImpl(pages, converters, type, null);
        List<ColumnDescriptor> descriptors = type.getColumns(); // made anew at each call
        Object[] columns = new Object[schema.width()];
        for (int column = 0; column < columns.length; column++) {
            ColumnDescriptor descriptor = descriptors.get(column);
            ColumnReader values = store.getColumnReader(descriptor);
            columns[column] = switch (schema.columns().get(column).type()) {
                case LONG -> longs(values, rows);
                case DOUBLE -> doubles(values, rows);
                case BOOLEAN -> booleans(values, rows);
                case STRING -> strings(values, converters.texts.get(column), rows, descriptor.getMaxDefinitionLevel());
            };
        }
        return new RowBatch(schema.dataset(), rows, columns);
    }

    /** All rows of the file. */
    public RowBatch all() throws IOException {
        List<RowBatch> groups = new ArrayList<>();
        for (RowBatch group = next(); group != null; group = next()) {
            groups.add(group);
        }
        return RowBatch.concat(schema, groups);
    }

    private static long[] longs(ColumnReader column, int rows) {
        long[] values = new long[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = column.getLong();
            column.consume();
        }
        return values;
    }

    private static double[] doubles(ColumnReader column, int rows) {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = column.getDouble();
            column.consume();
        }
        return values;
    }

    private static boolean[] booleans(ColumnReader column, int rows) {
        boolean[] values = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = column.getBoolean();
            column.consume();
        }
        return values;
    }

    private static String[] strings(ColumnReader column, Texts texts, int rows, int defined) {
        String[] values = new String[rows];
        for (int row = 0; row < rows; row++) {
            if (column.getCurrentDefinitionLevel() == defined) {
                column.writeCurrentValueToConverter();
                values[row] = texts.value;
            }
            column.consume();
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Column readers hand texts to converters; numbers are asked for one by one. */
    private static final class Converters extends GroupConverter {
        private final List<Texts> texts = new ArrayList<>();

        Converters(MessageType type) {
            type.getFields().forEach(field -> texts.add(new Texts(isText(field))));
        }

        private static boolean isText(Type field) {
            return field.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
        }

        @Override
        public Converter getConverter(int field) {
            return texts.get(field);
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }

    /** Text out of the file's dictionary: equal values of a row group are one object. */
    private static final class Texts extends PrimitiveConverter {
        private final boolean isText;
        private String[] dictionary;
        private String value;

        Texts(boolean isText) {
            this.isText = isText;
        }

        @Override
        public boolean hasDictionarySupport() {
            return isText;
        }

        @Override
        public void setDictionary(Dictionary bytes) {
            dictionary = new String[bytes.getMaxId() + 1];
            Arrays.setAll(dictionary, id -> bytes.decodeToBinary(id).toStringUsingUTF8());
        }

        @Override
        public void addValueFromDictionary(int id) {
            value = dictionary[id];
        }

        @Override
        public void addBinary(Binary bytes) {
            value = bytes.toStringUsingUTF8();
        }
    }
}

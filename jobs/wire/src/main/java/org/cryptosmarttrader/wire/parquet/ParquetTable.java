package org.cryptosmarttrader.wire.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/**
 * A Parquet file that another program wrote, row by row as text; nested columns are passed over. Times come as the whole
 * number the file holds, in the file's unit. Not thread-safe.
 */
public final class ParquetTable implements Closeable {

    private final ParquetFileReader reader;
    private final String name;
    private final MessageType type;
    private final List<ColumnReader> columns = new ArrayList<>();
    private final List<Function<ColumnReader, String>> texts = new ArrayList<>();
    private final String[] row;
    private long rowsLeft;

    /**
     * @param name of the file, for messages
     * @throws IOException if it is damaged, or compressed or typed in a way this build does not read
     */
    public ParquetTable(InputFile file, String name) throws IOException {
        this.name = name;
        this.reader = open(file, name);
        List<Type> flat = reader.getFileMetaData().getSchema().getFields().stream()
                .filter(ParquetTable::isFlat)
                .toList();
        this.type = new MessageType("table", flat);
        this.row = new String[flat.size()];
        try {
            requireReadable();
            reader.setRequestedSchema(type);
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    private static ParquetFileReader open(InputFile file, String name) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ForeignCodecs())
                .usePageChecksumVerification()
                .build();
        try {
            return ParquetFileReader.open(file, options);
        } catch (IOException | RuntimeException e) {
            throw new IOException(
                    "%s: not a whole Parquet file (%s); fetch it again".formatted(name, e.getMessage()), e);
        }
    }

    private static boolean isFlat(Type field) {
        return field.isPrimitive() && !field.isRepetition(Type.Repetition.REPEATED);
    }

    private void requireReadable() throws IOException {
        for (BlockMetaData block : reader.getFooter().getBlocks()) {
            for (ColumnChunkMetaData chunk : block.getColumns()) {
                if (!ForeignCodecs.READABLE.contains(chunk.getCodec())) {
                    throw new IOException("%s: compressed with %s, this build reads %s; write the file anew with zstd"
                            .formatted(name, chunk.getCodec(), ForeignCodecs.READABLE));
                }
            }
        }
        for (Type field : type.getFields()) {
            texts.add(text(field.asPrimitiveType()));
        }
    }

    private Function<ColumnReader, String> text(PrimitiveType field) throws IOException {
        return switch (field.getPrimitiveTypeName()) {
            case INT64 -> column -> Long.toString(column.getLong());
            case INT32 -> column -> Integer.toString(column.getInteger());
            case DOUBLE -> column -> Double.toString(column.getDouble());
            case FLOAT -> column -> Float.toString(column.getFloat());
            case BOOLEAN -> column -> Boolean.toString(column.getBoolean());
            case BINARY -> column -> column.getBinary().toStringUsingUTF8();
            default ->
                throw new IOException("%s: column '%s' is of type %s, which is not read; write it as INT64 or DOUBLE"
                        .formatted(name, field.getName(), field.getPrimitiveTypeName()));
        };
    }

    /** Names of the columns in order. */
    public List<String> columns() {
        return type.getFields().stream().map(Type::getName).toList();
    }

    /**
     * The next row, a text per column, null where the file has none; null after the last row. The array is used again.
     *
     * @throws IOException if a page is damaged
     */
    public String[] next() throws IOException {
        try {
            while (rowsLeft == 0) {
                if (!nextGroup()) {
                    return null;
                }
            }
            rowsLeft--;
            for (int column = 0; column < row.length; column++) {
                row[column] = text(column);
            }
            return row;
        } catch (IOException | RuntimeException e) {
            throw new IOException("%s: a page is damaged (%s); fetch the file again".formatted(name, e), e);
        }
    }

    private boolean nextGroup() throws IOException {
        PageReadStore pages = reader.readNextRowGroup();
        if (pages == null) {
            return false;
        }
        rowsLeft = pages.getRowCount();
        columns.clear();
        ColumnReadStoreImpl store = new ColumnReadStoreImpl(pages, new Unused(), type, null);
        for (ColumnDescriptor descriptor : type.getColumns()) {
            columns.add(store.getColumnReader(descriptor));
        }
        return true;
    }

    private String text(int index) {
        ColumnReader column = columns.get(index);
        boolean present =
                column.getCurrentDefinitionLevel() == column.getDescriptor().getMaxDefinitionLevel();
        String text = present ? texts.get(index).apply(column) : null;
        column.consume();
        return text;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Column readers want a converter, but values are asked for one by one. */
    private static final class Unused extends GroupConverter {
        @Override
        public Converter getConverter(int field) {
            return new PrimitiveConverter() {};
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }
}

package org.cryptosmarttrader.ingest.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.parquet.io.LocalInputFile;
import org.cryptosmarttrader.wire.parquet.ParquetTable;

/** Rows of a Parquet file. */
final class ParquetRows implements Table {

    private final ParquetTable table;
    private final Columns columns;
    private String[] row;
    private long number;

    ParquetRows(Path file, String name, ColumnMap map) throws IOException, BadRow {
        this.table = open(file, name);
        try {
            this.columns = map.columns(table.columns());
        } catch (BadRow e) {
            table.close();
            throw e;
        }
    }

    private static ParquetTable open(Path file, String name) throws IOException {
        try {
            return new ParquetTable(new LocalInputFile(file), name);
        } catch (IOException e) {
            throw ImportException.of(Fault.DAMAGED, e);
        }
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public String[] next() throws IOException {
        try {
            row = table.next();
        } catch (IOException e) {
            throw ImportException.of(Fault.DAMAGED, e);
        }
        number++;
        return row;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String unit() {
        return "row";
    }

    @Override
    public String shown() {
        return Arrays.toString(row);
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}

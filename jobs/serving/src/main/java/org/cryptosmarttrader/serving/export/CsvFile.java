package org.cryptosmarttrader.serving.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table that grows row by row under a hidden name and takes its own when it is whole. Not thread-safe. */
final class CsvFile implements Closeable {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private final Path file;
    private final Path written;
    private final CSVPrinter printer;
    private long rows;

    /** Begins a table with its header. */
    CsvFile(Path file, List<String> header) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.file = file;
        this.written = file.resolveSibling("." + file.getFileName() + ".open");
        this.printer = new CSVPrinter(Files.newBufferedWriter(written), FORMAT);
        printer.printRecord(header);
    }

    void row(List<String> cells) throws IOException {
        printer.printRecord(cells);
        rows++;
    }

    /** Completes the table, in place of one that was there. */
    long complete() throws IOException {
        printer.close();
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return rows;
    }

    /** Clears away what was not completed. */
    @Override
    public void close() throws IOException {
        printer.close();
        Files.deleteIfExists(written);
    }
}

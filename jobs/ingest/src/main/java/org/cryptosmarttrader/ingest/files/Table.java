package org.cryptosmarttrader.ingest.files;

import java.io.Closeable;
import java.io.IOException;

/** The rows of a file as texts. Not thread-safe. */
interface Table extends Closeable {

    /** Where its columns stand. */
    Columns columns();

    /**
     * The next row; null after the last. A text is null or empty where the row has none. The array may be used again.
     *
     * @throws BadRow if the row has another form; the next call reads the row behind it
     * @throws IOException if the file cannot be read on
     */
    String[] next() throws IOException, BadRow;

    /** Number of the row last read, from 1: of the line in a text. */
    long number();

    /** What a row is called, {@code line} or {@code row}. */
    String unit();

    /** The row last read, as far as it can be shown. */
    String shown();
}

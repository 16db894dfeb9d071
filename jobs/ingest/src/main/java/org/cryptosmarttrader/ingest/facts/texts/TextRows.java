package org.cryptosmarttrader.ingest.facts.texts;

import java.io.Closeable;
import java.io.IOException;
import org.cryptosmarttrader.ingest.files.BadRow;

/** The rows of a file, one after another. */
interface TextRows extends Closeable {

    /**
     * The next row; null after the last.
     *
     * @throws BadRow if it cannot be taken; the next call reads the row behind it
     */
    TextRow next() throws IOException, BadRow;

    /** Line the row last read begins at, from 1. */
    long line();

    /** The row last read as it stands in the file, as far as it can be shown. */
    String shown();
}
